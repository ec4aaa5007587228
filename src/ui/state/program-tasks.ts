import { Approval } from '../../store/approval';
import { approvalsOf } from '../../store/approval-table';
import type { Client } from '../../store/client';
import { allClients } from '../../store/client-table';
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

/** Programs of the bridge, the one that worked last first. */
export function allPrograms(): Promise<Client[]> {
  return allClients(db);
}

/** What a program did: a task with the number of its calls and of what the person said to it. */
export interface ProgramTask {
  task: Task;
  steps: number;
  approved: number;
  denied: number;
}

/** Most tasks of a program that the settings list; the panel has all. */
const MOST_OF_PROGRAM = 20;

/** Tasks and sessions of a program, newest first. */
export async function tasksOfProgram(name: string): Promise<ProgramTask[]> {
  const rows = await db.tasks
    .orderBy('createdAt')
    .reverse()
    .filter(({ client }) => client?.name === name)
    .limit(MOST_OF_PROGRAM)
    .toArray();
  return Promise.all(
    readable<Task>(rows, Task).map(async (task) => {
      const answered = await approvalsOf(db, task.id);
      return {
        task,
        steps: await db.journal
          .where({ taskId: task.id })
          .filter(({ event }) => event.type === 'call_started')
          .count(),
        approved: answered.filter(({ status }) => status === 'approved').length,
        denied: answered.filter(({ status }) => status === 'denied').length,
      };
    }),
  );
}
