import { TaskAnswer } from '../../src/bridge/answers';
import type { Bridge } from './bridge';

/** How long the extension may wait for news before it answers, in milliseconds. */
const WAIT_MS = 25_000;

/** Whether a task has ended. */
export function isOver({ status }: Pick<TaskAnswer, 'status'>): boolean {
  return status === 'done' || status === 'failed' || status === 'stopped';
}

/**
 * A task as it goes on: its state now, then each time there is news, until it has ended, the caller stops asking, or
 * `limit` aborts. `news` of each holds only what was not told before. It outlives restarts of the browser.
 *
 * Throws a WireError: `unknown-task`, `cancelled` when `signal` aborts, `not-connected` when the browser does not come
 * back.
 */
export async function* followTask(
  bridge: Bridge,
  taskId: string,
  { seen = 0, signal, limit }: { seen?: number; signal: AbortSignal; limit?: AbortSignal },
): AsyncGenerator<TaskAnswer, void, undefined> {
  const either = limit ? AbortSignal.any([signal, limit]) : signal;
  // The first look does not wait: the task may be over, or wait for a person already.
  for (let told = seen, waitMs = 0; ; waitMs = WAIT_MS) {
    const call = { method: 'task-status', taskId, seen: told, waitMs } as const;
    let answer: TaskAnswer;
    try {
      answer = await bridge.call(call, TaskAnswer, { signal: waitMs === 0 ? signal : either });
    } catch (error) {
      if (limit?.aborted && !signal.aborted && waitMs > 0) return;
      throw error;
    }
    yield answer;
    if (isOver(answer) || limit?.aborted) return;
    told = Math.max(told, answer.seen);
  }
}
