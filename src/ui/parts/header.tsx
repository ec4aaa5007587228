import type { JSX } from 'preact';
import { browser } from 'wxt/browser';
import { whatWaits } from '../../store/approval-table';
import { isEnded, type Task } from '../../store/task';
import { t } from '../messages/current';
import { db } from '../state/database';
import { sendCommand } from '../state/send-command';
import { useLive } from '../state/use-live';
import { show, view } from '../state/view';
import { stateChip } from '../wording/state-words';
import { IconButton, Mark } from './icon';

/** The top band: what waits, all tasks, settings, and the way to end everything at once. */
export function Header({ tasks }: { tasks: readonly Task[] }): JSX.Element {
  const waits = useLive(() => whatWaits(db), '');
  const count = waits ? waits.approvals.length + waits.questions.length : 0;
  const { at } = view.value.value;
  const anyOpen = tasks.some(({ state }) => !isEnded(state));
  return (
    <header class="header">
      <Mark />
      <span class="wordmark">Offstage</span>
      <span class="gap" />
      {anyOpen && (
        <button type="button" class="quiet stop" onClick={() => void sendCommand({ type: 'stop-everything' })}>
          {t.header.stopEverything}
        </button>
      )}
      <IconButton icon="plus" name={t.header.newTask} pressed={at === 'new'} onClick={() => show({ at: 'new' })} />
      <IconButton
        icon="inbox"
        name={count > 0 ? t.header.inbox(count) : t.header.nothingWaits}
        count={count}
        pressed={at === 'inbox'}
        onClick={() => show(oneTask(waits) ?? { at: 'inbox' })}
      />
      <IconButton
        icon="list"
        name={t.header.tasks}
        pressed={at === 'history'}
        onClick={() => show({ at: 'history' })}
      />
      <IconButton icon="settings" name={t.header.settings} onClick={() => void browser.runtime.openOptionsPage()} />
    </header>
  );
}

/** One thing that waits is shown where it belongs; several are shown together. */
function oneTask(waits: Awaited<ReturnType<typeof whatWaits>> | undefined): { at: 'task'; taskId: string } | undefined {
  const waiting = waits ? [...waits.approvals, ...waits.questions] : [];
  const [first] = waiting;
  return first && waiting.length === 1 ? { at: 'task', taskId: first.taskId } : undefined;
}

/** A chip for each open task, when there are several. */
export function OpenTasks({ tasks }: { tasks: readonly Task[] }): JSX.Element | null {
  const open = tasks.filter(({ state }) => !isEnded(state));
  const current = view.value.value;
  if (open.length < 2 || current.at === 'history') return null;
  return (
    <nav class="open-tasks" aria-label={t.header.openTasks}>
      {open.map((task) => (
        <button
          key={task.id}
          type="button"
          class={`chip ${stateChip(task, t).tone}`}
          aria-current={current.at === 'task' && current.taskId === task.id}
          onClick={() => show({ at: 'task', taskId: task.id })}
        >
          <span class="dot" />
          <span class="cut">{task.title}</span>
          <span class="visually-hidden">{stateChip(task, t).words}</span>
        </button>
      ))}
    </nav>
  );
}
