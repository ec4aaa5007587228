import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { approvalsOf, openQuestionsOf } from '../../store/approval-table';
import { readJournal } from '../../store/journal-log';
import { isEnded, type Task } from '../../store/task';
import { t } from '../messages/current';
import { now, useClock } from '../state/clock';
import { db } from '../state/database';
import { sendCommand } from '../state/send-command';
import { useFollowEnd } from '../state/use-follow-end';
import { useLive } from '../state/use-live';
import { waitingWords } from '../wording/state-words';
import { usageWords } from '../wording/usage-words';
import { CardStack } from './card-stack';
import { TaskFailureNote } from './failure-note';
import { LivePicture } from './live-picture';
import { PlanList } from './plan-list';
import { QuestionCard } from './question-card';
import { Result } from './result';
import { TaskHead } from './task-head';
import { Timeline } from './timeline';

/** One task, from its head to what it needs or what it came to. Give it the task's id as key. */
export function TaskView({ task }: { task: Task }): JSX.Element {
  const band = useRef<HTMLElement>(null);
  useFollowEnd(band);
  const journal = useLive(() => readJournal(db, task.id), '') ?? [];
  const approvals = useLive(() => approvalsOf(db, task.id), '') ?? [];
  const questions = useLive(() => openQuestionsOf(db, task.id), '') ?? [];
  const { state } = task;
  useClock(state.status === 'waiting' && (state.on.for === 'rate-limit' || state.on.for === 'late-send'));
  const waiting = waitingWords(task, now.value, t);
  return (
    <>
      <TaskHead task={task} />
      <main class="middle" ref={band}>
        <div class="task">
          <LivePicture task={task} />
          <PlanList taskId={task.id} plan={task.plan} live={!isEnded(state)} />
          <Timeline task={task} journal={journal} />
          {waiting && <p class="wait">{waiting}</p>}
          {state.status === 'waiting' && state.on.for === 'person' && (
            <button
              type="button"
              class="primary"
              onClick={() => void sendCommand({ type: 'hand-back', taskId: task.id })}
            >
              {t.task.handBack}
            </button>
          )}
          <CardStack approvals={approvals} />
          {questions.map((question) => (
            <QuestionCard key={question.id} question={question} />
          ))}
          {state.status === 'failed' && <TaskFailureNote taskId={task.id} failure={state.failure} />}
          {state.status === 'stopped' && (
            <p class="wait">
              {t.stoppedBy[state.by]} {t.nothingLost}
            </p>
          )}
          {state.status === 'done' && state.result !== '' && <Result source={state.result} />}
          {task.turns > 0 && <p class="faint cost">{usageWords(task, t)}</p>}
        </div>
      </main>
    </>
  );
}
