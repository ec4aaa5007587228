import { closeTabs } from '../browser/close-tabs';
import { webHostOf } from '../policy/site';
import type { GivenFile } from '../store/attachment';
import type { OffstageDatabase } from '../store/database';
import { appendEvent } from '../store/journal-log';
import { readSettings } from '../store/settings';
import { DEFAULT_BASE_URL } from '../store/settings-defaults';
import { isEnded, type Task, type TaskClient } from '../store/task';
import { createTask, deleteTask, openTasks, readTask, type TaskOrigin } from '../store/task-table';
import { RunningTasks } from './running-tasks';
import { endTask, queueAgain } from './task-end';
import type { TaskWorld } from './task-run';
import type { StoppedBy } from './task-stopped';

/** There is no such task, or it cannot work: `no-key` is a code of TaskFailure's too. */
export class TaskRefused extends Error {
  override name = 'TaskRefused';
  readonly code: 'no-key' | 'unknown-task';

  constructor(code: 'no-key' | 'unknown-task') {
    super(code);
    this.code = code;
  }
}

/** All tasks of this browser: starts, stops and resumes them. Which ones exist is the database's to say. */
export class TaskRegistry {
  readonly #world: TaskWorld;
  readonly #db: OffstageDatabase;
  readonly running: RunningTasks;
  #resuming: Promise<void> | undefined;

  constructor(world: TaskWorld) {
    this.#world = world;
    this.#db = world.db;
    this.running = new RunningTasks(world);
  }

  /** Begins a task. Throws TaskRefused when the settings cannot work, before anything is written. */
  async start(
    prompt: string,
    context: Task['context'],
    { files, ...origin }: TaskOrigin & { files?: readonly GivenFile[] | undefined } = {},
  ): Promise<string> {
    const { provider } = await readSettings();
    if (provider.apiKey === '' && provider.baseURL.startsWith(DEFAULT_BASE_URL)) throw new TaskRefused('no-key');
    const standIn = provider.model.startsWith('stand-in');
    const task = await createTask(this.#db, { prompt, context, model: provider.model, standIn, files, ...origin });
    await appendEvent(this.#db, task.id, { type: 'task_started' });
    this.running.run(task.id);
    return task.id;
  }

  /** Begins a session that a client drives call by call, without a model. It needs no key. */
  async openSession(client: TaskClient & { session: string }): Promise<string> {
    const title = client.session ? `${client.name}: ${client.session}` : client.name;
    const task = await createTask(this.#db, { prompt: title, model: '', standIn: false, client });
    await appendEvent(this.#db, task.id, { type: 'task_started' });
    this.running.run(task.id, { session: true });
    return task.id;
  }

  /** Ends a session after the calls that it has, and closes the tabs that it left in the background. */
  async endSession(taskId: string): Promise<void> {
    this.running.callsOf(taskId)?.end();
    await this.running.ended(taskId);
    const task = await readTask(this.#db, taskId);
    if (task) await closeTabs(tabIdsOf(task), task.groupId);
  }

  /** Adds a message of the person, or of a client in their place; an ended task goes on with it. */
  async say(taskId: string, text: string, client?: string): Promise<void> {
    const task = await readTask(this.#db, taskId);
    if (!task) throw new TaskRefused('unknown-task');
    const session = task.client?.session !== undefined;
    if (session && isEnded(task.state)) throw new TaskRefused('unknown-task');
    await appendEvent(this.#db, taskId, { type: 'person_said', text, ...(client === undefined ? {} : { client }) });
    if (session) this.running.callsOf(taskId)?.tell(`The person says in the browser: ${JSON.stringify(text)}`);
    else if (await queueAgain(this.#db, taskId)) {
      // What ended just now may not have been taken out yet.
      await this.running.ended(taskId);
      this.running.run(taskId);
    }
  }

  /** Stops a task and resolves once it has ended. One that is not running is marked as stopped if it was open. */
  async stop(taskId: string, by: StoppedBy): Promise<void> {
    if (await this.running.stop(taskId, by)) return;
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
    if (task) await closeTabs(tabIdsOf(task), task.groupId);
  }

  /** Picks up every task that has not ended and does not run: after any death of the worker. */
  resumeOpen(after: 'worker-restart' | 'browser-restart'): Promise<void> {
    this.#resuming ??= this.#resume(after).finally(() => {
      this.#resuming = undefined;
    });
    return this.#resuming;
  }

  async #resume(after: 'worker-restart' | 'browser-restart'): Promise<void> {
    const left = (await openTasks(this.#db)).filter(({ id }) => !this.running.has(id));
    // Closed first: until the debugger is there again, nobody looks at what these tabs send.
    await Promise.all(
      left.map((task) =>
        this.#world.backstop.resuming(
          task.id,
          tabIdsOf(task),
          task.tabs.flatMap(({ url }) => webHostOf(url) ?? []),
        ),
      ),
    );
    for (const task of left) {
      if (this.running.has(task.id)) continue;
      await appendEvent(this.#db, task.id, { type: 'resumed', after });
      this.running.run(task.id, { session: task.client?.session !== undefined });
    }
  }
}

function tabIdsOf({ tabs }: Task): number[] {
  return tabs.map(({ tabId }) => tabId);
}
