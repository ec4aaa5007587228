import type { BetaBrowserState } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { BetaBrowserStateTabEntry } from '@anthropic-ai/sdk/resources/beta';
import type { Driver } from '../driver';
import { MOST_TABS } from '../tab-set';

/** All tabs of the task as the API wants them; the SDK puts it beside a result where it is due. */
export function browserState({ tabs }: Driver): BetaBrowserState {
  return {
    tabs: listTabs(tabs),
    state_changes: [
      ...tabs.opened.takeUnreported().map((tab_id) => ({ type: 'tab_opened' as const, tab_id })),
      ...tabs.downloads.takeChanges(),
    ],
  };
}

export function listTabs(tabs: Driver['tabs']): BetaBrowserStateTabEntry[] {
  return tabs.list().map(({ tabId, title, url, active }) => ({ tab_id: String(tabId), title, url, active }));
}

/** Opens a blank tab in the background and makes it the task's active one. */
export async function newTab(driver: Driver): Promise<BetaBrowserStateTabEntry> {
  if (driver.tabs.list().length >= MOST_TABS)
    throw new ToolError(`${MOST_TABS} tabs are open, which is the most. Close some first.`);
  const { tabId } = await driver.tabs.open();
  return entry(driver, tabId);
}

/** Makes a tab the task's active one: Chrome's front tab stays what it is. */
export function switchTab(driver: Driver, tabId: string): BetaBrowserStateTabEntry {
  const tab = driver.tabs.get(tabId);
  driver.tabs.activate(tab.tabId);
  return entry(driver, tab.tabId);
}

export async function closeTab(driver: Driver, tabId: string, signal: AbortSignal | null | undefined): Promise<void> {
  const tab = driver.tabs.get(tabId);
  if (!tab.health.crashed.aborted) await driver.expectLeaving(tab);
  signal?.throwIfAborted();
  await driver.tabs.close(tab.tabId);
}

function entry(driver: Driver, tabId: number): BetaBrowserStateTabEntry {
  const found = listTabs(driver.tabs).find(({ tab_id }) => tab_id === String(tabId));
  if (!found) throw new ToolError('The tab was closed at once. Open another one.');
  driver.notes.add({ url: found.url, title: found.title });
  return found;
}
