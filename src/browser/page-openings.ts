import type { OpenMessage, WorkerWords } from '../dom/opens/worker-words';
import type { DebuggerSession } from './debugger-session';
import { ARMED_MS } from './page-script';
import { PostedTabs, postedInto } from './posted-tabs';
import { pause } from './wait';
import { hearOpens } from './window-opens';

export interface PageOpeningsHooks {
  /** Opens a blank tab of the task in the background, guarded, and resolves with its id. Undefined when it may not. */
  openTab(opener: {
    canSpeak: boolean;
    tabId: number;
  }): Promise<{ tabId: number; session: DebuggerSession } | undefined>;
  /** The tab shows its document now. */
  arrived(tabId: number): Promise<void>;
  closeTab(tabId: number): Promise<void>;
  sessionOf(tabId: number): DebuggerSession | undefined;
  urlOf(tabId: number): string | undefined;
}

/** Longest time until the document of a tab that a page opened is there, in milliseconds. */
const DOCUMENT_MS = 2500;

/** What a page that listens at all needs to hear that it is let go of, in milliseconds; it forgets by itself later. */
const DISARM_MS = 300;

interface Opening {
  openerTabId: number;
  /** Undefined until the tab is there. */
  tabId: Promise<number | undefined>;
}

/**
 * The tabs that pages of one task open, and what these pages do with each other: go somewhere else, close, post
 * messages. Tabs open in the background and are guarded before they load anything.
 */
export class PageOpenings {
  readonly #hooks: PageOpeningsHooks;
  readonly #openings = new Map<string, Opening>();
  /** How the worker speaks to each tab's page. */
  readonly #lines = new Map<number, (words: WorkerWords) => Promise<void>>();
  readonly #posted = new PostedTabs();
  readonly #busy = new Set<Promise<void>>();

  constructor(hooks: PageOpeningsHooks) {
    this.#hooks = hooks;
  }

  /** Begins to hear one tab. `canSpeak` is true for a tab that may speak to the page that opened it. */
  async hear(session: DebuggerSession, { canSpeak }: { canSpeak: boolean }, signal: AbortSignal): Promise<void> {
    const { tabId } = session;
    const heard = (message: OpenMessage) => this.track(this.#heard(tabId, message));
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
    await Promise.race([this.#say(tabId, { kind: 'arm', ms: 0 }), pause(DISARM_MS, new AbortController().signal)]);
  }

  /** Has `idle` wait for this too. */
  track(opening: Promise<void>): void {
    const work = opening.catch(() => undefined).finally(() => this.#busy.delete(work));
    this.#busy.add(work);
  }

  get isIdle(): boolean {
    return this.#busy.size === 0;
  }

  /** Resolves when everything that pages asked for so far was done. */
  async idle(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy);
  }

  /** Call it when a tab that Chrome opened for a page is guarded. */
  async guarded(openerTabId: number, session: DebuggerSession): Promise<void> {
    await this.#posted.guarded(openerTabId, session);
  }

  /** A tab is gone: the page that opened it sees its window closed. */
  async closed(tabId: number): Promise<void> {
    this.#lines.delete(tabId);
    for (const [id, opening] of this.#openings) {
      if ((await opening.tabId) !== tabId) continue;
      this.#openings.delete(id);
      await this.#say(opening.openerTabId, { kind: 'closed', id });
    }
  }

  async #say(tabId: number, words: WorkerWords): Promise<void> {
    await this.#lines.get(tabId)?.(words);
  }

  async #heard(tabId: number, message: OpenMessage): Promise<void> {
    if (message.kind === 'open') return this.#open(tabId, message);
    if (message.kind === 'form') return this.#post(tabId, message.id);
    const other = message.id === null ? await this.#openerOf(tabId) : await this.#openedBy(tabId, message.id);
    if (message.kind === 'go' && other !== undefined) await go(this.#hooks.sessionOf(other), message.url, '');
    if (message.kind === 'close') {
      const closing = message.id === null ? tabId : other;
      if (closing !== undefined) await this.#hooks.closeTab(closing);
    }
    if (message.kind === 'post' && other !== undefined && reaches(message.to, this.#hooks.urlOf(other))) {
      const id = message.id === null ? await this.#idOf(tabId) : null;
      await this.#say(other, { kind: 'message', id: id ?? null, data: message.data, from: message.from });
    }
  }

  async #open(openerTabId: number, message: Extract<OpenMessage, { kind: 'open' }>): Promise<void> {
    const opened = this.#hooks.openTab({ canSpeak: message.opener, tabId: openerTabId });
    this.#openings.set(message.id, { openerTabId, tabId: opened.then((tab) => tab?.tabId) });
    const tab = await opened;
    if (!tab || message.url === 'about:blank') return;
    // Its title and address are known when the document is there; a page that never ends is not waited for.
    const parsed = tab.session.next('Page.domContentEventFired', () => true, AbortSignal.timeout(DOCUMENT_MS));
    parsed.catch(() => undefined);
    await go(tab.session, message.url, message.referrer);
    await parsed.catch(() => undefined);
    await this.#hooks.arrived(tab.tabId);
  }

  /** A form waits for its tab. What is stopped leaves a tab behind that was for nothing else. */
  async #post(openerTabId: number, name: string): Promise<void> {
    const session = await this.#posted.of(openerTabId, name);
    if (!session) return;
    const posted = postedInto(session, DOCUMENT_MS);
    await this.#say(openerTabId, { kind: 'guarded', name });
    if ((await posted) === 'stopped') await this.#hooks.closeTab(session.tabId);
    else await this.#hooks.arrived(session.tabId);
  }

  async #openedBy(openerTabId: number, id: string): Promise<number | undefined> {
    const opening = this.#openings.get(id);
    return opening?.openerTabId === openerTabId ? opening.tabId : undefined;
  }

  async #openerOf(tabId: number): Promise<number | undefined> {
    const id = await this.#idOf(tabId);
    return id === undefined ? undefined : this.#openings.get(id)?.openerTabId;
  }

  async #idOf(tabId: number): Promise<string | undefined> {
    for (const [id, opening] of this.#openings) if ((await opening.tabId) === tabId) return id;
    return undefined;
  }
}

async function go(session: DebuggerSession | undefined, url: string, referrer: string): Promise<void> {
  if (!/^https?:|^about:blank$/.test(url)) return;
  await session?.send('Page.navigate', { url, ...(referrer ? { referrer } : {}), transitionType: 'link' });
}

/** The rule of postMessage: the target page's origin is the one that was named, or any. */
function reaches(targetOrigin: string, url: string | undefined): boolean {
  if (targetOrigin === '*') return true;
  return (
    url !== undefined &&
    URL.canParse(url) &&
    URL.canParse(targetOrigin) &&
    new URL(url).origin === new URL(targetOrigin).origin
  );
}
