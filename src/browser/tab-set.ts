import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { GoneTabs, type HowGone } from './gone-tabs';
import type { OpenTab, TabRecord } from './open-tab';

/** Most tabs of a task: the API takes no more in a report. */
export const MOST_TABS = 100;

/**
 * The tabs that one task has open, and what became of those that it lost. The active one is the task's own state and
 * never Chrome's.
 */
export class TabSet {
  readonly #tabs = new Map<number, OpenTab>();
  readonly gone = new GoneTabs();
  readonly #onChanged: (tabs: TabRecord[]) => void;

  constructor(onChanged: (tabs: TabRecord[]) => void) {
    this.#onChanged = onChanged;
  }

  /** The tab with an id of the model, or the active one. Throws a ToolError that says what to do. */
  get(tabId?: string | null): OpenTab {
    if (tabId === undefined || tabId === null || tabId === '') {
      const active = this.active();
      this.gone.checkActive(active);
      if (!active) throw new ToolError('No tab is open. Open one with new_tab.');
      return active;
    }
    const tab = this.#tabs.get(this.gone.nowCalled(Number(tabId)));
    if (!tab) throw new ToolError(this.gone.wordsFor(tabId));
    return tab;
  }

  active(): OpenTab | undefined {
    return this.all().find((tab) => tab.active);
  }

  byId(tabId: number): OpenTab | undefined {
    return this.#tabs.get(tabId);
  }

  all(): OpenTab[] {
    return [...this.#tabs.values()];
  }

  list(): TabRecord[] {
    return this.all().map(({ tabId, url, title, active, nextRef }) => ({ tabId, url, title, active, nextRef }));
  }

  /** Whoever adds a tab says that the set has changed when all about it is known. */
  add(tab: OpenTab): void {
    this.#tabs.set(tab.tabId, tab);
  }

  activate(tabId: number): void {
    this.gone.chosen();
    for (const tab of this.all()) tab.active = tab.tabId === tabId;
    this.changed();
  }

  /** Writes down that refs up to this number were given out. */
  usedRefs(tabId: number, nextRef: number): void {
    const tab = this.#tabs.get(tabId);
    if (!tab || tab.nextRef >= nextRef) return;
    tab.nextRef = nextRef;
    this.changed();
  }

  /** Reads title and URL from Chrome: its events come a moment after the page's. */
  async refresh(tabId: number): Promise<void> {
    const now = this.#tabs.has(tabId) ? await chrome.tabs.get(tabId).catch(() => undefined) : undefined;
    if (now) this.updated(tabId, now);
  }

  updated(tabId: number, { url, title }: { url?: string | undefined; title?: string | undefined }): void {
    const tab = this.#tabs.get(tabId);
    if (!tab || (url === undefined && title === undefined)) return;
    tab.url = url ?? tab.url;
    tab.title = title ?? tab.title;
    this.changed();
  }

  async close(tabId: number): Promise<void> {
    // Forgotten first: Chrome's own event says nothing of who closed it.
    this.forget(tabId);
    await chrome.tabs.remove(tabId);
  }

  /** A tab went away without the task's doing. Nothing for one that is not of the task. */
  lost(tabId: number, how: HowGone): void {
    this.gone.add(this.#tabs.get(tabId), how);
    this.forget(tabId);
  }

  /** Takes a tab out to which Chrome gave another id: the old one goes on naming it. */
  renamed(from: number, to: number): OpenTab | undefined {
    const tab = this.#tabs.get(from);
    if (tab && this.#tabs.delete(from)) this.gone.renamed(from, to);
    return tab;
  }

  /** False for a tab that is not of the task. */
  forget(tabId: number): boolean {
    if (!this.#tabs.delete(tabId)) return false;
    this.ensureActive();
    this.changed();
    return true;
  }

  ensureActive(): void {
    const last = this.all().at(-1);
    if (last && !this.active()) last.active = true;
  }

  changed(): void {
    this.#onChanged(this.list());
  }
}
