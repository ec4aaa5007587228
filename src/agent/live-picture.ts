import type { ChromeToolset } from '../browser/toolset';
import type { OffstageDatabase } from '../store/database';
import { readTask, updateTask } from '../store/task-table';
import { keepPicture } from './pictures';

/** Keeps the panel's picture of a task fresh, beside the work: a step never waits for its picture. */
export class LivePicture {
  readonly #db: OffstageDatabase;
  readonly #taskId: string;
  readonly #toolset: Pick<ChromeToolset, 'thumbnail'>;
  #running: Promise<void> | undefined;
  #wanted = false;

  constructor(db: OffstageDatabase, taskId: string, toolset: Pick<ChromeToolset, 'thumbnail'>) {
    this.#db = db;
    this.#taskId = taskId;
    this.#toolset = toolset;
  }

  /** Asks for a new picture. Asking again while one is taken means one more after it, not many. */
  refresh(): void {
    this.#wanted = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves when the last picture that was asked for is written. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #work(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      // A tab that closes or navigates in this moment has no picture: the old one stays.
      const picture = await this.#toolset.thumbnail().catch(() => undefined);
      const task = picture && (await readTask(this.#db, this.#taskId));
      if (!picture || !task) continue;
      const { artifactId } = await keepPicture({ db: this.#db, taskId: this.#taskId }, 'thumbnail', picture);
      await updateTask(this.#db, this.#taskId, { thumbnailId: artifactId });
      if (task.thumbnailId) await this.#db.artifacts.delete(task.thumbnailId);
    }
  }
}
