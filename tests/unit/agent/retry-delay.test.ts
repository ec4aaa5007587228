import { expect, test } from 'vitest';
import { retryDelay } from '../../../src/agent/retry-delay';
import { pause } from '../../../src/browser/wait';

test('doubles from a second up to a minute', () => {
  expect([1, 2, 3, 7, 20].map((attempt) => retryDelay(attempt, undefined, 0))).toEqual([
    1000, 2000, 4000, 60_000, 60_000,
  ]);
});

test('waits as long as the server asked, and at most a quarter longer', () => {
  expect(retryDelay(1, 30_000, 0)).toBe(30_000);
  expect(retryDelay(5, 30_000, 0.999)).toBeLessThanOrEqual(37_500);
});

test('a pause ends at once when the task is stopped', async () => {
  const stop = new AbortController();
  const paused = pause(60_000, stop.signal);
  stop.abort(new Error('stopped'));
  await expect(paused).rejects.toThrow('stopped');
});
