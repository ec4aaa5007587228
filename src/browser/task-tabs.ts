import type { DebuggerSession } from './debugger-session';
import { Downloads } from './downloads';
import { isFromDyingWorker } from './dying-worker';
import { attachTab, type OpenTab, type TabRecord, type TabSetUp } from './open-tab';
import { OpenedTabs } from './opened-tabs';
import { onDocument } from './own-document';
import { PageOpenings } from './page-openings';
import { PersonsView } from './persons-view';
import { wakePage } from './sleeping-tab';
import { onTabEvents } from './tab-events';
import { TabGroup } from './tab-group';
import { watchLoss } from './tab-loss';
import { MOST_TABS, TabSet } from './tab-set';
import { Underway } from './underway';

export interface TaskTabsOptions extends Pick<TabSetUp, 'events' | 'optional' | 'onAttached' | 'onTouched'> {
  title: string;
  /** Tabs that a former worker had open. */
  restored: readonly TabRecord[];
  groupId?: number | undefined;
  /** Awaited before a tab that a page of another one opened loads anything: it is known and guarded from then on. */
  onOpened(tabId: number, openerTabId: number): Promise<void>;
  /** Awaited before the debugger lets go of a tab, after which nobody decides about what it sends. */
  onLettingGo(session: DebuggerSession): Promise<void>;
  /** The person pressed Cancel in the infobar. */
  onCancelled(): void;
  onChanged(tabs: TabRecord[], groupId: number | undefined): void;
}

/**
 * The tabs of one task, from the moment they open until they are let go of. Nothing here brings a tab to the front or
 * focuses a window.
 */
export class TaskTabs extends TabSet {
  readonly downloads = new Downloads();
  readonly opened = new OpenedTabs();
  readonly #options: TaskTabsOptions;
  readonly #life = new AbortController();
  readonly underway = new Underway(this.#life.signal);
  readonly openings = new PageOpenings(this, this.underway, (openerTabId, opener) =>
    this.#openForPage(openerTabId, opener),
  );
  readonly #person: PersonsView;
  readonly #group: TabGroup;

  constructor(options: TaskTabsOptions) {
    super((tabs) => options.onChanged(tabs, this.#group.id));
    this.#options = options;
    this.#group = new TabGroup(options.title, options.groupId);
    this.#person = new PersonsView(this, { downloads: this.downloads, onTouched: options.onTouched });
    this.#listen();
  }

  /** Attaches again to the tabs of a former worker; those that are gone or cannot be entered any more are left out. */
  async restore(): Promise<void> {
    for (const record of this.#options.restored) {
      const tab = await chrome.tabs.get(record.tabId).catch(() => undefined);
      if (!tab) continue;
      this.#group.windowId = tab.windowId;
      await this.#adopt(tab, record).catch((error: unknown) => {
        if (isFromDyingWorker(error)) throw error;
        this.gone.add(record, 'not entered again');
      });
    }
    this.ensureActive();
    this.changed();
  }

  /** Opens a blank tab in the background, in the task's group, and makes it the task's active tab. */
  async open(): Promise<OpenTab> {
    const tab = await this.#openBlank({ canSpeak: false });
    this.activate(tab.tabId);
    return tab;
  }

  /** Leaves the tabs to the person, who then uses them as any other tab, or takes them back. */
  async leaveToPerson(personDrives: boolean): Promise<void> {
    await this.#person.changeHands(personDrives);
    for (const tab of this.all()) {
      tab.pressed = false;
      if (personDrives) await this.openings.disarm(tab.tabId);
      else await this.refresh(tab.tabId);
    }
  }

  /** Stops listening and lets go of the tabs; they stay open. */
  async release(): Promise<void> {
    this.#life.abort();
    const letGo = async ({ tabId, session, mark }: OpenTab) => {
      await mark.say('');
      await this.openings.disarm(tabId);
      await this.#options.onLettingGo(session);
      await session.detach();
    };
    await Promise.all(this.all().map(letGo));
  }

  override forget(tabId: number): boolean {
    if (!super.forget(tabId)) return false;
    void this.openings.closed(tabId);
    return true;
  }

  async #openBlank(opener: { canSpeak: boolean }): Promise<OpenTab> {
    const created = await this.#group.createTab();
    // Chrome tells extensions the addresses of web pages only.
    const tab = await this.#adopt(created, { nextRef: 1, url: 'about:blank' }, opener);
    await this.#group.add(tab.tabId);
    return tab;
  }

  async #openForPage(openerTabId: number, opener: { canSpeak: boolean }): Promise<OpenTab | undefined> {
    if (this.all().length >= MOST_TABS || this.#life.signal.aborted) return undefined;
    const tab = await this.#openBlank(opener);
    await this.#tellOpened(tab.tabId, openerTabId);
    return tab;
  }

  /** A tab that Chrome opened for a page of the task belongs to the task. */
  async #adoptPopup(tabId: number, openerTabId: number): Promise<void> {
    await this.#person.front.giveBack(tabId);
    const tab = await chrome.tabs.get(tabId).catch(() => undefined);
    if (!tab) return;
    const { session } = await this.#adopt(tab, { nextRef: 1 });
    await this.#group.add(tabId);
    await this.#tellOpened(tabId, openerTabId);
    await this.openings.guarded(openerTabId, session);
  }

  async #tellOpened(tabId: number, openerTabId: number): Promise<void> {
    this.opened.add(tabId);
    this.changed();
    await this.#options.onOpened(tabId, openerTabId);
  }

  /** Chrome put a tab to sleep and gave it another id: it is woken. */
  async #wake(tabId: number, sleeping: number): Promise<void> {
    const slept = this.renamed(sleeping, tabId);
    if (!slept) return;
    const { url, title, active, nextRef } = slept;
    const tab = await chrome.tabs.get(tabId);
    const { session } = await this.#adopt(tab, { url, title, active, nextRef });
    await wakePage(session, tab.windowId, this.#life.signal);
    this.changed();
  }

  async #adopt(tab: chrome.tabs.Tab, given: Partial<TabRecord>, opener = { canSpeak: false }): Promise<OpenTab> {
    const { events, optional, onAttached, onCancelled } = this.#options;
    const life = this.#life.signal;
    const open = await attachTab(tab, given, {
      events,
      optional,
      onAttached,
      downloads: this.downloads,
      openings: this.openings,
      opener,
      onTouched: (tabId, press) => this.#person.touched(tabId, press),
      signal: life,
    });
    // Let go of while it was set up: `release` did not know of it.
    if (life.aborted) {
      await open.session.detach();
      throw life.reason;
    }
    watchLoss(open, { tabs: this, underway: this.underway, onCancelled, life });
    this.add(open);
    // Chrome tells extensions the addresses of web pages only, and says nothing of a tab that left one for another
    // kind.
    const shown = ({ url }: { url: string }) => {
      if (/^about:/.test(url)) this.updated(open.tabId, { url, title: '' });
    };
    onDocument(open.session, shown, life);
    await this.#person.adopted(open.tabId);
    return open;
  }

  #listen(): void {
    const { signal } = this.#life;
    void this.#person.watch(signal);
    onTabEvents(
      {
        updated: (tabId, change) => this.updated(tabId, change),
        removed: (tabId) => {
          this.opened.gone(tabId);
          this.lost(tabId, 'closed');
        },
        blocked: (tabId) => this.opened.blocked(tabId),
        replaced: (added, gone) => this.underway.add(this.#wake(added, gone)),
        opened: (sourceTabId, tabId) => {
          // What the person opens is theirs.
          if (this.byId(sourceTabId) && !this.#person.drives) this.underway.add(this.#adoptPopup(tabId, sourceTabId));
        },
        steered: (tabId) => this.#person.touched(tabId, undefined),
      },
      signal,
    );
  }
}
