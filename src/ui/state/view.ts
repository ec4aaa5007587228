import { z } from 'zod';
import type { Task } from '../../store/task';
import { sessionSignal } from './session-signal';

const View = z.discriminatedUnion('at', [
  z.object({ at: z.literal('new') }),
  z.object({ at: z.literal('task'), taskId: z.string() }),
  z.object({ at: z.literal('history') }),
  z.object({ at: z.literal('inbox') }),
]);
/** What the middle of the panel shows. */
export type View = z.infer<typeof View>;

const NEW: View = { at: 'new' };

/** The view, kept while the panel is closed. */
export const view = sessionSignal<View>('panel-view', View, NEW);

/** Shows another view. */
export function show(next: View): void {
  view.value.value = next;
}

/** Where a panel opens that was nowhere before: at the task that needs the person, else at the newest open one. */
export function firstView(openTasks: readonly Pick<Task, 'id' | 'status' | 'createdAt'>[]): View {
  const newestFirst = [...openTasks].sort((a, b) => b.createdAt - a.createdAt);
  const task = newestFirst.find(({ status }) => status === 'waiting') ?? newestFirst[0];
  return task ? { at: 'task', taskId: task.id } : NEW;
}
