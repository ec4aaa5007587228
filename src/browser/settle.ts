import type { DebuggerSession } from './debugger-session';

/** Longest time that a page may take to settle after an action, in milliseconds. */
const PATIENCE_MS = 4000;
/** A document that was asked for gets longer: it is what the action was about. */
const NAVIGATION_MS = 10_000;
/** A frame of a page that draws at all; one that does not is not waited for. */
const FRAME_MS = 500;

/** Kinds of requests whose answer usually changes what the page shows. Streams, pings and media never end. */
const AWAITED = new Set(['Document', 'Fetch', 'XHR', 'Script', 'Stylesheet']);

/**
 * Watches a tab from before an action until the page has settled: no document on its way, no request of the action
 * open, and a frame drawn after the last answer. By evidence, not by a fixed sleep; bounded, because some pages never
 * rest.
 */
export class SettleWatch {
  readonly #session: DebuggerSession;
  readonly #done = new AbortController();
  readonly #open = new Map<string, { document: boolean; frameId: string | undefined }>();
  #navigated = false;
  #loading = false;
  #wake: () => void = () => undefined;

  constructor(session: DebuggerSession) {
    this.#session = session;
    const { signal } = this.#done;
    session.on(
      'Network.requestWillBeSent',
      ({ requestId, type, frameId, loaderId }, child) => {
        if (child !== undefined || type === undefined || !AWAITED.has(type)) return;
        // The answer to a shared worker's script is told to no session of the tab: each such page took the whole patience.
        if (type === 'Script' && isWorkerScript(requestId)) return;
        const document = type === 'Document' && requestId === loaderId && frameId === this.#mainFrame;
        this.#open.set(requestId, { document, frameId });
      },
      signal,
    );
    const close = ({ requestId }: { requestId: string }) => {
      if (this.#open.delete(requestId)) this.#wake();
    };
    session.on('Network.loadingFinished', close, signal);
    session.on('Network.loadingFailed', close, signal);
    session.on(
      'Target.attachedToTarget',
      ({ targetInfo }) => {
        // The answer to a frame of another site is told to a session of its own.
        for (const [id, { frameId }] of this.#open) if (frameId === targetInfo.targetId) close({ requestId: id });
      },
      signal,
    );
    session.on(
      'Page.frameNavigated',
      ({ frame }, child) => {
        if (child !== undefined || frame.parentId !== undefined) return;
        this.#mainFrame = frame.id;
        this.#navigated = true;
        this.#loading = true;
        // What the old document still waited for died with it.
        for (const [id, { document }] of this.#open) if (!document) this.#open.delete(id);
        this.#wake();
      },
      signal,
    );
    session.on(
      'Page.domContentEventFired',
      (_, child) => {
        if (child !== undefined) return;
        this.#loading = false;
        this.#wake();
      },
      signal,
    );
  }

  #mainFrame: string | undefined;

  /** True when a new document came since the watch began. */
  get navigated(): boolean {
    return this.#navigated;
  }

  /**
   * Resolves when the page has settled or patience is over, and ends the watch. Rejects when the signal aborts.
   *
   * @param most milliseconds at most; by default four seconds, ten when a document is on its way
   */
  async settled(signal: AbortSignal, most?: number): Promise<void> {
    const begun = performance.now();
    try {
      for (;;) {
        await nextFrame(this.#session, signal);
        const patience = most ?? (this.#navigated || this.#documentOpen() ? NAVIGATION_MS : PATIENCE_MS);
        const left = patience - (performance.now() - begun);
        if ((this.#open.size === 0 && !this.#loading) || left <= 0) return;
        await this.#change(left, signal);
      }
    } finally {
      this.#done.abort();
    }
  }

  /** Ends the watch without waiting. */
  dispose(): void {
    this.#done.abort();
  }

  #documentOpen(): boolean {
    return [...this.#open.values()].some(({ document }) => document);
  }

  #change(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const ended = AbortSignal.any([signal, this.#session.gone]);
      if (ended.aborted) return reject(ended.reason);
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        ended.removeEventListener('abort', aborted);
        settle();
      };
      const aborted = () => finish(() => reject(ended.reason));
      const timer = setTimeout(() => finish(resolve), ms);
      this.#wake = () => finish(resolve);
      ended.addEventListener('abort', aborted, { once: true });
    });
  }
}

/** What the browser asks for itself, documents and first scripts of workers, has a bare key; the page's own a dotted number. */
function isWorkerScript(requestId: string): boolean {
  return !requestId.includes('.');
}

/** Resolves after the page drew a frame and ran what stood in its queue, or after half a second if it draws none. */
export async function nextFrame(session: DebuggerSession, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const drawn = session
    .send('Runtime.evaluate', {
      expression: 'new Promise(done => requestAnimationFrame(() => setTimeout(done)))',
      awaitPromise: true,
      returnByValue: true,
    })
    // The document went away in between: its frame will not come.
    .catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    drawn,
    new Promise((resolve) => {
      timer = setTimeout(resolve, FRAME_MS);
    }),
  ]);
  clearTimeout(timer);
  signal.throwIfAborted();
}
