import type { TaskState } from '../store/task';
import { settleStopped } from './approval-flow';
import { type TaskContext, waiting } from './task-context';
import { succeeded } from './tool-call';

/**
 * Ends a task only when its tabs are quiet. What a page tried to send after the last call is asked about like anything
 * else, and a tab in which something was pressed that may be sent late ('undo send') is watched until it was, or until
 * no program holds it back any longer.
 */
export async function settleLate(context: TaskContext, ended: TaskState): Promise<TaskState> {
  for (;;) {
    await context.settled();
    const stopped = context.gate.takeStopped();
    if (stopped.length > 0) {
      await settleStopped(context, undefined, stopped, succeeded(''));
      continue;
    }
    const { until } = context.gate.late;
    if (until === undefined) return ended;
    await waiting(context, { for: 'late-send', until }, async () => {
      // It may end before: the request was seen, or the document went away.
      while (context.gate.late.until !== undefined) {
        if (await context.gate.nextStopped(Math.min(500, until - Date.now()), context.signal)) return;
      }
    });
  }
}
