/**
 * Brings a tab and its window to the front. The only place in the extension that moves focus: call it for nothing but
 * a person's own wish to look.
 */
export async function showTab(tabId: number): Promise<void> {
  const tab = await chrome.tabs.update(tabId, { active: true });
  if (tab) await chrome.windows.update(tab.windowId, { focused: true });
}
