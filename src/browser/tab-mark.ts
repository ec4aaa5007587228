import { callReader } from './page-reader';

/** Longest time that a page may take to show or hide the mark, in milliseconds. */
const PATIENCE_MS = 1000;

/**
 * The quiet words in a tab of the agent's that the person has in front. They come and go with the person, and are out
 * of the way whenever a picture is taken.
 */
export class TabMark {
  readonly #tabId: number;
  #words = '';

  constructor(tabId: number) {
    this.#tabId = tabId;
  }

  /** Shows these words from now on, in each document that comes; empty shows nothing. */
  async say(words: string): Promise<void> {
    if (words === this.#words) return;
    this.#words = words;
    await this.#draw(words);
  }

  /** Call it when another document is there. */
  async again(): Promise<void> {
    if (this.#words !== '') await this.#draw(this.#words);
  }

  /** Runs something that must not see the mark. */
  async hiddenWhile<T>(work: () => Promise<T>): Promise<T> {
    if (this.#words === '') return work();
    await this.#draw('');
    try {
      return await work();
    } finally {
      void this.again();
    }
  }

  async #draw(words: string): Promise<void> {
    const late = AbortSignal.timeout(PATIENCE_MS);
    // A page that may not be entered, or that stands still, has no mark; nothing else depends on it.
    await callReader(this.#tabId, 'mark', [words], late).catch(() => undefined);
  }
}
