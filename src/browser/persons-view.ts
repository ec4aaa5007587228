import type { Downloads } from './downloads';
import { FrontTabs } from './front-tabs';
import type { TabSet } from './tab-set';
import type { Press } from './touches';

/**
 * What the person sees of a task's tabs and does in them: a tab that they have in front says whose it is, and is
 * watched for their hand.
 */
export class PersonsView {
  readonly #tabs: TabSet;
  readonly #downloads: Downloads;
  readonly #onTouched: (tabId: number, press: Press | undefined) => void;
  readonly front = new FrontTabs();
  #drives = false;

  /**
   * @param onTouched the person pressed or typed, or without a press scrolled or went elsewhere, in a tab that they
   * have in front
   */
  constructor(
    tabs: TabSet,
    { downloads, onTouched }: { downloads: Downloads; onTouched(tabId: number, press: Press | undefined): void },
  ) {
    this.#tabs = tabs;
    this.#downloads = downloads;
    this.#onTouched = onTouched;
  }

  /** True while the person has the tabs. */
  get drives(): boolean {
    return this.#drives;
  }

  /** Begins to look at what is in front, until the signal aborts. */
  watch(signal: AbortSignal): Promise<void> {
    const changed = (tabId: number, inFront: boolean) => void this.#show(tabId, inFront).catch(() => undefined);
    return this.front.watch(changed, signal);
  }

  /** Call it for a tab that is new to the task: it may be in front already. */
  async adopted(tabId: number): Promise<void> {
    if (this.front.has(tabId)) await this.#show(tabId, true);
  }

  /** Also while they have the tabs: which of them they use is known by their hand alone. */
  touched(tabId: number, press: Press | undefined): void {
    if (this.#tabs.byId(tabId) && this.front.has(tabId)) this.#onTouched(tabId, press);
  }

  /** The person takes the tabs, or gives them back. */
  async changeHands(personDrives: boolean): Promise<void> {
    this.#drives = personDrives;
    this.#downloads.heed(!personDrives);
    for (const { tabId, mark } of this.#tabs.all()) if (this.front.has(tabId)) await mark.say(this.#words());
  }

  async #show(tabId: number, inFront: boolean): Promise<void> {
    const tab = this.#tabs.byId(tabId);
    if (!tab) return;
    if (inFront) await tab.touches.watch();
    await tab.mark.say(inFront ? this.#words() : '');
  }

  #words(): string {
    return chrome.i18n.getMessage(this.#drives ? 'markPerson' : 'markAgent');
  }
}
