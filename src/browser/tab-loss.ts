import { DebuggerDetached } from './debugger-session';
import type { OpenTab } from './open-tab';
import type { TabSet } from './tab-set';
import type { TaskTabs } from './task-tabs';
import type { Underway } from './underway';

/**
 * Notices when the debugger loses a tab of a task, while the task has it: the tab was closed, or it went where
 * extensions may not follow, or the person pressed Cancel in the infobar.
 */
export function watchLoss(
  { tabId, session }: OpenTab,
  given: { tabs: TabSet; underway: Underway; onCancelled(): void; life: AbortSignal },
): void {
  const lost = () => {
    const reason: unknown = session.gone.reason;
    if (given.life.aborted) return;
    if (reason instanceof DebuggerDetached && reason.reason === 'canceled_by_user') given.onCancelled();
    else given.underway.add(lookAfter(tabId, given.tabs));
  };
  session.gone.addEventListener('abort', lost, { once: true });
}

/** What became of a tab that was lost in the middle of a call; undefined when it is still there. */
export async function wordsForLost(tabs: TaskTabs, tabId: number): Promise<string | undefined> {
  // Who waited for the loss may hear of it before `watchLoss` does: Chromium 156 tells signals of AbortSignal.any
  // first.
  await new Promise((resolve) => setTimeout(resolve));
  await tabs.underway.done();
  if (tabs.byId(tabs.gone.nowCalled(tabId))) return undefined;
  tabs.gone.chosen();
  return tabs.gone.wordsFor(String(tabId));
}

async function lookAfter(tabId: number, tabs: TabSet): Promise<void> {
  const still = await chrome.tabs.get(tabId).catch(() => undefined);
  const isPdf = tabs.byId(tabId)?.health.documentType === 'application/pdf';
  tabs.lost(tabId, still ? (isPdf ? 'a PDF' : 'out of reach') : 'closed');
}
