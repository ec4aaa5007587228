import { z } from 'zod';
import { interceptOpens, OPENS_PARTS } from '../dom/opens/intercept-opens';
import type { OpenMessage, WorkerWords } from '../dom/opens/worker-words';
import type { DebuggerSession } from './debugger-session';
import { addPageScript, type SayToPage } from './page-script';

const id = z.string().min(1).max(40);
const address = z.string().max(20_000);

const Said: z.ZodType<OpenMessage> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), id, url: address, name: z.string(), opener: z.boolean(), referrer: address }),
  z.object({ kind: z.literal('go'), id, url: address }),
  z.object({ kind: z.literal('form'), id }),
  z.object({ kind: z.literal('close'), id: id.nullable() }),
  z.object({ kind: z.literal('post'), id: id.nullable(), data: z.string(), from: z.string(), to: z.string() }),
]);

/**
 * Hears what would open a tab, from before the page's own scripts run, until the signal aborts.
 *
 * @param opener true for a tab that another page opened and may speak to
 */
export function hearOpens(
  session: DebuggerSession,
  { opener }: { opener: boolean },
  heard: (message: OpenMessage) => void,
  signal: AbortSignal,
): Promise<SayToPage<WorkerWords>> {
  return addPageScript(
    session,
    { run: interceptOpens, given: { opener }, armedMs: 0, parts: OPENS_PARTS },
    { says: Said, heard },
    signal,
  );
}
