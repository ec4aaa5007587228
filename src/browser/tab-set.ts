import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { GoneTabs } from './gone-tabs';
import type { OpenTab, TabRecord } from './open-tab';

/** Most tabs of a task: the API takes no more in a report. */
export const MOST_TABS = 100;

/**
 * The tabs that one task has open, and what became of those that it lost. The active one is the task's own state and never
 * Chrome's.
 */
export class TabSet {
  protected readonly tabs = new Map<number, OpenTab>();
  protected readonly gone = new GoneTabs();
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
    const tab = this.tabs.get(this.gone.nowCalled(Number(tabId)));
    if (!tab) throw new ToolError(this.gone.wordsFor(tabId));
    return tab;
  }

  active(): OpenTab | undefined {
    return [...this.tabs.values()].find((tab) => tab.active);
  }

  byId(tabId: number): OpenTab | undefined {
    return this.tabs.get(tabId);
  }

  activate(tabId: number): void {
    this.gone.chosen();
    for (const tab of this.tabs.values()) tab.active = tab.tabId === tabId;
    this.changed();
  }

  list(): TabRecord[] {
    return [...this.tabs.values()].map(({ tabId, url, title, active, nextRef }) => ({
      tabId,
      url,
      title,
      active,
      nextRef,
    }));
  }

  /** Writes down that refs up to this number were given out. */
  usedRefs(tabId: number, nextRef: number): void {
    const tab = this.tabs.get(tabId);
    if (!tab || tab.nextRef >= nextRef) return;
    tab.nextRef = nextRef;
    this.changed();
  }

  /** Reads title and URL from Chrome: its events come a moment after the page's. */
  async refresh(tabId: number): Promise<void> {
    const now = this.tabs.has(tabId) ? await chrome.tabs.get(tabId).catch(() => undefined) : undefined;
    if (now) this.updated(tabId, now);
  }

  protected updated(tabId: number, { url, title }: { url?: string | undefined; title?: string | undefined }): void {
    const tab = this.tabs.get(tabId);
    if (!tab || (url === undefined && title === undefined)) return;
    tab.url = url ?? tab.url;
    tab.title = title ?? tab.title;
    this.changed();
  }

  /** False for a tab that is not of the task. */
  protected forget(tabId: number): boolean {
    if (!this.tabs.delete(tabId)) return false;
    this.ensureActive();
    this.changed();
    return true;
  }

  protected ensureActive(): void {
    const tabs = [...this.tabs.values()];
    const last = tabs.at(-1);
    if (last && !tabs.some((tab) => tab.active)) last.active = true;
  }

  protected changed(): void {
    this.#onChanged(this.list());
  }
}
