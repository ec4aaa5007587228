import type { OffstageDatabase } from '../store/database';
import type { Task } from '../store/task';

/**
 * What one task came to know of the requests of its pages, kept with the task so that the next worker knows it too:
 * what pages send by themselves, and what was stopped.
 */
export class KnownRequests {
  readonly #db: OffstageDatabase;
  readonly #taskId: string;
  readonly #learned: Set<string>;
  readonly #stopped: Set<string>;

  constructor(db: OffstageDatabase, { id, learned = [], stopped = [] }: Pick<Task, 'id' | 'learned' | 'stopped'>) {
    this.#db = db;
    this.#taskId = id;
    this.#learned = new Set(learned);
    this.#stopped = new Set(stopped);
  }

  /** Shapes (`learnedKeyOf`) that pages sent before anyone touched them. */
  get learned(): readonly string[] {
    return [...this.#learned];
  }

  /** Signatures of what was stopped, whatever became of it. */
  get stopped(): readonly string[] {
    return [...this.#stopped];
  }

  wasStopped(signature: string): boolean {
    return this.#stopped.has(signature);
  }

  learn(key: string): void {
    if (this.#learned.has(key)) return;
    this.#learned.add(key);
    void this.#db.tasks.update(this.#taskId, { learned: this.learned });
  }

  stop(signature: string): void {
    if (this.#stopped.has(signature)) return;
    this.#stopped.add(signature);
    void this.#db.tasks.update(this.#taskId, { stopped: this.stopped });
  }
}
