import type { TaskState } from '../store/task';

export type StoppedBy = Extract<TaskState, { status: 'stopped' }>['by'];

/** Why a task's signal aborted. */
export class TaskStopped extends Error {
  override name = 'TaskStopped';
  readonly by: StoppedBy;

  constructor(by: StoppedBy) {
    super(`stopped by ${by}`);
    this.by = by;
  }
}
