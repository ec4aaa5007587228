import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Epoch milliseconds, a new value each second while something on screen counts. */
export const now = signal(Date.now());

let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps {@link now} going while a part that counts time is on screen and `counting`. */
export function useClock(counting: boolean): void {
  useEffect(() => {
    if (!counting) return;
    now.value = Date.now();
    watchers += 1;
    timer ??= setInterval(() => {
      now.value = Date.now();
    }, 1000);
    return () => {
      watchers -= 1;
      if (watchers > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, [counting]);
}
