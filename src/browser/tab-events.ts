/** What Chrome tells of tabs that the debugger does not. */
export interface TabEvents {
  updated(tabId: number, change: { url?: string; title?: string }): void;
  removed(tabId: number): void;
  /** Chrome gave a tab another id. */
  replaced(added: number, gone: number): void;
  /** A page opened a tab by itself. */
  opened(sourceTabId: number, tabId: number): void;
  /** A rule blocked what a tab was to show. */
  blocked(tabId: number): void;
  /** The person went elsewhere by the address bar. */
  steered(tabId: number): void;
}

/** Listens until the signal aborts. */
export function onTabEvents(
  { updated, removed, replaced, opened, blocked, steered }: TabEvents,
  signal: AbortSignal,
): void {
  // Not openerTabId of tabs.onCreated: for a tab that comes to the front, that is the tab that was in front before.
  const created = ({ sourceTabId, tabId }: { sourceTabId: number; tabId: number }) => opened(sourceTabId, tabId);
  const committed = ({ tabId, frameId, transitionQualifiers: how }: Committed) => {
    if (frameId === 0 && how.includes('from_address_bar')) steered(tabId);
  };
  const failed = ({ tabId, frameId, error }: { tabId: number; frameId: number; error: string }) => {
    if (frameId === 0 && error === 'net::ERR_BLOCKED_BY_CLIENT') blocked(tabId);
  };
  chrome.tabs.onUpdated.addListener(updated);
  chrome.tabs.onRemoved.addListener(removed);
  chrome.tabs.onReplaced.addListener(replaced);
  chrome.webNavigation.onCreatedNavigationTarget.addListener(created);
  chrome.webNavigation.onCommitted.addListener(committed);
  chrome.webNavigation.onErrorOccurred.addListener(failed);
  signal.addEventListener('abort', () => {
    chrome.tabs.onUpdated.removeListener(updated);
    chrome.tabs.onRemoved.removeListener(removed);
    chrome.tabs.onReplaced.removeListener(replaced);
    chrome.webNavigation.onCreatedNavigationTarget.removeListener(created);
    chrome.webNavigation.onCommitted.removeListener(committed);
    chrome.webNavigation.onErrorOccurred.removeListener(failed);
  });
}

interface Committed {
  tabId: number;
  frameId: number;
  transitionQualifiers: readonly string[];
}
