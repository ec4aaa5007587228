import type { DebuggerEvents } from './debugger-events';
import type { DebuggerSession } from './debugger-session';
import { Downloads } from './downloads';
import { isFromDyingWorker } from './dying-worker';
import { mendPage } from './mend-page';
import { attachTab, type OpenTab, type TabRecord } from './open-tab';
import { OpenedTabs } from './opened-tabs';
import type { OptionalMembers } from './optional-members';
import { PageOpenings } from './page-openings';
import { PersonsView } from './persons-view';
import { wakePage } from './sleeping-tab';
import { onTabEvents } from './tab-events';
import { TabGroup } from './tab-group';
import { MOST_TABS, TabSet } from './tab-set';
import type { Press } from './touches';
import { pause } from './wait';

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
  /** Awaited before a tab that a page of another one opened loads anything: it is known and guarded from then on. */
  onOpened(tabId: number, openerTabId: number): Promise<void>;
  /** Awaited before the debugger lets go of a tab, after which nobody decides about what it sends. */
  onLettingGo(session: DebuggerSession): Promise<void>;
  /** The person pressed Cancel in the infobar. */
  onCancelled(): void;
  /** The person pressed or typed in a tab that they have in front; without a press they only scrolled or went elsewhere. */
  onTouched(tabId: number, press: Press | undefined): void;
  onChanged(tabs: TabRecord[], groupId: number | undefined): void;
}

/**
 * Longest time until the tabs that pages asked for are there and on their way, in milliseconds. Each has an end of its own,
 * so this only bounds a machine that is busy: a card that is shown before they are there shows a half of what was pressed.
 */
const OPENINGS_MS = 10_000;

/** Longest time until a tab that slept is there, in milliseconds. */
const WAKING_MS = 3000;

/**
 * The tabs of one task, from the moment they open until they are let go of. Nothing here brings a tab to the front or
 * focuses a window.
 */
export class TaskTabs extends TabSet {
  readonly #options: TaskTabsOptions;
  readonly #life = new AbortController();
  readonly downloads = new Downloads();
  readonly #person: PersonsView;
  readonly #openings = new PageOpenings({
    openTab: (opener) => this.#openForPage(opener),
    arrived: (tabId) => this.refresh(tabId),
    closeTab: (tabId) => this.close(tabId),
    sessionOf: (tabId) => this.tabs.get(tabId)?.session,
    urlOf: (tabId) => this.tabs.get(tabId)?.url,
  });
  readonly opened = new OpenedTabs();
  readonly #group: TabGroup;
  #windowId: number | undefined;

  constructor(options: TaskTabsOptions) {
    super((tabs) => options.onChanged(tabs, this.#group.id));
    this.#options = options;
    this.#group = new TabGroup(options.title, options.groupId);
    this.#person = new PersonsView(this.tabs, { downloads: this.downloads, onTouched: options.onTouched });
    this.#listen();
  }

  /** Attaches again to the tabs of a former worker; those that are gone or cannot be entered any more are left out. */
  async restore(): Promise<void> {
    for (const record of this.#options.restored) {
      const tab = await chrome.tabs.get(record.tabId).catch(() => undefined);
      if (!tab) continue;
      this.#windowId = tab.windowId;
      await this.#adopt(tab, record).catch((error: unknown) => {
        if (isFromDyingWorker(error)) throw error;
        this.gone.add(record, 'not entered again');
      });
    }
    this.ensureActive();
    this.changed();
  }

  /** Loads again what the death of a worker left unfinished. Rejects only when the signal aborts. */
  async mend(signal: AbortSignal): Promise<void> {
    await Promise.all([...this.tabs.values()].map(({ session, url }) => mendPage(session, url, signal)));
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
    // Chrome tells extensions the addresses of web pages only.
    const tab = await this.#adopt(created, { nextRef: 1, url: 'about:blank' }, opener);
    await this.#group.add(tab.tabId);
    return tab;
  }

  async close(tabId: number): Promise<void> {
    // Forgotten first: Chrome's own event says nothing of who closed it.
    this.forget(tabId);
    await chrome.tabs.remove(tabId);
  }

  /** Call it before an input: tabs that the page opens in its wake open in the background. */
  async expectOpenings(tabId: number): Promise<void> {
    await this.#openings.arm(tabId);
  }

  /** Resolves when the tabs that pages asked for so far are there, or after a while. */
  async openingsDone(): Promise<void> {
    if (this.#openings.isIdle) return;
    await Promise.race([this.#openings.idle(), pause(OPENINGS_MS, this.#life.signal)]);
  }

  /** Stops listening and lets go of the tabs; they stay open. */
  async release(): Promise<void> {
    this.#life.abort();
    const letGo = async ({ tabId, session, mark }: OpenTab) => {
      await mark.say('');
      await this.#openings.disarm(tabId);
      await this.#options.onLettingGo(session);
      await session.detach();
    };
    await Promise.all([...this.tabs.values()].map(letGo));
  }

  async #adopt(
    tab: chrome.tabs.Tab,
    given: Partial<TabRecord>,
    opener: { canSpeak: boolean } = { canSpeak: false },
  ): Promise<OpenTab> {
    const { events, optional, onAttached } = this.#options;
    const open = await attachTab(tab, given, {
      events,
      optional,
      onAttached,
      downloads: this.downloads,
      openings: this.#openings,
      opener,
      onTouched: (tabId, press) => this.#person.touched(tabId, press),
      signal: this.#life.signal,
    });
    // Let go of while it was set up: `release` did not know of it.
    if (this.#life.signal.aborted) {
      await open.session.detach();
      throw this.#life.signal.reason;
    }
    open.session.gone.addEventListener('abort', () => this.#lost(open.tabId, open.session), { once: true });
    this.tabs.set(open.tabId, open);
    // Chrome tells extensions the addresses of web pages only, and says nothing of a tab that left one for another kind.
    open.session.on(
      'Page.frameNavigated',
      ({ frame: { url, parentId } }, child) => {
        if (child === undefined && parentId === undefined && /^about:/.test(url))
          this.updated(open.tabId, { url, title: '' });
      },
      this.#life.signal,
    );
    await this.#person.adopted(open.tabId);
    return open;
  }

  /** Leaves the tabs to the person, who then uses them as any other tab, or takes them back. */
  async leaveToPerson(personDrives: boolean): Promise<void> {
    await this.#person.changeHands(personDrives);
    for (const tab of this.tabs.values()) {
      tab.pressed = false;
      if (personDrives) await this.#openings.disarm(tab.tabId);
      else await this.refresh(tab.tabId);
    }
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
    const tab = this.tabs.get(tabId);
    const pdf = tab?.health.documentType === 'application/pdf';
    this.gone.add(tab, still ? (pdf ? 'a PDF' : 'out of reach') : 'closed');
    this.forget(tabId);
  }

  /** What became of a tab that was lost in the middle of a call; undefined when it is still there. */
  async wordsForLost(tabId: number): Promise<string | undefined> {
    // Who waited for the loss may hear of it before `#lost` does: Chromium 156 tells signals made by AbortSignal.any first.
    await new Promise((resolve) => setTimeout(resolve));
    await this.openingsDone();
    if (this.tabs.has(this.gone.nowCalled(tabId))) return undefined;
    this.gone.chosen();
    return this.gone.wordsFor(String(tabId));
  }

  /** Chrome put a tab to sleep and gave it another id: it is woken, and its old id goes on naming it. */
  async #wake(tabId: number, sleeping: number): Promise<void> {
    const record = this.tabs.get(sleeping);
    if (!record) return;
    this.tabs.delete(sleeping);
    this.gone.renamed(sleeping, tabId);
    const { url, title, active, nextRef } = record;
    const tab = await chrome.tabs.get(tabId);
    const { session } = await this.#adopt(tab, { url, title, active, nextRef });
    await wakePage(session, tab.windowId, AbortSignal.any([this.#life.signal, AbortSignal.timeout(WAKING_MS)]));
    this.changed();
  }

  protected override forget(tabId: number): boolean {
    if (!super.forget(tabId)) return false;
    void this.#openings.closed(tabId);
    return true;
  }

  #listen(): void {
    const { signal } = this.#life;
    void this.#person.watch(signal);
    onTabEvents(
      {
        updated: (tabId, change) => this.updated(tabId, change),
        removed: (tabId) => {
          this.gone.add(this.tabs.get(tabId), 'closed');
          this.opened.gone(tabId);
          this.forget(tabId);
        },
        blocked: (tabId) => this.opened.blocked(tabId),
        replaced: (added, gone) => this.#openings.track(this.#wake(added, gone)),
        opened: (sourceTabId, tabId) => {
          // What the person opens is theirs.
          if (this.tabs.has(sourceTabId) && !this.#person.drives)
            this.#openings.track(this.#adoptPopup(tabId, sourceTabId));
        },
        steered: (tabId) => this.#person.touched(tabId, undefined),
      },
      signal,
    );
  }

  /** A tab that Chrome opened for a page of the task belongs to the task. */
  async #adoptPopup(tabId: number, openerTabId: number): Promise<void> {
    await this.#person.front.giveBack(tabId);
    const tab = await chrome.tabs.get(tabId).catch(() => undefined);
    if (!tab) return;
    const { session } = await this.#adopt(tab, { nextRef: 1 });
    await this.#group.add(tabId);
    await this.#told(tabId, openerTabId);
    await this.#openings.guarded(openerTabId, session);
  }

  async #openForPage({ canSpeak, tabId }: { canSpeak: boolean; tabId: number }): Promise<OpenTab | undefined> {
    if (this.tabs.size >= MOST_TABS || this.#life.signal.aborted) return undefined;
    const tab = await this.#openBlank({ canSpeak });
    await this.#told(tab.tabId, tabId);
    return tab;
  }

  async #told(tabId: number, openerTabId: number): Promise<void> {
    this.opened.add(tabId);
    this.changed();
    await this.#options.onOpened(tabId, openerTabId);
  }
}
