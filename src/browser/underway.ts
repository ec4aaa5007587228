import { within } from './wait';

/**
 * Longest time until the tabs that pages asked for are there and on their way, in milliseconds. Each has an end of its
 * own, so this only bounds a machine that is busy: a card that is shown before they are there shows a half of what was
 * pressed.
 */
const DONE_MS = 10_000;

/**
 * What goes on about a task's tabs beside the calls: pages open tabs, tabs are lost, or wake up. What fails of it is
 * nobody's error.
 */
export class Underway {
  readonly #works = new Set<Promise<void>>();
  readonly #life: AbortSignal;

  /** @param life ends with the task */
  constructor(life: AbortSignal) {
    this.#life = life;
  }

  add(work: Promise<void>): void {
    const ending = work.catch(() => undefined).finally(() => this.#works.delete(ending));
    this.#works.add(ending);
  }

  /** Resolves when all of it is done, what came meanwhile too, or after a while. Rejects when the task ends. */
  async done(): Promise<void> {
    if (this.#works.size > 0) await within(DONE_MS, this.#ended(), this.#life);
  }

  async #ended(): Promise<void> {
    while (this.#works.size > 0) await Promise.all(this.#works);
  }
}
