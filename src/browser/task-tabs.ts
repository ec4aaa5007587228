import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { ConsoleLog } from './console-log';
import type { DebuggerEvents } from './debugger-events';
import { DebuggerSession } from './debugger-session';
import { Downloads } from './downloads';
import { FrontTabs } from './front-tabs';
import { GoneTabs } from './gone-tabs';
import { NetworkLog } from './network-log';
import type { OptionalMembers } from './optional-members';
import { PageHealth } from './page-health';
import { PageOpenings } from './page-openings';
import { pageError } from './page-problem';
import { Screencast } from './screencast';
import { Sight } from './sight';
import { wakePage } from './sleeping-tab';
import { pause } from './wait';

/** A tab of a task, as it is written down and as the model is told. */
export interface TabRecord {
  tabId: number;
  url: string;
  title: string;
  active: boolean;
  nextRef: number;
}

export interface TaskTabsOptions {
  title: string;
  events: DebuggerEvents;
  /** Tabs that a former worker had open. */
  restored: readonly TabRecord[];
  groupId?: number | undefined;
  /** What is listened to from the beginning, for the members that read it. */
  optional?: Pick<OptionalMembers, 'read_console' | 'read_network'>;
  /** Awaited before the tab is used: the barrier arms here. */
  onAttached(session: DebuggerSession, signal: AbortSignal): Promise<void>;
  /** The person pressed Cancel in the infobar. */
  onCancelled(): void;
  onChanged(tabs: TabRecord[], groupId: number | undefined): void;
}

export interface OpenTab extends TabRecord {
  session: DebuggerSession;
  screencast: Screencast;
  health: PageHealth;
  console: ConsoleLog;
  network: NetworkLog;
  sight: Sight;
  /** True while the model holds the left button down. */
  pressed: boolean;
}

/** Most tabs of a task: the API takes no more in a report. */
export const MOST_TABS = 100;

/** Longest time until a tab that a page asked for is there and on its way, in milliseconds. */
const OPENING_MS = 3000;

/**
 * The tabs of one task. The active one is the task's own state and never Chrome's: nothing here brings a tab to the
 * front or focuses a window.
 */
export class TaskTabs {
  readonly #options: TaskTabsOptions;
  readonly #tabs = new Map<number, OpenTab>();
  readonly #life = new AbortController();
  readonly downloads = new Downloads();
  readonly #front = new FrontTabs();
  readonly #gone = new GoneTabs();
  readonly #openings = new PageOpenings({
    openTab: ({ canSpeak }) => this.#openForPage(canSpeak),
    arrived: (tabId) => this.refresh(tabId),
    closeTab: (tabId) => this.close(tabId),
    sessionOf: (tabId) => this.#tabs.get(tabId)?.session,
    urlOf: (tabId) => this.#tabs.get(tabId)?.url,
  });
  #groupId: number | undefined;
  #windowId: number | undefined;
  /** Tabs that pages opened: not told yet in a result's line, and in a state report. */
  #openedUntold: string[] = [];
  #openedUnreported: string[] = [];

  constructor(options: TaskTabsOptions) {
    this.#options = options;
    this.#groupId = options.groupId;
    this.#listen();
  }

  /** Attaches again to the tabs of a former worker; those that are gone are left out. */
  async restore(): Promise<void> {
    for (const record of this.#options.restored) {
      const tab = await chrome.tabs.get(record.tabId).catch(() => undefined);
      if (!tab) continue;
      this.#windowId = tab.windowId;
      await this.#adopt(tab, record);
    }
    this.#ensureActive();
    this.#changed();
  }

  /** Opens a blank tab in the background, in the task's group, and makes it the task's active tab. */
  async open(): Promise<OpenTab> {
    const tab = await this.#openBlank({ canSpeak: false });
    this.activate(tab.tabId);
    return tab;
  }

  async #openBlank(opener: { canSpeak: boolean }): Promise<OpenTab> {
    const window = this.#windowId === undefined ? {} : { windowId: this.#windowId };
    const created = await chrome.tabs
      .create({ url: 'about:blank', active: false, ...window })
      .catch(() => chrome.tabs.create({ url: 'about:blank', active: false }));
    this.#windowId = created.windowId;
    const tab = await this.#adopt(created, { nextRef: 1 }, opener);
    await this.#group(tab.tabId);
    return tab;
  }

  /** The tab with an id of the model, or the active one. Throws a ToolError that says what to do. */
  get(tabId?: string | null): OpenTab {
    if (tabId === undefined || tabId === null || tabId === '') {
      const active = this.active();
      this.#gone.checkActive(active);
      if (!active) throw new ToolError('No tab is open. Open one with new_tab.');
      return active;
    }
    const tab = this.#tabs.get(this.#gone.nowCalled(Number(tabId)));
    if (!tab) throw new ToolError(this.#gone.wordsFor(tabId));
    return tab;
  }

  active(): OpenTab | undefined {
    return [...this.#tabs.values()].find((tab) => tab.active);
  }

  byId(tabId: number): OpenTab | undefined {
    return this.#tabs.get(tabId);
  }

  activate(tabId: number): void {
    this.#gone.chosen();
    for (const tab of this.#tabs.values()) tab.active = tab.tabId === tabId;
    this.#changed();
  }

  async close(tabId: number): Promise<void> {
    // Forgotten first: Chrome's own event says nothing of who closed it.
    this.#forget(tabId);
    await chrome.tabs.remove(tabId);
  }

  list(): TabRecord[] {
    return [...this.#tabs.values()].map(({ tabId, url, title, active, nextRef }) => ({
      tabId,
      url,
      title,
      active,
      nextRef,
    }));
  }

  /** Call it before an input: tabs that the page opens in its wake open in the background. */
  async expectOpenings(tabId: number): Promise<void> {
    await this.#openings.arm(tabId);
  }

  /** Resolves when the tabs that pages asked for so far are there, or after a while. */
  async openingsDone(): Promise<void> {
    if (this.#openings.isIdle) return;
    await Promise.race([this.#openings.idle(), pause(OPENING_MS, this.#life.signal)]);
  }

  /** Ids of tabs that pages opened since this was last asked, for the line of a result. */
  openedSince(): string[] {
    const opened = this.#openedUntold;
    this.#openedUntold = [];
    return opened;
  }

  /** The same for the next state report. */
  takeOpened(): string[] {
    const opened = this.#openedUnreported;
    this.#openedUnreported = [];
    return opened;
  }

  /** Reads title and URL from Chrome: its events come a moment after the page's. */
  async refresh(tabId: number): Promise<void> {
    const tab = this.#tabs.get(tabId);
    const now = tab && (await chrome.tabs.get(tabId).catch(() => undefined));
    if (!tab || !now) return;
    tab.url = now.url ?? tab.url;
    tab.title = now.title ?? tab.title;
    this.#changed();
  }

  /** Writes down that refs up to this number were given out. */
  usedRefs(tabId: number, nextRef: number): void {
    const tab = this.#tabs.get(tabId);
    if (!tab || tab.nextRef >= nextRef) return;
    tab.nextRef = nextRef;
    this.#changed();
  }

  /** Stops listening and lets go of the tabs; they stay open. */
  async release(): Promise<void> {
    this.#life.abort();
    const letGo = async ({ tabId, session }: OpenTab) => {
      await this.#openings.disarm(tabId);
      await session.detach();
    };
    await Promise.all([...this.#tabs.values()].map(letGo));
  }

  async #adopt(
    tab: chrome.tabs.Tab,
    given: Partial<TabRecord>,
    opener: { canSpeak: boolean } = { canSpeak: false },
  ): Promise<OpenTab> {
    const { id } = tab;
    if (id === undefined) throw new ToolError('Chrome gave the new tab no id. Try again.');
    const session = await DebuggerSession.attach(id, this.#options.events).catch((error: unknown) => {
      throw pageError(error);
    });
    await this.#options.onAttached(session, this.#life.signal);
    await session.online();
    await this.#openings.hear(session, opener, this.#life.signal);
    const screencast = new Screencast(session);
    await screencast.start();
    const [health, console, network] = [new PageHealth(), new ConsoleLog(), new NetworkLog()];
    health.watch(session, this.#life.signal);
    this.downloads.watch(session, this.#life.signal);
    // A tab that sleeps to save memory loses its page and gets another id.
    await chrome.tabs.update(id, { autoDiscardable: false });
    if (this.#options.optional?.read_console) await console.watch(session, this.#life.signal);
    if (this.#options.optional?.read_network) network.watch(session, this.#life.signal);
    session.gone.addEventListener('abort', () => this.#lost(id, session), { once: true });
    const open: OpenTab = {
      tabId: id,
      url: tab.url ?? '',
      title: tab.title ?? '',
      active: false,
      nextRef: 1,
      ...given,
      session,
      screencast,
      health,
      console,
      network,
      sight: new Sight(),
      pressed: false,
    };
    this.#tabs.set(id, open);
    return open;
  }

  #lost(tabId: number, session: DebuggerSession): void {
    const reason: unknown = session.gone.reason;
    if (this.#life.signal.aborted) return;
    if (reason instanceof Error && 'reason' in reason && reason.reason === 'canceled_by_user')
      this.#options.onCancelled();
    else this.#openings.track(this.#lookAfter(tabId));
  }

  /** The debugger lost a tab: it was closed, or it went where extensions may not follow. */
  async #lookAfter(tabId: number): Promise<void> {
    const still = await chrome.tabs.get(tabId).catch(() => undefined);
    const tab = this.#tabs.get(tabId);
    const pdf = tab?.health.documentType === 'application/pdf';
    this.#gone.add(tab, still ? (pdf ? 'a PDF' : 'out of reach') : 'closed');
    this.#forget(tabId);
  }

  /** What became of a tab that was lost in the middle of a call; undefined when it is still there. */
  async wordsForLost(tabId: number): Promise<string | undefined> {
    await this.openingsDone();
    if (this.#tabs.has(this.#gone.nowCalled(tabId))) return undefined;
    this.#gone.chosen();
    return this.#gone.wordsFor(String(tabId));
  }

  /** Chrome put a tab to sleep and gave it another id: it is woken, and its old id goes on naming it. */
  async #wake(tabId: number, sleeping: number): Promise<void> {
    const record = this.#tabs.get(sleeping);
    if (!record) return;
    this.#tabs.delete(sleeping);
    this.#gone.renamed(sleeping, tabId);
    const { url, title, active, nextRef } = record;
    const tab = await chrome.tabs.get(tabId);
    const { session } = await this.#adopt(tab, { url, title, active, nextRef });
    await wakePage(session, tab.windowId, AbortSignal.any([this.#life.signal, AbortSignal.timeout(OPENING_MS)]));
    this.#changed();
  }

  #forget(tabId: number): void {
    if (!this.#tabs.delete(tabId)) return;
    void this.#openings.closed(tabId);
    this.#ensureActive();
    this.#changed();
  }

  #ensureActive(): void {
    const tabs = [...this.#tabs.values()];
    const last = tabs.at(-1);
    if (last && !tabs.some((tab) => tab.active)) last.active = true;
  }

  async #group(tabId: number): Promise<void> {
    try {
      const into = this.#groupId === undefined ? {} : { groupId: this.#groupId };
      this.#groupId = await chrome.tabs.group({ tabIds: [tabId], ...into });
    } catch {
      // The group was dissolved by the person meanwhile: a new one is made.
      this.#groupId = await chrome.tabs.group({ tabIds: [tabId] });
    }
    await chrome.tabGroups.update(this.#groupId, { title: this.#options.title, color: 'blue' });
  }

  #listen(): void {
    const updated = (tabId: number, change: { url?: string; title?: string }) => {
      const tab = this.#tabs.get(tabId);
      if (!tab || (change.url === undefined && change.title === undefined)) return;
      tab.url = change.url ?? tab.url;
      tab.title = change.title ?? tab.title;
      this.#changed();
    };
    const removed = (tabId: number) => {
      this.#gone.add(this.#tabs.get(tabId), 'closed');
      this.#forget(tabId);
    };
    const replaced = (added: number, gone: number) => this.#openings.track(this.#wake(added, gone));
    // Not openerTabId of tabs.onCreated: for a tab that comes to the front, that is the tab that was in front before.
    const created = ({ sourceTabId, tabId }: { sourceTabId: number; tabId: number }) => {
      if (this.#tabs.has(sourceTabId)) this.#openings.track(this.#adoptPopup(tabId));
    };
    void this.#front.watch(this.#life.signal);
    chrome.tabs.onUpdated.addListener(updated);
    chrome.tabs.onRemoved.addListener(removed);
    chrome.tabs.onReplaced.addListener(replaced);
    chrome.webNavigation.onCreatedNavigationTarget.addListener(created);
    this.#life.signal.addEventListener('abort', () => {
      chrome.tabs.onUpdated.removeListener(updated);
      chrome.tabs.onRemoved.removeListener(removed);
      chrome.tabs.onReplaced.removeListener(replaced);
      chrome.webNavigation.onCreatedNavigationTarget.removeListener(created);
    });
  }

  /** A tab that Chrome opened for a page of the task belongs to the task. */
  async #adoptPopup(tabId: number): Promise<void> {
    await this.#front.giveBack(tabId);
    const tab = await chrome.tabs.get(tabId).catch(() => undefined);
    if (!tab) return;
    await this.#adopt(tab, { nextRef: 1 });
    await this.#group(tabId);
    this.#opened(tabId);
  }

  async #openForPage(canSpeak: boolean): Promise<OpenTab | undefined> {
    if (this.#tabs.size >= MOST_TABS || this.#life.signal.aborted) return undefined;
    const tab = await this.#openBlank({ canSpeak });
    this.#opened(tab.tabId);
    return tab;
  }

  #opened(tabId: number): void {
    this.#openedUntold.push(String(tabId));
    this.#openedUnreported.push(String(tabId));
    this.#changed();
  }

  #changed(): void {
    this.#options.onChanged(this.list(), this.#groupId);
  }
}
