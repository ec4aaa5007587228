import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import { ConsoleLog } from './console-log';
import type { DebuggerEvents } from './debugger-events';
import { DebuggerSession } from './debugger-session';
import { NetworkLog } from './network-log';
import type { OptionalMembers } from './optional-members';
import { pageError } from './page-problem';
import { Screencast } from './screencast';

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
  console: ConsoleLog;
  network: NetworkLog;
  /** True while the model holds the left button down. */
  pressed: boolean;
}

/**
 * The tabs of one task. The active one is the task's own state and never Chrome's: nothing here brings a tab to the
 * front or focuses a window.
 */
export class TaskTabs {
  readonly #options: TaskTabsOptions;
  readonly #tabs = new Map<number, OpenTab>();
  readonly #life = new AbortController();
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
    const window = this.#windowId === undefined ? {} : { windowId: this.#windowId };
    const created = await chrome.tabs
      .create({ url: 'about:blank', active: false, ...window })
      .catch(() => chrome.tabs.create({ url: 'about:blank', active: false }));
    this.#windowId = created.windowId;
    const tab = await this.#adopt(created, { nextRef: 1 });
    await this.#group(tab.tabId);
    this.activate(tab.tabId);
    return tab;
  }

  /** The tab with an id of the model, or the active one. Throws a ToolError that says what to do. */
  get(tabId?: string | null): OpenTab {
    if (tabId === undefined || tabId === null || tabId === '') {
      const active = this.active();
      if (!active) throw new ToolError('No tab is open. Open one with new_tab.');
      return active;
    }
    const tab = this.#tabs.get(Number(tabId));
    if (!tab) throw new ToolError(`This task has no tab ${JSON.stringify(tabId)}. Call list_tabs to see what is open.`);
    return tab;
  }

  active(): OpenTab | undefined {
    return [...this.#tabs.values()].find((tab) => tab.active);
  }

  byId(tabId: number): OpenTab | undefined {
    return this.#tabs.get(tabId);
  }

  activate(tabId: number): void {
    for (const tab of this.#tabs.values()) tab.active = tab.tabId === tabId;
    this.#changed();
  }

  async close(tabId: number): Promise<void> {
    await chrome.tabs.remove(tabId);
    this.#forget(tabId);
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
    await Promise.all([...this.#tabs.values()].map(({ session }) => session.detach()));
  }

  async #adopt(tab: chrome.tabs.Tab, given: Partial<TabRecord>): Promise<OpenTab> {
    const { id } = tab;
    if (id === undefined) throw new ToolError('Chrome gave the new tab no id. Try again.');
    const session = await DebuggerSession.attach(id, this.#options.events).catch((error: unknown) => {
      throw pageError(error);
    });
    await this.#options.onAttached(session, this.#life.signal);
    const screencast = new Screencast(session);
    await screencast.start();
    const [console, network] = [new ConsoleLog(), new NetworkLog()];
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
      console,
      network,
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
    else this.#forget(tabId);
  }

  #forget(tabId: number): void {
    if (!this.#tabs.delete(tabId)) return;
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
    const removed = (tabId: number) => this.#forget(tabId);
    const created = (tab: chrome.tabs.Tab) => {
      if (tab.id === undefined || tab.openerTabId === undefined || !this.#tabs.has(tab.openerTabId)) return;
      void this.#adoptPopup(tab, tab.id);
    };
    chrome.tabs.onUpdated.addListener(updated);
    chrome.tabs.onRemoved.addListener(removed);
    chrome.tabs.onCreated.addListener(created);
    this.#life.signal.addEventListener('abort', () => {
      chrome.tabs.onUpdated.removeListener(updated);
      chrome.tabs.onRemoved.removeListener(removed);
      chrome.tabs.onCreated.removeListener(created);
    });
  }

  /** A tab that a page of the task opened belongs to the task. */
  async #adoptPopup(tab: chrome.tabs.Tab, tabId: number): Promise<void> {
    await this.#adopt(tab, { nextRef: 1 });
    this.#openedUntold.push(String(tabId));
    this.#openedUnreported.push(String(tabId));
    await this.#group(tabId);
    this.#changed();
  }

  #changed(): void {
    this.#options.onChanged(this.list(), this.#groupId);
  }
}
