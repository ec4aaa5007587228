import { attachmentId, attachmentKey, attachmentOf, type GivenFile } from './attachment';
import type { OffstageDatabase } from './database';
import { readableRows } from './readable-rows';
import { isEnded, Task, type TaskState, type Usage } from './task';

const TITLE_LENGTH = 60;

/** First words of a prompt, cut at a word, for lists and the tab group. */
export function titleOf(prompt: string): string {
  const line = prompt.trim().replace(/\s+/g, ' ');
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.slice(0, TITLE_LENGTH);
  const space = cut.lastIndexOf(' ');
  return `${space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut}…`;
}

/** What a task has that a client asked for. */
export type TaskOrigin = Pick<Task, 'client' | 'startUrl' | 'schema' | 'budgetUsd'> & Partial<Pick<Task, 'namedFiles'>>;

interface NewTask extends TaskOrigin {
  prompt: string;
  context?: Task['context'];
  model: string;
  standIn: boolean;
  files?: readonly GivenFile[] | undefined;
}

/** Writes a new queued task with the files that go along, and returns it. */
export async function createTask(db: OffstageDatabase, { files = [], ...given }: NewTask): Promise<Task> {
  const now = Date.now();
  const task = Task.parse({
    id: crypto.randomUUID(),
    ...given,
    title: titleOf(given.prompt),
    state: { status: 'queued' },
    status: 'queued',
    createdAt: now,
    updatedAt: now,
    plan: [],
    usage: { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 },
    turns: 0,
    tabs: handed(given.context),
    attachments: files.map(attachmentOf),
  });
  await db.transaction('rw', [db.tasks, db.artifacts], async () => {
    await db.tasks.add(task);
    await db.artifacts.bulkAdd(
      files.map(({ type, data }, at) => ({
        id: attachmentKey(task.id, attachmentId(at)),
        taskId: task.id,
        kind: 'attachment' as const,
        mediaType: type,
        data,
        at: now,
      })),
    );
  });
  return task;
}

/** The person's own tab that the task begins in: it is taken over like one of a former worker. */
function handed(context: Task['context']): Task['tabs'] {
  if (context?.tabId === undefined) return [];
  const { tabId, url, title } = context;
  return [{ tabId, url, title, active: true, nextRef: 1 }];
}

/** Reads one task; undefined when it is gone or unreadable. */
export async function readTask(db: OffstageDatabase, id: string): Promise<Task | undefined> {
  const parsed = Task.safeParse(await db.tasks.get(id));
  return parsed.success ? parsed.data : undefined;
}

/** Changes fields of a task other than its state. Does nothing when the task was deleted meanwhile. */
export async function updateTask(
  db: OffstageDatabase,
  id: string,
  change: Partial<Omit<Task, 'id' | 'state' | 'status'>>,
): Promise<void> {
  await db.tasks.update(id, { ...change, updatedAt: Date.now() });
}

/** Adds files that a client named for a task. */
export async function nameFiles(db: OffstageDatabase, id: string, paths: readonly string[]): Promise<void> {
  await db.transaction('rw', db.tasks, async () => {
    const task = await readTask(db, id);
    if (task) await updateTask(db, id, { namedFiles: [...new Set([...task.namedFiles, ...paths])] });
  });
}

/** Moves a task to another state, keeping the indexed copy of the status in step. */
export async function setTaskState(db: OffstageDatabase, id: string, state: TaskState): Promise<void> {
  await db.tasks.update(id, { state, status: state.status, updatedAt: Date.now() });
}

/** Moves a task to another state if it is in one that fits. */
export async function moveTask(
  db: OffstageDatabase,
  id: string,
  fits: (from: TaskState) => boolean,
  to: TaskState,
): Promise<void> {
  await db.transaction('rw', db.tasks, async () => {
    const task = await readTask(db, id);
    if (task && fits(task.state)) await setTaskState(db, id, to);
  });
}

/** Adds one turn's tokens to the task's sum, and what they cost, in US dollars, where that is known. */
export async function addUsage(
  db: OffstageDatabase,
  id: string,
  usage: Usage,
  costUsd: number | undefined,
): Promise<void> {
  await db.transaction('rw', db.tasks, async () => {
    const task = await readTask(db, id);
    if (!task) return;
    await updateTask(db, id, {
      turns: task.turns + 1,
      ...(costUsd === undefined ? {} : { costUsd: (task.costUsd ?? 0) + costUsd }),
      usage: {
        inputTokens: task.usage.inputTokens + usage.inputTokens,
        outputTokens: task.usage.outputTokens + usage.outputTokens,
        cacheReadTokens: task.usage.cacheReadTokens + usage.cacheReadTokens,
        cacheWriteTokens: task.usage.cacheWriteTokens + usage.cacheWriteTokens,
      },
    });
  });
}

/** Tasks that have not ended, oldest first. */
export async function openTasks(db: OffstageDatabase): Promise<Task[]> {
  const rows = await db.tasks.where('status').anyOf('queued', 'running', 'waiting').sortBy('createdAt');
  return readableRows(rows, Task).filter(({ state }) => !isEnded(state));
}

/** Tasks, newest first. */
export async function newestTasks(db: OffstageDatabase, most = Number.POSITIVE_INFINITY): Promise<Task[]> {
  return readableRows(await db.tasks.orderBy('createdAt').reverse().limit(most).toArray(), Task);
}

/** Removes a task with everything that belongs to it. */
export async function deleteTask(db: OffstageDatabase, id: string): Promise<void> {
  await db.transaction('rw', [db.tasks, db.journal, db.approvals, db.questions, db.artifacts, db.grants], async () => {
    await db.journal.where({ taskId: id }).delete();
    await db.approvals.where({ taskId: id }).delete();
    await db.questions.where({ taskId: id }).delete();
    await db.artifacts.where({ taskId: id }).delete();
    await db.grants.where({ taskId: id }).delete();
    await db.tasks.delete(id);
  });
}
