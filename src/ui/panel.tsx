import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { isEnded, type Task } from '../store/task';
import { newestTasks } from '../store/task-table';
import { t } from './messages/current';
import { Composer } from './parts/composer';
import { EmptyState } from './parts/empty-state';
import { PanelProblem } from './parts/failure-note';
import { FirstRun } from './parts/first-run';
import { Header, OpenTasks } from './parts/header';
import { Inbox } from './parts/inbox';
import { TaskList } from './parts/task-list';
import { TaskView } from './parts/task-view';
import { pageContext } from './state/composer-state';
import { isConfigured, settings } from './state/configured';
import { db } from './state/database';
import { useLive } from './state/use-live';
import { firstView, show, view } from './state/view';

/** The side panel: who is working, what is going on, what you say. */
export function Panel(): JSX.Element | null {
  const tasks = useLive(() => newestTasks(db), '');
  const stored = settings.value;
  // First run ends with 'Done', not in the moment in which the settings are written.
  const settingUp = useSignal<boolean | undefined>(undefined);
  if (stored && settingUp.value === undefined) settingUp.value = !isConfigured(stored);
  const opened = useOpening(tasks);
  if (!stored || !tasks || !opened) return null;
  if (settingUp.value) {
    return (
      <FirstRun
        settings={stored}
        onDone={() => {
          settingUp.value = false;
        }}
      />
    );
  }
  const current = view.value.value;
  const task = current.at === 'task' ? tasks.find(({ id }) => id === current.taskId) : undefined;
  return (
    <>
      <Header tasks={tasks} />
      <OpenTasks tasks={tasks} />
      <PanelProblem />
      <Middle tasks={tasks} task={task} />
      <Composer task={task} />
    </>
  );
}

function Middle({ tasks, task }: { tasks: readonly Task[]; task: Task | undefined }): JSX.Element {
  const { at } = view.value.value;
  switch (at) {
    case 'history':
      return <TaskList tasks={tasks} />;
    case 'inbox':
      return <Inbox tasks={tasks} />;
    case 'task':
      if (task) return <TaskView key={task.id} task={task} />;
      return (
        <main class="middle">
          <p class="faint">{t.task.gone}</p>
        </main>
      );
    case 'new':
      return (
        <main class="middle">
          <EmptyState />
        </main>
      );
  }
}

/** Chooses the first view once, when tasks and the remembered view are both known. */
function useOpening(tasks: readonly Task[] | undefined): boolean {
  const opened = useSignal(false);
  const ready = tasks !== undefined;
  useEffect(() => {
    if (!ready || opened.value) return;
    void Promise.all([view.loaded, pageContext.loaded]).then(([remembered, given]) => {
      // The shortcut opened the panel with a page: that is about a new task.
      if (given) show({ at: 'new' });
      else if (!remembered) show(firstView(tasks.filter(({ state }) => !isEnded(state))));
      opened.value = true;
    });
  }, [ready, tasks, opened]);
  return opened.value;
}
