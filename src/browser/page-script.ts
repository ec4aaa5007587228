import type { DebuggerSession } from './debugger-session';

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
 * @param heard gets what the script says, parsed from JSON; not checked
 * @returns says something to the script in the document that is there
 */
export async function addPageScript<G extends object, P extends object>(
  session: DebuggerSession,
  { run, given, parts }: PageScript<G, P>,
  heard: (message: unknown) => void,
  signal: AbortSignal,
): Promise<(words: object) => Promise<void>> {
  // Nobody else knows the names, so nobody in the page can speak for either side.
  const word = crypto.randomUUID().replaceAll('-', '');
  const [binding, channel] = [`b${word}`, `c${word}`];
  session.on(
    'Runtime.bindingCalled',
    ({ name, payload }) => {
      if (name === binding) heard(parsed(payload));
    },
    signal,
  );
  await session.send('Runtime.addBinding', { name: binding });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${run.toString()})(${JSON.stringify({ ...given, binding, channel })}, ${sourceOf(parts)})`,
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

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
