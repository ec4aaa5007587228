/** Tabs that pages opened, each told once in a result's line and once in a state report. */
export class OpenedTabs {
  #untold: string[] = [];
  #unreported: string[] = [];

  add(tabId: number): void {
    this.#untold.push(String(tabId));
    this.#unreported.push(String(tabId));
  }

  /** Ids since this was last asked, for the line of a result. */
  takeUntold(): string[] {
    const opened = this.#untold;
    this.#untold = [];
    return opened;
  }

  /** The same for the next state report. */
  takeUnreported(): string[] {
    const opened = this.#unreported;
    this.#unreported = [];
    return opened;
  }
}
