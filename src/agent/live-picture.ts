import { thumbnailPicture } from '../browser/tab-picture';
import type { TaskTabs } from '../browser/task-tabs';
import type { OffstageDatabase } from '../store/database';
import { readTask, updateTask } from '../store/task-table';
import { keepPicture } from './pictures';

/** Keeps the panel's picture of a task fresh, beside the work: a step never waits for its picture. */
export class LivePicture {
  readonly #db: OffstageDatabase;
  readonly #taskId: string;
  readonly #tabs: Pick<TaskTabs, 'active'>;
  #running: Promise<void> | undefined;
  #wanted = false;

  constructor(db: OffstageDatabase, taskId: string, tabs: Pick<TaskTabs, 'active'>) {
    this.#db = db;
    this.#taskId = taskId;
    this.#tabs = tabs;
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
      const tab = this.#tabs.active();
      // A tab that closes or navigates in this moment has no picture: the old one stays.
      const picture = tab && (await thumbnailPicture(tab).catch(() => undefined));
      const task = picture && (await readTask(this.#db, this.#taskId));
      if (!picture || !task) continue;
      const { artifactId } = await keepPicture({ db: this.#db, taskId: this.#taskId }, 'thumbnail', picture);
      await updateTask(this.#db, this.#taskId, { thumbnailId: artifactId });
      if (task.thumbnailId) await this.#db.artifacts.delete(task.thumbnailId);
    }
  }
}
