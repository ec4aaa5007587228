import { liveQuery } from 'dexie';
import { z } from 'zod';
import type { Approval } from '../store/approval';
import { whatWaits } from '../store/approval-table';
import type { OffstageDatabase } from '../store/database';
import { readTask } from '../store/task-table';

/** What a notification says beside the task's title. A screen shows it to whoever is near, so it holds no contents. */
export interface NoticeWords {
  /** @param kind of what waits for the approval; site: the host that would receive it */
  approval(effect: Pick<Approval['effect'], 'kind' | 'summary'>): string;
  question(): string;
}

interface Waiting {
  /** Of the approval or question. */
  id: string;
  title: string;
  words: string;
}

const PANEL = 'sidepanel.html';
/**
 * What was told already, in session storage: the worker ends after half a minute of rest and must not tell it twice.
 */
const TOLD = 'told-waiting';
/** Id of the notification by the id of what waits. */
const Told = z.record(z.string(), z.string()).catch({});

/**
 * Shows a notification when something begins to wait for the person while they see no panel, and takes it away when it
 * was answered or fell away, until the signal aborts. Nothing comes to the front by it.
 */
export function notifyOfWaiting(db: OffstageDatabase, words: NoticeWords, signal: AbortSignal): void {
  let shown = Promise.resolve();
  const subscription = liveQuery(() => noticesOf(db, words)).subscribe((waiting) => {
    shown = shown.then(() => show(waiting)).catch(() => undefined);
  });
  signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
}

/**
 * Opens the panel after a click on a notification: call it before anything is awaited, because Chrome opens the panel
 * only inside the gesture. Where it does not, the same page opens as a tab.
 */
export function openNotice(id: string): void {
  const windowId = Number(/^waiting \S+ (\d+)$/.exec(id)?.[1] ?? Number.NaN);
  if (Number.isNaN(windowId)) return;
  const opened = chrome.sidePanel.open({ windowId });
  void chrome.notifications.clear(id);
  opened
    .catch(() => chrome.tabs.create({ url: chrome.runtime.getURL(PANEL) }))
    .then(() => chrome.windows.update(windowId, { focused: true }))
    // The window was closed meanwhile.
    .catch(() => undefined);
}

async function noticesOf(db: OffstageDatabase, words: NoticeWords): Promise<Waiting[]> {
  const { approvals, questions } = await whatWaits(db);
  const waiting: Waiting[] = [];
  for (const approval of approvals) {
    const task = await readTask(db, approval.taskId);
    if (task) waiting.push({ id: approval.id, title: task.title, words: words.approval(approval.effect) });
  }
  for (const question of questions) {
    const task = await readTask(db, question.taskId);
    // What a program's task asks, the program is asked first.
    if (task && !task.client) waiting.push({ id: question.id, title: task.title, words: words.question() });
  }
  return waiting;
}

async function show(waiting: readonly Waiting[]): Promise<void> {
  const told = Told.parse((await chrome.storage.session.get(TOLD))[TOLD]);
  const gone = Object.keys(told).filter((id) => !waiting.some((each) => each.id === id));
  const fresh = waiting.filter(({ id }) => told[id] === undefined);
  if (gone.length === 0 && fresh.length === 0) return;
  for (const id of gone) {
    await chrome.notifications.clear(told[id] ?? '');
    delete told[id];
  }
  const seen = fresh.length > 0 && (await panelIsSeen());
  for (const { id, title, words } of fresh) {
    // The window is told apart now: in the click there is no time to ask for it.
    const noticeId = `waiting ${id} ${await lastWindow()}`;
    told[id] = noticeId;
    if (seen) continue;
    const iconUrl = chrome.runtime.getURL('icon/128.png');
    await chrome.notifications.create(noticeId, { type: 'basic', iconUrl, title, message: words });
  }
  await chrome.storage.session.set({ [TOLD]: told });
}

/** True while the person has a panel open, or the same page in front as a tab. */
async function panelIsSeen(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({ documentUrls: [chrome.runtime.getURL(PANEL)] });
  for (const { contextType, tabId } of contexts) {
    if (contextType === 'SIDE_PANEL') return true;
    const tab = await chrome.tabs.get(tabId).catch(() => undefined);
    if (tab?.active) return true;
  }
  return false;
}

async function lastWindow(): Promise<number> {
  const last = await chrome.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => undefined);
  return last?.id ?? 0;
}
