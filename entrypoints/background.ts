import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { runCommand } from '../src/agent/commands';
import { keepGroupLooks } from '../src/agent/group-looks';
import { keepResumeAlarm, lastDeath, RESUME_ALARM } from '../src/agent/resume-alarm';
import { TaskRegistry } from '../src/agent/task-registry';
import { watchWaitingCount } from '../src/agent/waiting-count';
import { notifyOfWaiting, openNotice } from '../src/agent/waiting-notices';
import { Bridge } from '../src/bridge/bridge';
import { BRIDGE_ALARM } from '../src/bridge/native-port';
import { Backstop } from '../src/browser/backstop';
import { DebuggerEvents } from '../src/browser/debugger-events';
import { showTab } from '../src/browser/show-tab';
import { OffstageDatabase } from '../src/store/database';
import { messagesFor } from '../src/ui/messages/choose';
import { forPrograms } from '../src/ui/messages/for-programs';
import { noticeWords } from '../src/ui/wording/notice-words';
import { wordsForPrograms } from '../src/ui/wording/words-for-programs';

const OWN_ORIGIN = chrome.runtime.getURL('');

export default defineBackground(() => {
  const db = new OffstageDatabase();
  const tasks = new TaskRegistry({ db, events: new DebuggerEvents(), backstop: new Backstop() });
  const bridge = new Bridge({ db, tasks, words: wordsForPrograms(forPrograms) });
  const forever = new AbortController().signal;

  // What is asked of a task waits until this worker has taken it up, or it would find none. A failure is tried again by
  // the alarm.
  const resumed = lastDeath()
    .then((death) => tasks.resumeOpen(death))
    .catch(() => undefined);

  // Chrome allows listeners only in the worker's first turn; the work behind them may wait.
  // Without a listener Chrome would not start the worker with the browser, and open tasks would wait for a click.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    // Only our own pages speak to the worker: content scripts have our id too, but not our origin.
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(OWN_ORIGIN)) return undefined;
    return resumed.then(() => runCommand(message, { db, tasks, tabs: { show: showTab }, bridge }));
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') openPanel(tab);
    if (command === 'stop-everything') void resumed.then(() => tasks.stopAll('shortcut'));
    if (command === 'hand-over') handOver(tab);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RESUME_ALARM) void tasks.resumeOpen('worker-restart');
    if (name === BRIDGE_ALARM) bridge.connect();
  });
  chrome.notifications.onClicked.addListener(openNotice);
  void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });

  /** A task's tab changes hands. Any other tab goes along with the next task, which works in it. */
  function handOver(tab: PressedOn): void {
    const owner = tab?.id === undefined ? undefined : tasks.running.ownerOf(tab.id);
    if (owner === undefined) openPanel(tab, { handed: true });
    else void tasks.running.passTabs(owner);
  }

  keepResumeAlarm(db, forever);
  keepGroupLooks(db, forever);
  watchWaitingCount(db, showBadge, forever);
  notifyOfWaiting(db, noticeWords(messagesFor(browser.i18n.getUILanguage())), forever);
  void resumed.then(() => bridge.start());
});

/** The tab in front when a shortcut was pressed. */
type PressedOn = { id?: number; windowId?: number; url?: string; title?: string } | undefined;

/** Chrome opens the panel only inside the gesture: nothing may be awaited before it. */
function openPanel(tab: PressedOn, { handed = false } = {}): void {
  if (tab?.windowId === undefined) return;
  void chrome.sidePanel.open({ windowId: tab.windowId });
  if (tab.url && /^https?:/.test(tab.url)) {
    void browser.storage.session.set({
      'panel-context': { url: tab.url, title: tab.title ?? '', ...(handed ? { tabId: tab.id } : {}) },
    });
  }
}

function showBadge(count: number): void {
  void chrome.action.setBadgeText({ text: count > 0 ? String(count) : '' });
  void chrome.action.setBadgeBackgroundColor({ color: '#b7791f' });
}
