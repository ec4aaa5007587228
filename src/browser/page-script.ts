import type { z } from 'zod';
import type { ArmWords, LineGiven } from '../dom/worker-line';
import type { DebuggerSession } from './debugger-session';
import { hearBinding, secretWord } from './page-binding';

/** How long after an input of the agent its page is watched for what would open a window, in milliseconds. */
export const ARMED_MS = 8000;

/** A script for the page's own world. Source text is sent: it uses nothing from around it, and its parts neither. */
export interface PageScript<G extends object, P extends object> {
  run(given: G & LineGiven, parts: P): void;
  /** Values that survive JSON. */
  given: G;
  /** How long a new document is armed without a word of the worker, in milliseconds. */
  armedMs: number;
  /** Functions that it uses. */
  parts: P;
}

/** Says something to the script in the document that is there. */
export type SayToPage<Words> = (words: Words | ArmWords) => Promise<void>;

/**
 * Puts a script into the page's own world, now and in each document to come before its own scripts, until the session
 * ends.
 *
 * @param says what the script says, and `heard` gets; the page is on the other side, so it is checked
 */
export async function addPageScript<G extends object, P extends object, Said, Heard = never>(
  session: DebuggerSession,
  { run, given, armedMs, parts }: PageScript<G, P>,
  { says, heard }: { says: z.ZodType<Said>; heard: (message: Said) => void },
  signal: AbortSignal,
): Promise<SayToPage<Heard>> {
  const binding = hearBinding(session, says, heard, signal);
  // Nobody else knows it, so nobody in the page can speak for the worker.
  const channel = secretWord();
  await binding.add();
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${run.toString()})(${JSON.stringify({ ...given, armedMs, binding: binding.name, channel })}, ${sourceOf(parts)})`,
    runImmediately: true,
  });
  return async (words) => {
    const expression = `dispatchEvent(new CustomEvent(${JSON.stringify(channel)}, { detail: ${JSON.stringify(words)} }))`;
    await session.send('Runtime.evaluate', { expression }).catch(() => {
      // The page went away: nobody listens any more.
    });
  };
}

function sourceOf(parts: object): string {
  return `{${Object.entries(parts).map(([name, part]) => `${JSON.stringify(name)}: ${String(part)}`)}}`;
}
