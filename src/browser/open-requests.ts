import type { DebuggerSession } from './debugger-session';

/** Kinds of requests whose answer usually changes what the page shows. Streams, pings and media never end. */
const AWAITED = new Set(['Document', 'Fetch', 'XHR', 'Script', 'Stylesheet']);

interface OpenRequest {
  /** The session that tells of it: undefined for the tab's own. */
  child: string | undefined;
  /** `document` is the tab's own; `data` is what a script asked for to show it. */
  what: 'document' | 'data' | 'part';
  frameId: string | undefined;
  loaderId: string;
}

/** What is on its way in a tab: the requests that a watch saw begin, and the tab's document. */
export class OpenRequests {
  readonly #open = new Map<string, OpenRequest>();
  readonly #answered = new Set<string | undefined>();
  readonly #changed: () => void;
  #navigated = false;
  #loading = false;

  /** @param changed is called when something ended, until the signal aborts */
  constructor(session: DebuggerSession, changed: () => void, signal: AbortSignal) {
    this.#changed = changed;
    session.on(
      'Network.requestWillBeSent',
      ({ requestId, type, frameId, loaderId }, child) => {
        if (type === undefined || !AWAITED.has(type)) return;
        // The answer to a shared worker's script is told to no session of the tab: each such page took the whole
        // patience.
        if (type === 'Script' && isWorkerScript(requestId)) return;
        const own = child === undefined && type === 'Document' && frameId === session.mainFrame;
        const what = own ? 'document' : type === 'Fetch' || type === 'XHR' ? 'data' : 'part';
        this.#open.set(keyOf(requestId, child), { child, what, frameId, loaderId });
      },
      signal,
    );
    const close = ({ requestId }: { requestId: string }, child: string | undefined) => {
      const request = this.#open.get(keyOf(requestId, child));
      if (!request) return;
      this.#open.delete(keyOf(requestId, child));
      if (request.what === 'data') this.#answered.add(child);
      this.#changed();
    };
    session.on('Network.loadingFinished', close, signal);
    session.on('Network.loadingFailed', close, signal);
    session.on(
      'Target.attachedToTarget',
      // The answer to a frame of another site is told to a session of its own.
      ({ targetInfo }) => this.#drop(({ frameId }) => frameId === targetInfo.targetId),
      signal,
    );
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#drop(({ child }) => child === sessionId), signal);
    session.on(
      'Page.frameNavigated',
      // A page that the browser kept is there at once, and fires no event of its own.
      ({ frame, type }, child) => this.#frameNavigated(frame, child, type !== 'BackForwardCacheRestore'),
      signal,
    );
    session.on(
      'Page.domContentEventFired',
      (_, child) => {
        if (child !== undefined) return;
        this.#loading = false;
        this.#changed();
      },
      signal,
    );
  }

  /** True when nothing is on its way. */
  get none(): boolean {
    return this.#open.size === 0 && !this.#loading;
  }

  /** True when a new document of the tab is on its way. */
  get documentOpen(): boolean {
    return [...this.#open.values()].some(({ what }) => what === 'document');
  }

  /** True when a new document came. */
  get navigated(): boolean {
    return this.#navigated;
  }

  /** The sessions whose scripts were answered since this was last asked; undefined is the tab's own. */
  takeAnswered(): (string | undefined)[] {
    const answered = [...this.#answered];
    this.#answered.clear();
    return answered;
  }

  #frameNavigated(
    { id, parentId, loaderId }: { id: string; parentId?: string; loaderId: string },
    child: string | undefined,
    loads: boolean,
  ): void {
    if (child === undefined && parentId === undefined) {
      this.#navigated = true;
      this.#loading = loads;
      // What the old document still waited for died with it, and so did its frames.
      this.#drop(({ what }) => what !== 'document');
      return;
    }
    this.#drop((request) => request.child === child && request.frameId === id && request.loaderId !== loaderId);
  }

  /** Forgets requests that nobody will tell the end of. */
  #drop(which: (request: OpenRequest) => boolean): void {
    for (const [key, request] of this.#open) if (which(request)) this.#open.delete(key);
    this.#changed();
  }
}

function keyOf(requestId: string, child: string | undefined): string {
  return `${child ?? ''} ${requestId}`;
}

/**
 * What the browser asks for itself, documents and first scripts of workers, has a bare key; the page's own a dotted
 * number.
 */
function isWorkerScript(requestId: string): boolean {
  return !requestId.includes('.');
}
