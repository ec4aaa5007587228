import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { isEnded, type Task } from '../../store/task';
import { t } from '../messages/current';
import { now } from '../state/clock';
import { sendCommand } from '../state/send-command';
import { useArtifact } from '../state/use-artifact';
import { show } from '../state/view';
import { stateChip } from '../wording/state-words';
import { dayOrTime } from '../wording/time-words';
import { Icon, IconButton } from './icon';

/** All tasks, newest first: open one, or delete it with everything that belongs to it. */
export function TaskList({ tasks }: { tasks: readonly Task[] }): JSX.Element {
  return (
    <main class="middle">
      <h1>{t.history.title}</h1>
      {tasks.length === 0 && <p class="faint">{t.history.empty}</p>}
      <ul class="task-list">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </main>
  );
}

function TaskRow({ task }: { task: Task }): JSX.Element {
  const sure = useSignal(false);
  const chip = stateChip(task, t);
  const picture = useArtifact(isEnded(task.state) ? undefined : task.thumbnailId);
  return (
    <li>
      <button type="button" class="task-row" onClick={() => show({ at: 'task', taskId: task.id })}>
        {picture && <img src={picture} alt="" />}
        <span class="task-row-text">
          <span class="cut">{task.title}</span>
          <span class="task-state">
            <span class={`chip state ${chip.tone}`}>
              <span class="dot" />
              {chip.words}
            </span>
            <span class="faint">{dayOrTime(task.createdAt, now.value, t.language)}</span>
            {task.client && <span class="faint">{task.client.name}</span>}
            {task.standIn && <span class="faint">{t.task.standIn}</span>}
          </span>
        </span>
      </button>
      {sure.value ? (
        <div class="sure">
          <button
            type="button"
            class="deny with-icon"
            onClick={() => void sendCommand({ type: 'delete-task', taskId: task.id })}
          >
            <Icon name="bin" />
            {t.history.removeSure}
          </button>
          <button
            type="button"
            onClick={() => {
              sure.value = false;
            }}
          >
            {t.history.keep}
          </button>
        </div>
      ) : (
        <IconButton
          icon="bin"
          name={t.history.removeNamed(task.title)}
          onClick={() => {
            sure.value = true;
          }}
        />
      )}
    </li>
  );
}
