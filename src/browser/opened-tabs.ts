/** What is said of a tab whose form was blocked by rule: who reads it should not press the same again. */
const EMPTY =
  'left empty: the form that was to be posted into it was stopped and nothing was sent, because nobody could look at what it sends. Pressing it again will not help: find a way that opens no new tab, or ask the person to send it';

/** Tabs that pages opened, each told once in a result's line and once in a state report. */
export class OpenedTabs {
  readonly #empty = new Set<number>();
  #untold: number[] = [];
  #unreported: string[] = [];

  add(tabId: number): void {
    this.#untold.push(tabId);
    this.#unreported.push(String(tabId));
  }

  /** What a page posted into a tab that nobody was attached to yet was blocked (backstop.ts). */
  blocked(tabId: number): void {
    this.#empty.add(tabId);
  }

  gone(tabId: number): void {
    this.#empty.delete(tabId);
  }

  /** Ids since this was last asked, for the line of a result. */
  takeUntold(): string[] {
    return this.#untold.splice(0).map((tabId) => (this.#empty.delete(tabId) ? `${tabId}, ${EMPTY}` : String(tabId)));
  }

  /** The same for the next state report. */
  takeUnreported(): string[] {
    return this.#unreported.splice(0);
  }
}
