import type { OpenMessage, WorkerWords } from '../dom/opens/worker-words';
import type { ArmWords } from '../dom/worker-line';
import type { DebuggerSession } from './debugger-session';
import type { OpenTab } from './open-tab';
import { ARMED_MS, type SayToPage } from './page-script';
import { PostedTabs, postedInto } from './posted-tabs';
import { followLink, RelatedPages } from './related-pages';
import type { TabSet } from './tab-set';
import type { Underway } from './underway';
import { within } from './wait';
import { hearOpens } from './window-opens';

/** Longest time until the document of a tab that a page opened is there, in milliseconds. */
const DOCUMENT_MS = 2500;

/** What a page that listens at all needs to hear that it is let go of, in milliseconds; it forgets by itself later. */
const DISARM_MS = 300;

/** Opens a blank tab for a page, in the background and guarded. Undefined when there may be no more. */
export type OpenForPage = (openerTabId: number, given: { canSpeak: boolean }) => Promise<OpenTab | undefined>;

/** The tabs that pages of one task open: in the background, and guarded before they load anything. */
export class PageOpenings {
  readonly #tabs: TabSet;
  readonly #underway: Underway;
  readonly #openForPage: OpenForPage;
  /** How the worker speaks to each tab's page. */
  readonly #lines = new Map<number, SayToPage<WorkerWords>>();
  readonly #posted = new PostedTabs();
  readonly #related: RelatedPages;

  constructor(tabs: TabSet, underway: Underway, openForPage: OpenForPage) {
    this.#tabs = tabs;
    this.#underway = underway;
    this.#openForPage = openForPage;
    this.#related = new RelatedPages(tabs, (tabId, words) => this.#say(tabId, words));
  }

  /** Begins to hear one tab. `canSpeak` is true for a tab that may speak to the page that opened it. */
  async hear(session: DebuggerSession, { canSpeak }: { canSpeak: boolean }, signal: AbortSignal): Promise<void> {
    const { tabId } = session;
    const heard = (message: OpenMessage) => this.#underway.add(this.#heard(tabId, message));
    this.#lines.set(tabId, await hearOpens(session, { opener: canSpeak }, heard, signal));
  }

  /**
   * Call it before each input. A page may open tabs for 5 s after one (transient activation); what it tries later is
   * stopped by Chrome's own blocker.
   */
  async arm(tabId: number): Promise<void> {
    await this.#say(tabId, { kind: 'arm', ms: ARMED_MS });
  }

  /** Lets the page open tabs by itself again. A frozen page cannot hear it, and is not waited for. */
  async disarm(tabId: number): Promise<void> {
    await within(DISARM_MS, this.#say(tabId, { kind: 'arm', ms: 0 }));
  }

  /** Call it when a tab that Chrome opened for a page is guarded. */
  async guarded(openerTabId: number, session: DebuggerSession): Promise<void> {
    await this.#posted.guarded(openerTabId, session);
  }

  /** Call it when a tab is gone. */
  async closed(tabId: number): Promise<void> {
    this.#lines.delete(tabId);
    await this.#related.closed(tabId);
  }

  async #say(tabId: number, words: WorkerWords | ArmWords): Promise<void> {
    await this.#lines.get(tabId)?.(words);
  }

  async #heard(tabId: number, message: OpenMessage): Promise<void> {
    if (message.kind === 'open') return this.#open(tabId, message);
    if (message.kind === 'form') return this.#post(tabId, message.id);
    return this.#related.asked(tabId, message);
  }

  async #open(openerTabId: number, message: Extract<OpenMessage, { kind: 'open' }>): Promise<void> {
    const opened = this.#openForPage(openerTabId, { canSpeak: message.opener });
    this.#related.opened(message.id, { openerTabId, tabId: opened.then((tab) => tab?.tabId) });
    const tab = await opened;
    if (!tab || message.url === 'about:blank') return;
    // Its title and address are known when the document is there; a page that never ends is not waited for.
    const parsed = tab.session.next('Page.domContentEventFired', () => true, AbortSignal.timeout(DOCUMENT_MS));
    parsed.catch(() => undefined);
    await followLink(tab.session, message.url, message.referrer);
    await parsed.catch(() => undefined);
    await this.#tabs.refresh(tab.tabId);
  }

  /** A form waits for its tab. What is stopped leaves a tab behind that was for nothing else. */
  async #post(openerTabId: number, name: string): Promise<void> {
    const session = await this.#posted.of(openerTabId, name);
    if (!session) return;
    const posted = postedInto(session, DOCUMENT_MS);
    await this.#say(openerTabId, { kind: 'guarded', name });
    if ((await posted) === 'stopped') await this.#tabs.close(session.tabId);
    else await this.#tabs.refresh(session.tabId);
  }
}
