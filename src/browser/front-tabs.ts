/**
 * Remembers which tab the person has in front of each window, so that it can be given back when Chrome shows a tab of
 * the task on its own account: a page's form that posts into a new tab, or a script's link that is in no document.
 */
export class FrontTabs {
  readonly #now = new Map<number, number>();
  readonly #before = new Map<number, number>();

  /** Begins to listen, until the signal aborts. `changed` is told of each tab that comes to the front or leaves it. */
  async watch(changed: (tabId: number, inFront: boolean) => void, signal: AbortSignal): Promise<void> {
    const activated = ({ tabId, windowId }: { tabId: number; windowId: number }) => {
      const now = this.#now.get(windowId);
      if (now === tabId) return;
      if (now !== undefined) this.#before.set(windowId, now);
      this.#now.set(windowId, tabId);
      if (now !== undefined) changed(now, false);
      changed(tabId, true);
    };
    chrome.tabs.onActivated.addListener(activated);
    signal.addEventListener('abort', () => chrome.tabs.onActivated.removeListener(activated), { once: true });
    for (const { id, windowId } of await chrome.tabs.query({ active: true })) {
      if (id === undefined || this.#now.has(windowId)) continue;
      this.#now.set(windowId, id);
      changed(id, true);
    }
  }

  /** True for the tab in front of any window. */
  has(tabId: number): boolean {
    return [...this.#now.values()].includes(tabId);
  }

  /** Puts back what the person had in front if this tab took its place. Never brings up anything else. */
  async giveBack(tabId: number): Promise<void> {
    const tab = await chrome.tabs.get(tabId).catch(() => undefined);
    if (!tab?.active) return;
    const now = this.#now.get(tab.windowId);
    const mine = now === tabId ? this.#before.get(tab.windowId) : now;
    if (mine !== undefined && mine !== tabId) await chrome.tabs.update(mine, { active: true }).catch(() => undefined);
  }
}
