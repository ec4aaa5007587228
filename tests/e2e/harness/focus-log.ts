import type { Page } from 'puppeteer';

/** A change of what the person has in front, as Chrome reports it. */
export interface FocusChange {
  what: 'tab-activated' | 'window-focused';
  id: number;
}

/** Begins to write down every activation of a tab and every focus change of a window, in a page of the extension. */
export async function recordFocus(ownPage: Page): Promise<void> {
  await ownPage.evaluate(() => {
    const changes: FocusChange[] = [];
    Object.assign(globalThis, { focusChanges: changes });
    chrome.tabs.onActivated.addListener(({ tabId }) => changes.push({ what: 'tab-activated', id: tabId }));
    chrome.windows.onFocusChanged.addListener((id) => changes.push({ what: 'window-focused', id }));
  });
}

/** What was written down so far. */
export async function focusChanges(ownPage: Page): Promise<FocusChange[]> {
  return ownPage.evaluate(() => (globalThis as unknown as { focusChanges: FocusChange[] }).focusChanges);
}
