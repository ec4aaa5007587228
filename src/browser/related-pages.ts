import type { OpenMessage, WorkerWords } from '../dom/opens/worker-words';
import type { DebuggerSession } from './debugger-session';
import type { TabSet } from './tab-set';

/** What one page asks of another: to go elsewhere, to close, to take a message. */
export type AskedOfPage = Extract<OpenMessage, { kind: 'go' | 'close' | 'post' }>;

/** A tab that a page opened. */
interface Opening {
  openerTabId: number;
  /** Undefined until the tab is there, and when there is to be none. */
  tabId: Promise<number | undefined>;
}

/**
 * Which page of a task opened which, and what they do with each other. Chrome knows nothing of it: the tabs are opened
 * by the worker, and each page has a stand-in for the other (src/dom/opens/stand-ins.ts).
 */
export class RelatedPages {
  readonly #tabs: TabSet;
  readonly #say: (tabId: number, words: WorkerWords) => Promise<void>;
  readonly #openings = new Map<string, Opening>();

  /** @param say tells the page of a tab something */
  constructor(tabs: TabSet, say: (tabId: number, words: WorkerWords) => Promise<void>) {
    this.#tabs = tabs;
    this.#say = say;
  }

  /** A page opens a tab, which it names by this id. */
  opened(id: string, opening: Opening): void {
    this.#openings.set(id, opening);
  }

  /** Does what the page of a tab asks of another one, if that is there. */
  async asked(tabId: number, message: AskedOfPage): Promise<void> {
    const other = message.id === null ? await this.#openerOf(tabId) : await this.#openedBy(tabId, message.id);
    if (message.kind === 'go' && other !== undefined)
      await followLink(this.#tabs.byId(other)?.session, message.url, '');
    if (message.kind === 'close') {
      const closing = message.id === null ? tabId : other;
      if (closing !== undefined) await this.#tabs.close(closing);
    }
    if (message.kind === 'post' && other !== undefined && reaches(message.to, this.#tabs.byId(other)?.url)) {
      const id = message.id === null ? await this.#idOf(tabId) : undefined;
      await this.#say(other, { kind: 'message', id: id ?? null, data: message.data, from: message.from });
    }
  }

  /** A tab is gone: the page that opened it sees its window closed. */
  async closed(tabId: number): Promise<void> {
    for (const [id, opening] of this.#openings) {
      if ((await opening.tabId) !== tabId) continue;
      this.#openings.delete(id);
      await this.#say(opening.openerTabId, { kind: 'closed', id });
    }
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

/** Leads a tab where a page wants it, as a link does; nowhere for an address that no page may open. */
export async function followLink(session: DebuggerSession | undefined, url: string, referrer: string): Promise<void> {
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
