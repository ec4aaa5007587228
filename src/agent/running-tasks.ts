import { CallQueue, sessionOver } from './call-queue';
import { HandOver } from './hand-over';
import { endTask } from './task-end';
import { runTask, type TaskWorld } from './task-run';
import { type StoppedBy, TaskStopped } from './task-stopped';

interface Running {
  abort: AbortController;
  handOver: HandOver;
  done: Promise<void>;
  /** Of a session that a client drives. */
  calls?: CallQueue;
}

/** What became of a word of the person's that passes a task's tabs on. */
export type TabsPassed = 'passed' | 'passed before' | 'not running';

/** The tasks that run in this worker, and what reaches into them. */
export class RunningTasks {
  readonly #world: TaskWorld;
  readonly #running = new Map<string, Running>();

  constructor(world: TaskWorld) {
    this.#world = world;
  }

  has(taskId: string): boolean {
    return this.#running.has(taskId);
  }

  /** Runs a task to its end, which is written down. Nothing for one that runs already. */
  run(taskId: string, { session = false } = {}): void {
    if (this.#running.has(taskId)) return;
    const abort = new AbortController();
    const calls = session ? new CallQueue() : undefined;
    const handOver = new HandOver(this.#world.db, taskId);
    const done = runTask(this.#world, taskId, { abort, handOver, calls })
      .then(async (state) => {
        calls?.close(sessionOver(state));
        return endTask(this.#world.db, taskId, state);
      })
      .finally(() => this.#running.delete(taskId))
      .then((ended) => {
        if (!ended) this.run(taskId);
      });
    this.#running.set(taskId, { abort, done, handOver, ...(calls ? { calls } : {}) });
  }

  /** Resolves when a task does not run any more. */
  async ended(taskId: string): Promise<void> {
    await this.#running.get(taskId)?.done;
  }

  /** Stops a task and resolves once it has ended; false for one that does not run. */
  async stop(taskId: string, by: StoppedBy): Promise<boolean> {
    const running = this.#running.get(taskId);
    running?.abort.abort(new TaskStopped(by));
    await running?.done;
    return running !== undefined;
  }

  /** Where the calls of a session go; undefined when it does not run. */
  callsOf(taskId: string): CallQueue | undefined {
    return this.#running.get(taskId)?.calls;
  }

  /** The task that a tab belongs to. */
  ownerOf(tabId: number): string | undefined {
    return [...this.#running].find(([, { handOver }]) => handOver.tabIds.includes(tabId))?.[0];
  }

  /** The person takes a task's tabs, or gives them back when they have them. */
  async passTabs(taskId: string): Promise<void> {
    if ((await this.handBack(taskId)) === 'passed before') await this.takeOver(taskId);
  }

  /** The person takes a task's tabs. */
  takeOver(taskId: string): Promise<TabsPassed> {
    return this.#pass(taskId, (handOver) => handOver.took('command'));
  }

  /** The person gives them back. */
  handBack(taskId: string): Promise<TabsPassed> {
    return this.#pass(taskId, (handOver) => handOver.gaveBack());
  }

  /** Who has the tabs is known once a task has read its journal; one that ends before that has none to give. */
  async #pass(taskId: string, pass: (handOver: HandOver) => Promise<boolean>): Promise<TabsPassed> {
    const running = this.#running.get(taskId);
    if (!running) return 'not running';
    const { handOver, done } = running;
    const passed = async () => ((await pass(handOver)) ? 'passed' : 'passed before');
    return Promise.race([handOver.known.then(passed), done.then(() => 'not running' as const)]);
  }
}
