import type { DebuggerSession } from './debugger-session';

/** Longest time from a refused command until Chrome says that the tab is lost. */
const LOSS_MS = 500;

/**
 * True when an error came of the debugger losing its tab. Chrome refuses what is under way first, and tells of the loss
 * a moment later.
 */
export async function wentAway({ gone }: DebuggerSession, error: unknown): Promise<boolean> {
  if (gone.aborted || !/detached|not attached|went away|closed/i.test(String(error))) return gone.aborted;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LOSS_MS);
    gone.addEventListener('abort', () => [clearTimeout(timer), resolve()], { once: true });
  });
  return gone.aborted;
}

/** Rejects with the signal's reason at once: a command to a page that is gone is never answered. */
export function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    if (signal.aborted) aborted();
    signal.addEventListener('abort', aborted, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}
