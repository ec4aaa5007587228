import { Approval } from '../store/approval';
import type { OffstageDatabase } from '../store/database';
import { readJournal } from '../store/journal-log';
import { Question } from '../store/question';
import type { Task } from '../store/task';
import { readTask } from '../store/task-table';
import type { TaskAnswer } from './answers';
import type { BridgeWords } from './bridge-words';

type Summary = Omit<TaskAnswer, 'news' | 'seen'>;

/** A task as the bridge tells it, without its steps. */
export async function taskSummary(db: OffstageDatabase, words: BridgeWords, task: Task): Promise<Summary> {
  const { id: taskId, title, status, state, createdAt: startedAt, costUsd } = task;
  const base = { taskId, title, status, startedAt, ...(costUsd === undefined ? {} : { costUsd }) };
  switch (state.status) {
    case 'done':
      return {
        ...base,
        result: state.result,
        ...(state.structured === undefined ? {} : { structured: state.structured }),
      };
    case 'failed':
      return { ...base, failure: { code: state.failure.code, message: words.failure(state.failure) } };
    case 'waiting':
      return { ...base, ...(await waits(db, words, task)) };
    default:
      return base;
  }
}

/**
 * The same with the steps since `seen`, a journal number; undefined when the task is gone. State and steps are of one
 * moment: a client that had read the last event beside the state before it would wait for news that never comes.
 */
export async function taskAnswer(
  db: OffstageDatabase,
  words: BridgeWords,
  taskId: string,
  seen: number,
): Promise<TaskAnswer | undefined> {
  return db.transaction('r', [db.tasks, db.journal, db.approvals, db.questions], async () => {
    const task = await readTask(db, taskId);
    if (!task) return undefined;
    const journal = await readJournal(db, taskId);
    return {
      ...(await taskSummary(db, words, task)),
      news: words.news(journal).filter(({ seq }) => seq >= seen),
      seen: (journal.at(-1)?.seq ?? -1) + 1,
    };
  });
}

async function waits(
  db: OffstageDatabase,
  words: BridgeWords,
  task: Task,
): Promise<Pick<TaskAnswer, 'waitingFor' | 'question'>> {
  if (task.state.status !== 'waiting') return {};
  const { on } = task.state;
  if (on.for === 'approval') {
    const approval = Approval.safeParse(await db.approvals.get(on.approvalId));
    return { waitingFor: `the person's approval${approval.success ? `: ${words.approval(approval.data)}` : ''}` };
  }
  if (on.for === 'question') {
    const question = Question.safeParse(await db.questions.get(on.questionId));
    if (!question.success || question.data.answer !== undefined) return {};
    const { text, options } = question.data;
    return { waitingFor: 'an answer', question: { text, options } };
  }
  return { waitingFor: words.waiting(task) ?? on.for };
}
