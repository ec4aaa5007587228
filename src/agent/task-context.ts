import type { TaskTabs } from '../browser/task-tabs';
import type { ChromeToolset } from '../browser/toolset';
import type { OffstageDatabase } from '../store/database';
import type { JournalEvent } from '../store/journal';
import { appendEvent } from '../store/journal-log';
import type { Settings } from '../store/settings';
import type { TaskState } from '../store/task';
import { setTaskState } from '../store/task-table';
import type { Gate } from './gate';
import type { HandOver } from './hand-over';
import type { LivePicture } from './live-picture';
import type { ResultSchema } from './result-schema';
import type { SiteGuard } from './site-guard';

/** What the parts of one running task share. */
export interface TaskContext {
  taskId: string;
  db: OffstageDatabase;
  settings: Settings;
  tabs: TaskTabs;
  toolset: ChromeToolset;
  gate: Gate;
  sites: SiteGuard;
  picture: LivePicture;
  /** Program that asked, when it was not the person. */
  client: string | undefined;
  /** What the result must fit, when a client said so. */
  schema: ResultSchema | undefined;
  handOver: HandOver;
  /**
   * Resolves when all that pages sent so far was decided about, and the tabs are written down as they are: both may
   * come after a call has settled, and must be there before it is written down as finished.
   */
  settled(): Promise<void>;
  /** Aborts when the task is stopped; its reason says by whom. */
  signal: AbortSignal;
}

/** Writes one event of this task and resolves when it is on disk. */
export async function log(context: TaskContext, event: JournalEvent): Promise<void> {
  context.gate.hear([await appendEvent(context.db, context.taskId, event)]);
}

/**
 * Shows the task as waiting while `wait` runs, and as running again afterwards, in state and journal.
 * When `wait` rejects the state is left to whoever ends the task.
 */
export async function waiting<T>(
  context: TaskContext,
  on: Extract<TaskState, { status: 'waiting' }>['on'],
  wait: () => Promise<T>,
): Promise<T> {
  const state: TaskState = { status: 'waiting', on };
  await moved(context, state, { type: 'waiting', state });
  const value = await wait();
  await moved(context, { status: 'running' }, { type: 'resumed', after: 'wait' });
  return value;
}

/** Whoever follows a task by its journal must never read an event without the state that it led to. */
async function moved({ db, taskId }: TaskContext, state: TaskState, event: JournalEvent): Promise<void> {
  await db.transaction('rw', [db.journal, db.tasks], async () => {
    await appendEvent(db, taskId, event);
    await setTaskState(db, taskId, state);
  });
}
