/** Resolves after `ms` milliseconds, or rejects with the signal's reason. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const aborted = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', aborted);
      resolve();
    }, ms);
    signal.addEventListener('abort', aborted, { once: true });
  });
}

/** What comes of some work in so many milliseconds; undefined when it takes longer. Rejects when the signal aborts. */
export async function within<T>(
  ms: number,
  work: Promise<T>,
  signal = new AbortController().signal,
): Promise<T | undefined> {
  const done = new AbortController();
  const late = pause(ms, AbortSignal.any([signal, done.signal]));
  try {
    return await Promise.race([work, late.then(() => undefined)]);
  } finally {
    done.abort();
  }
}

/** What comes of some work. Rejects with the signal's reason when that aborts first: the work itself may never end. */
export function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    if (signal.aborted) aborted();
    signal.addEventListener('abort', aborted, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}
