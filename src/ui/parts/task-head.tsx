import type { JSX } from 'preact';
import { isEnded, type Task } from '../../store/task';
import { t } from '../messages/current';
import { now, useClock } from '../state/clock';
import { sendCommand } from '../state/send-command';
import { stateChip } from '../wording/state-words';
import { clockTime } from '../wording/time-words';
import { Icon } from './icon';

/** The task's title, its state with the time it took so far, and the way to stop it. */
export function TaskHead({ task }: { task: Task }): JSX.Element {
  const open = !isEnded(task.state);
  useClock(open);
  const chip = stateChip(task, t);
  const elapsed = clockTime((open ? now.value : task.updatedAt) - task.createdAt);
  return (
    <div class="task-head">
      <h1>{task.title}</h1>
      <div class="task-state">
        <span class={`chip state ${chip.tone}`}>
          <span class="dot" />
          <span role="status">{chip.words}</span>
        </span>
        <span class="faint clock">{elapsed}</span>
        {task.client && <span class="chip">{task.client.name}</span>}
        {task.standIn && (
          <span class="chip stand-in" title={t.task.standInHint}>
            {t.task.standIn}
          </span>
        )}
        <span class="gap" />
        {open && (
          <button
            type="button"
            class="stop with-icon"
            onClick={() => void sendCommand({ type: 'stop-task', taskId: task.id })}
          >
            <Icon name="stop" />
            {t.task.stop}
          </button>
        )}
      </div>
    </div>
  );
}
