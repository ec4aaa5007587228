import type { z } from 'zod';
import type { DebuggerSession } from './debugger-session';
import { hearBinding, secretWord } from './page-binding';

/** How long after an input of the agent its page is watched for what would open a window, in milliseconds. */
export const ARMED_MS = 8000;

/** What a script in the page's own world is given to speak through. */
export interface PageScriptNames {
  /** The debugger's binding; the script takes it out of the page's sight. */
  binding: string;
  /** The event that brings the worker's words. */
  channel: string;
}

/** A script for the page's own world. Source text is sent: it uses nothing from around it, and its parts neither. */
export interface PageScript<G extends object, P extends object> {
  run(given: G & PageScriptNames, parts: P): void;
  /** Values that survive JSON. */
  given: G;
  /** Functions that it uses. */
  parts: P;
}

/**
 * Puts a script into the page's own world, now and in each document to come before its own scripts, until the session
 * ends.
 *
 * @param says what the script says, and `heard` gets; the page is on the other side, so it is checked
 * @returns says something to the script in the document that is there
 */
export async function addPageScript<G extends object, P extends object, M>(
  session: DebuggerSession,
  { run, given, parts }: PageScript<G, P>,
  { says, heard }: { says: z.ZodType<M>; heard: (message: M) => void },
  signal: AbortSignal,
): Promise<(words: object) => Promise<void>> {
  const binding = hearBinding(session, says, heard, signal);
  // Nobody else knows it, so nobody in the page can speak for the worker.
  const channel = secretWord();
  await binding.add();
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${run.toString()})(${JSON.stringify({ ...given, binding: binding.name, channel })}, ${sourceOf(parts)})`,
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
