import { liveQuery } from 'dexie';
import { type GroupState, groupLook } from '../browser/tab-group';
import type { OffstageDatabase } from '../store/database';
import type { Task } from '../store/task';
import { newestTasks } from '../store/task-table';

/** Older ones ended long ago. */
const NEWEST = 100;

/** Keeps title and colour of each task's tab group in step with what the task is up to, until the signal aborts. */
export function keepGroupLooks(db: OffstageDatabase, signal: AbortSignal): void {
  const shown = new Map<number, string>();
  const grouped = liveQuery(async () => {
    const tasks = await newestTasks(db, NEWEST);
    return tasks.flatMap((task) =>
      task.groupId === undefined ? [] : [{ groupId: task.groupId, title: task.title, state: upTo(task) }],
    );
  });
  const show = (groups: { groupId: number; title: string; state: GroupState }[]) => {
    for (const { groupId, title, state } of groups) {
      const look = groupLook(title, state);
      if (shown.get(groupId) === look.title) continue;
      shown.set(groupId, look.title);
      // A group whose tabs were all closed is gone.
      chrome.tabGroups.update(groupId, look).catch(() => undefined);
    }
  };
  const subscription = grouped.subscribe(show);
  signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
}

function upTo({ state }: Task): GroupState {
  if (state.status === 'done') return 'done';
  if (state.status === 'failed' || state.status === 'stopped') return 'ended';
  if (state.status !== 'waiting') return 'working';
  if (state.on.for === 'person') return 'yours';
  return state.on.for === 'approval' || state.on.for === 'question' ? 'needs-you' : 'working';
}
