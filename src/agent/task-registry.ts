import { closeTabs } from '../browser/close-tabs';
import type { OffstageDatabase } from '../store/database';
import { appendEvent } from '../store/journal-log';
import { readSettings } from '../store/settings';
import { DEFAULT_BASE_URL } from '../store/settings-defaults';
import { isEnded, type Task, type TaskState } from '../store/task';
import { createTask, deleteTask, openTasks, readTask, setTaskState } from '../store/task-table';
import { runTask, type TaskWorld } from './task-run';
import { type StoppedBy, TaskStopped } from './task-stopped';

/** A task could not even begin; `code` is one of TaskFailure's. */
export class TaskRefused extends Error {
  override name = 'TaskRefused';
  readonly code: 'no-key' | 'unknown-task';

  constructor(code: 'no-key' | 'unknown-task') {
    super(code);
    this.code = code;
  }
}

interface Running {
  abort: AbortController;
  done: Promise<void>;
}

/** All tasks of this browser: starts, stops and resumes them. Which ones exist is the database's to say. */
export class TaskRegistry {
  readonly #world: TaskWorld;
  readonly #db: OffstageDatabase;
  readonly #running = new Map<string, Running>();

  constructor(world: TaskWorld) {
    this.#world = world;
    this.#db = world.db;
  }

  /** Begins a task. Throws TaskRefused when the settings cannot work, before anything is written. */
  async start(prompt: string, context: Task['context']): Promise<string> {
    const { provider } = await readSettings();
    if (provider.apiKey === '' && provider.baseURL.startsWith(DEFAULT_BASE_URL)) throw new TaskRefused('no-key');
    const standIn = provider.model.startsWith('stand-in');
    const task = await createTask(this.#db, { prompt, context, model: provider.model, standIn });
    await appendEvent(this.#db, task.id, { type: 'task_started' });
    this.#run(task.id);
    return task.id;
  }

  /** Adds a message of the person; an ended task goes on with it. */
  async say(taskId: string, text: string): Promise<void> {
    const task = await readTask(this.#db, taskId);
    if (!task) throw new TaskRefused('unknown-task');
    await appendEvent(this.#db, taskId, { type: 'person_said', text });
    if (isEnded(task.state)) {
      await setTaskState(this.#db, taskId, { status: 'queued' });
      this.#run(taskId);
    }
  }

  /** Stops a task and resolves once it has ended. One that is not running is marked as stopped if it was open. */
  async stop(taskId: string, by: StoppedBy): Promise<void> {
    const running = this.#running.get(taskId);
    if (running) {
      running.abort.abort(new TaskStopped(by));
      await running.done;
      return;
    }
    const task = await readTask(this.#db, taskId);
    if (task && !isEnded(task.state)) await endTask(this.#db, taskId, { status: 'stopped', by });
  }

  async stopAll(by: StoppedBy): Promise<void> {
    const open = await openTasks(this.#db);
    await Promise.all(open.map(({ id }) => this.stop(id, by)));
  }

  /** Stops a task, and removes everything it wrote and every tab it left in the background. */
  async delete(taskId: string): Promise<void> {
    await this.stop(taskId, 'person');
    const task = await readTask(this.#db, taskId);
    await deleteTask(this.#db, taskId);
    if (task)
      await closeTabs(
        task.tabs.map(({ tabId }) => tabId),
        task.groupId,
      );
  }

  /** Picks up every task that has not ended and does not run: after any death of the worker. */
  async resumeOpen(after: 'worker-restart' | 'browser-restart'): Promise<void> {
    const left = (await openTasks(this.#db)).filter(({ id }) => !this.#running.has(id));
    // Closed first: until the debugger is there again, nobody looks at what these tabs send.
    for (const { id, tabs } of left)
      await this.#world.backstop.resuming(
        id,
        tabs.map(({ tabId }) => tabId),
      );
    for (const task of left) {
      if (this.#running.has(task.id)) continue;
      await appendEvent(this.#db, task.id, { type: 'resumed', after });
      this.#run(task.id);
    }
  }

  /** True while any task runs in this worker. */
  get busy(): boolean {
    return this.#running.size > 0;
  }

  #run(taskId: string): void {
    if (this.#running.has(taskId)) return;
    const abort = new AbortController();
    const done = runTask(this.#world, taskId, abort)
      .then((state) => endTask(this.#db, taskId, state))
      .finally(() => this.#running.delete(taskId));
    this.#running.set(taskId, { abort, done });
  }
}

/** What still waited for the person falls with the task: an answer could do nothing any more. */
async function endTask(db: OffstageDatabase, taskId: string, state: TaskState): Promise<void> {
  if (!(await readTask(db, taskId))) return;
  await db.approvals.where({ taskId, status: 'pending' }).modify({ status: 'void' });
  await db.questions.filter((question) => question.taskId === taskId && question.answer === undefined).delete();
  await appendEvent(db, taskId, { type: 'task_ended', state });
  await setTaskState(db, taskId, state);
}
