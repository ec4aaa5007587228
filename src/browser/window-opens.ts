import { z } from 'zod';
import { interceptOpens } from '../dom/window-opens';
import type { DebuggerSession } from './debugger-session';
import { addPageScript } from './page-script';

const id = z.string().min(1).max(40);
const address = z.string().max(20_000);

/** What the page's side says; see src/dom/window-opens.ts. `id` null means the page that opened this one. */
const OpenMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), id, url: address, name: z.string(), opener: z.boolean(), referrer: address }),
  z.object({ kind: z.literal('go'), id, url: address }),
  z.object({ kind: z.literal('form'), id }),
  z.object({ kind: z.literal('close'), id: id.nullable() }),
  z.object({ kind: z.literal('post'), id: id.nullable(), data: z.string(), from: z.string(), to: z.string() }),
]);
export type OpenMessage = z.infer<typeof OpenMessage>;

/** One tab's line to its page about windows that it opens. */
export interface OpensLine {
  /** Has the page tell instead of opening by itself, for so many milliseconds. */
  arm(ms: number): Promise<void>;
  /** Tells the page that a window it opened was closed, or what the other side posts. */
  tell(words: { id: string | null; data?: string; from?: string }): Promise<void>;
  /** Tells the page that the tab which it opened under this name is guarded: its form may post into it. */
  guarded(name: string): Promise<void>;
}

/**
 * Hears what would open a tab, from before the page's own scripts run, until the signal aborts.
 *
 * @param opener true for a tab that another page opened and may speak to
 */
export async function hearOpens(
  session: DebuggerSession,
  { opener }: { opener: boolean },
  heard: (message: OpenMessage) => void,
  signal: AbortSignal,
): Promise<OpensLine> {
  const say = await addPageScript(
    session,
    interceptOpens,
    { opener },
    (said) => {
      const message = OpenMessage.safeParse(said);
      if (message.success) heard(message.data);
    },
    signal,
  );
  return { arm: (ms) => say({ arm: ms }), tell: say, guarded: (name) => say({ guarded: name }) };
}
