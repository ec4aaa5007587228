import { SiteGuard } from '../../../src/agent/site-guard';
import { Backstop } from '../../../src/browser/backstop';
import { Barrier } from '../../../src/browser/barrier';
import { DebuggerEvents } from '../../../src/browser/debugger-events';
import { Dialogs } from '../../../src/browser/dialogs';
import { TaskTabs } from '../../../src/browser/task-tabs';
import { decideRequest } from '../../../src/policy/decide-request';
import type { RequestEvidence } from '../../../src/policy/evidence';

/**
 * Three background tabs: `armed` is a task's tab as it is; `bare` the same with debugger, screencast and page scripts, but
 * no barrier; `plain` a tab that nobody attached to.
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

async function open(mode: Mode): Promise<number> {
  if (mode === 'plain') {
    const { id } = await chrome.tabs.create({ url: 'about:blank', active: false });
    if (id === undefined) throw new Error('the tab has no id');
    return id;
  }
  const sites = new SiteGuard(backstop, mode);
  const barrier = new Barrier({
    judge: async (_, request) => judge(request),
    stopped: () => undefined,
    childOpened: (tabId, kind, url) => sites.childOpened(tabId, kind, url),
  });
  const dialogs = new Dialogs();
  const tabs = new TaskTabs({
    title: mode,
    events,
    restored: [],
    onAttached: async (session, life) => {
      if (mode === 'armed') await barrier.arm(session);
      await dialogs.watch(session, () => undefined, life);
    },
    onOpened: async () => undefined,
    onLettingGo: (session) => barrier.letGo(session),
    onCancelled: () => undefined,
    onTouched: () => undefined,
    onChanged: (list) => {
      if (mode === 'armed') sites.tabsChanged(list);
    },
  });
  return (await tabs.open()).tabId;
}

function judge(request: RequestEvidence) {
  const task = { id: 'bench', prompt: '', origins: [], denied: [] };
  return decideRequest({
    request,
    page: { url: request.url, title: '', lang: '' },
    task,
    rules: [],
    tokens: [],
    learned: [],
  });
}

async function load(tabId: number, url: string): Promise<number> {
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
