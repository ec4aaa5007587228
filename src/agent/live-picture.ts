import { thumbnailPicture } from '../browser/tab-picture';
import type { TaskTabs } from '../browser/task-tabs';
import type { OffstageDatabase } from '../store/database';
import { readTask, updateTask } from '../store/task-table';
import type { Picture } from '../vision/picture';
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
      if (picture) await this.#keep(picture);
    }
  }

  /** In one go: a picture of a task that is deleted meanwhile would stay for ever. */
  async #keep(picture: Picture): Promise<void> {
    const [db, taskId] = [this.#db, this.#taskId];
    await db.transaction('rw', [db.tasks, db.artifacts], async () => {
      const task = await readTask(db, taskId);
      if (!task) return;
      const { artifactId } = await keepPicture({ db, taskId }, 'thumbnail', picture);
      await updateTask(db, taskId, { thumbnailId: artifactId });
      if (task.thumbnailId) await db.artifacts.delete(task.thumbnailId);
    });
  }
}
