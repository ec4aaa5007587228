import type { JSX } from 'preact';
import { whatWaits } from '../../store/approval-table';
import type { Task } from '../../store/task';
import { t } from '../messages/current';
import { db } from '../state/database';
import { useLive } from '../state/use-live';
import { CardStack } from './card-stack';
import { QuestionCard } from './question-card';

/** Everything that waits for the person, over all tasks. */
export function Inbox({ tasks }: { tasks: readonly Task[] }): JSX.Element {
  const waits = useLive(() => whatWaits(db), '');
  const nothing = waits && waits.approvals.length === 0 && waits.questions.length === 0;
  return (
    <main class="middle">
      <h1>{t.history.inboxTitle}</h1>
      <CardStack
        approvals={waits?.approvals ?? []}
        titleOf={(taskId) => tasks.find(({ id }) => id === taskId)?.title}
      />
      {/* Below the cards: one that was just answered must not move. */}
      {nothing && <p class="faint">{t.history.inboxEmpty}</p>}
      {waits?.questions.map((question) => (
        <QuestionCard key={question.id} question={question} />
      ))}
    </main>
  );
}
