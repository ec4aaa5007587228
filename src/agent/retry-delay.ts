const FIRST_MS = 1000;
const LONGEST_MS = 60_000;
const JITTER = 0.25;

/** Tries of one turn before the task gives up with what it has. */
export const MOST_ATTEMPTS = 8;

/**
 * How long to wait before the next try, in milliseconds: what the server asked for, or doubling from a second up to a
 * minute; up to a quarter longer at random, so that several tasks do not come back at once.
 *
 * @param attempt 1 after the first failure
 * @param random a number in [0, 1)
 */
export function retryDelay(attempt: number, afterMs: number | undefined, random: number): number {
  const base = afterMs ?? Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(base * (1 + JITTER * random));
}

/** Resolves when the browser says that it is online again. */
export function untilOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    if (navigator.onLine) return resolve();
    const settled = new AbortController();
    const settle = (end: () => void) => {
      settled.abort();
      end();
    };
    self.addEventListener('online', () => settle(resolve), { signal: settled.signal });
    signal.addEventListener('abort', () => settle(() => reject(signal.reason)), { signal: settled.signal });
  });
}
