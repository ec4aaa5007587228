import './jitless';
import { BesidePerson } from '../../../src/agent/beside-person';
import { Gate } from '../../../src/agent/gate';
import { HandOver } from '../../../src/agent/hand-over';
import { SiteGuard } from '../../../src/agent/site-guard';
import { Backstop } from '../../../src/browser/backstop';
import { Barrier } from '../../../src/browser/barrier';
import { DebuggerEvents } from '../../../src/browser/debugger-events';
import { Dialogs } from '../../../src/browser/dialogs';
import { onDocument } from '../../../src/browser/own-document';
import { TaskTabs } from '../../../src/browser/task-tabs';
import { OffstageDatabase } from '../../../src/store/database';
import { putRule } from '../../../src/store/rule-table';
import { createTask, updateTask } from '../../../src/store/task-table';

/**
 * Three background tabs: `armed` is a task's tab as it is, judged by a real gate with its database and rules; `bare` the same
 * with debugger, screencast and page scripts, but no barrier; `plain` a tab that nobody attached to.
 */
export type Mode = 'armed' | 'bare' | 'plain';

/** What runs in the extension's own worker, beside the real thing, so that each round trip is a real one. */
export interface LoadBench {
  open(mode: Mode): Promise<number>;
  /** Loads a page and resolves with the page's own time from the start of its navigation to the end of its load event. */
  load(tabId: number, url: string): Promise<number>;
}

const events = new DebuggerEvents();
const backstop = new Backstop();
const db = new OffstageDatabase('bench');
/** Tells the policy of an address before it is opened, as the driver does. */
const opens = new Map<number, (url: string) => Promise<void>>();
/** As many as somebody has who answered 'always' or 'never' for a year. */
const RULES = 40;

async function open(mode: Mode): Promise<number> {
  if (mode === 'plain') {
    const { id } = await chrome.tabs.create({ url: 'about:blank', active: false });
    if (id === undefined) throw new Error('the tab has no id');
    return id;
  }
  const task = await createTask(db, { prompt: 'Load some pages', model: 'bench', standIn: true });
  for (let at = 0; at < RULES; at++) await putRule(db, { site: `site-${at}.example`, kind: 'send', answer: 'allow' });
  const life = new AbortController();
  const sites = new SiteGuard(backstop, task.id);
  const gate = new Gate({
    db,
    task,
    page: (tabId) => ({ url: tabs.byId(tabId)?.url ?? '', title: tabs.byId(tabId)?.title ?? '', lang: '' }),
    takePicture: async () => undefined,
    sites,
    carriesInto: (tabId) => barrier.watchAll(tabId),
  });
  const handOver = new HandOver(db, task.id);
  const barrier = new Barrier(new BesidePerson(gate.requests, handOver, sites));
  const dialogs = new Dialogs();
  const tabs: TaskTabs = new TaskTabs({
    title: mode,
    events,
    restored: [],
    onAttached: async (session, signal) => {
      if (mode === 'armed') await barrier.arm(session);
      await dialogs.watch(session, () => undefined, signal);
      if (mode === 'armed') onDocument(session, (_, how) => gate.newDocument(session.tabId, how), signal);
    },
    onOpened: async () => undefined,
    onLettingGo: (session) => barrier.letGo(session),
    onCancelled: () => undefined,
    onTouched: () => undefined,
    onChanged: (list) => {
      if (mode === 'armed') sites.tabsChanged(list);
      void updateTask(db, task.id, { tabs: list });
    },
  });
  gate.resume([]);
  await gate.refresh();
  gate.follow(life.signal);
  const { tabId } = await tabs.open();
  if (mode === 'armed')
    opens.set(tabId, (url) =>
      gate.beforeInput(tabId, {
        member: 'navigate',
        keys: url,
        page: { url: tabs.byId(tabId)?.url ?? '', title: '', lang: '' },
      }),
    );
  return tabId;
}

async function load(tabId: number, url: string): Promise<number> {
  await opens.get(tabId)?.(url);
  await go(tabId, url);
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId },
    func: async () => {
      const [entry] = performance.getEntriesByType('navigation');
      // The event's end is noted after the tab is said to be complete.
      while (entry instanceof PerformanceNavigationTiming && entry.loadEventEnd === 0)
        await new Promise((resolve) => setTimeout(resolve));
      return entry instanceof PerformanceNavigationTiming ? entry.loadEventEnd : 0;
    },
  });
  const ms = answer?.result;
  if (!ms) throw new Error(`${url} did not load`);
  // What the page would go on doing is not to disturb the next one.
  await go(tabId, new URL('/nothing', url).href);
  return ms;
}

function go(tabId: number, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(late);
      chrome.tabs.onUpdated.removeListener(heard);
      settle();
    };
    const heard = (id: number, { status }: { status?: string }, tab: chrome.tabs.Tab) => {
      if (id === tabId && status === 'complete' && tab.url?.split('#')[0] === url) end(resolve);
    };
    const late = setTimeout(() => end(() => reject(new Error(`${url} did not load within 60 s`))), 60_000);
    chrome.tabs.onUpdated.addListener(heard);
    chrome.tabs.update(tabId, { url }).catch((error: unknown) => end(() => reject(error)));
  });
}

const bench: LoadBench = { open, load };
Object.assign(globalThis, { loadBench: bench });
