import { Approval } from '../../store/approval';
import { approvalsOf } from '../../store/approval-table';
import { Question } from '../../store/question';
import { Task } from '../../store/task';
import { db } from './database';

/** A row that another version wrote and this one cannot read is left out, never shown half. */
function readable<T>(
  rows: readonly unknown[],
  schema: { safeParse(row: unknown): { success: boolean; data?: T } },
): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success && parsed.data !== undefined ? [parsed.data] : [];
  });
}

/** All tasks, newest first. */
export async function allTasks(): Promise<Task[]> {
  return readable<Task>(await db.tasks.orderBy('createdAt').reverse().toArray(), Task);
}

/** What waits for the person over all tasks, oldest first. */
export async function whatWaits(): Promise<{ approvals: Approval[]; questions: Question[] }> {
  const approvals = readable<Approval>(await db.approvals.where({ status: 'pending' }).sortBy('askedAt'), Approval);
  const questions = readable<Question>(
    await db.questions.filter(({ answer }) => answer === undefined).toArray(),
    Question,
  );
  return { approvals, questions };
}

/** A task's approvals, answered ones too, oldest first. */
export function approvalsOfTask(taskId: string): Promise<Approval[]> {
  return approvalsOf(db, taskId);
}

/** A task's open questions. */
export async function questionsOfTask(taskId: string): Promise<Question[]> {
  const rows = readable<Question>(await db.questions.where({ taskId }).sortBy('askedAt'), Question);
  return rows.filter(({ answer }) => answer === undefined);
}
