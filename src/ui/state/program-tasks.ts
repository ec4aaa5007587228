import { approvalsOf } from '../../store/approval-table';
import { readableRows } from '../../store/readable-rows';
import { Task } from '../../store/task';
import { db } from './database';

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
    readableRows(rows, Task).map(async (task) => {
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
