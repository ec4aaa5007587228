import type { OffstageDatabase } from '../store/database';
import { appendEvent, readJournal } from '../store/journal-log';
import { type EndState, isEnded } from '../store/task';
import { readTask, setTaskState } from '../store/task-table';
import { unheardIn } from './unheard';

/**
 * Writes down that a task ended. What still waited for the person falls with it: an answer could do nothing any more.
 * Resolves false when the person wrote at the last moment: the task goes on with that.
 */
export async function endTask(db: OffstageDatabase, taskId: string, state: EndState): Promise<boolean> {
  const task = await readTask(db, taskId);
  if (!task) return true;
  await db.approvals.where({ taskId, status: 'pending' }).modify({ status: 'void' });
  await db.questions.filter((question) => question.taskId === taskId && question.answer === undefined).delete();
  // A session has no model that reads.
  const read = state.status === 'done' && task.client?.session === undefined;
  return db.transaction('rw', [db.journal, db.tasks, db.approvals], async () => {
    if (read && unheardIn(await readJournal(db, taskId))) return false;
    await appendEvent(db, taskId, { type: 'task_ended', state });
    await setTaskState(db, taskId, state);
    await db.approvals.where({ taskId, status: 'approved' }).modify((approval) => {
      // Who stops a task takes back what has not gone out, too.
      if (approval.scope === 'like' || state.status === 'stopped') approval.spent = true;
      // The like of something, and a site, were agreed to until the task ends.
      approval.scope = 'once';
    });
    return true;
  });
}

/**
 * Resolves true for a task that had ended, and waits to go on now. Read anew: it may have ended since a message came.
 */
export function queueAgain(db: OffstageDatabase, taskId: string): Promise<boolean> {
  return db.transaction('rw', db.tasks, async () => {
    const task = await readTask(db, taskId);
    if (!task || !isEnded(task.state)) return false;
    await setTaskState(db, taskId, { status: 'queued' });
    return true;
  });
}
