import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping';
import type { DebuggerEvents } from './debugger-events';
import { onDocument } from './own-document';
import { notResponding } from './page-problem';
import { Takeover } from './takeover';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;

const PROTOCOL = '1.3';
/** Longest time until a page answers a command, in milliseconds. */
const ANSWER_MS = 10_000;

/** The debugger lost a tab. `canceled_by_user` is the infobar's Cancel: the person wants it to stop. */
export class DebuggerDetached extends Error {
  override name = 'DebuggerDetached';
  readonly reason: string;

  constructor(reason: string) {
    super(`the debugger was detached: ${reason}`);
    this.reason = reason;
  }
}

/** One chrome.debugger session on one tab, with the child sessions of its frames. */
export class DebuggerSession {
  readonly tabId: number;
  readonly #events: DebuggerEvents;
  readonly #gone = new AbortController();
  readonly #senders = new Set<(method: string, params: object | undefined) => void>();
  #mainFrame = '';
  #takeover: Takeover | undefined;

  private constructor(tabId: number, events: DebuggerEvents) {
    this.tabId = tabId;
    this.#events = events;
    events.onDetach(tabId, (reason) => this.#gone.abort(new DebuggerDetached(reason)), this.#gone.signal);
  }

  /** The id of the tab's own frame, as the debugger names it. */
  get mainFrame(): string {
    return this.#mainFrame;
  }

  /** Aborts when the session is over; its reason is a DebuggerDetached. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Present when a killed worker had left the session behind. */
  get takeover(): Takeover | undefined {
    return this.#takeover;
  }

  /**
   * Attaches to a tab and makes it render and take input as if it were in front. A session that a killed worker left
   * behind is still ours (../shared/platform.md): it is taken over.
   */
  static async attach(tabId: number, events: DebuggerEvents): Promise<DebuggerSession> {
    const session = new DebuggerSession(tabId, events);
    try {
      await chrome.debugger.attach({ tabId }, PROTOCOL);
    } catch (error) {
      if (/already attached/i.test(String(error)))
        session.#takeover = await Takeover.begin(session, events.takeUnheard(tabId));
      if (!session.#takeover) {
        session.#gone.abort(new DebuggerDetached('never attached'));
        throw error;
      }
    }
    const shown = ({ id }: { id: string }) => {
      session.#mainFrame = id;
    };
    onDocument(session, shown, session.gone);
    const begun = Promise.all([
      // Lost at every detach; without it a background tab stands still (requestAnimationFrame, focus).
      session.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      session.send('Page.enable'),
      session.send('Page.getFrameTree').then(({ frameTree }) => {
        session.#mainFrame = frameTree.frame.id;
      }),
      session.send('Network.enable'),
      // Tells when the page's process died.
      session.send('Inspector.enable'),
    ]);
    await begun.catch(async (error: unknown) => {
      await session.detach();
      throw error;
    });
    return session;
  }

  /**
   * Sends one command. Rejects with Chrome's message, with DebuggerDetached when the session is over, or with words
   * when the page does not respond: an input, for example, is answered when the page has handled it.
   */
  async send<M extends keyof Commands>(
    method: M,
    params?: Commands[M]['paramsType'][0],
    sessionId?: string,
  ): Promise<Commands[M]['returnType']> {
    this.#gone.signal.throwIfAborted();
    for (const listener of this.#senders) listener(method, params);
    const target = sessionId === undefined ? { tabId: this.tabId } : { tabId: this.tabId, sessionId };
    const answer = chrome.debugger.sendCommand(target, method, params as Record<string, unknown> | undefined);
    const result: unknown = await (mayTakeLong(method, params) ? answer : inTime(answer));
    // The protocol's types say what Chrome answers; there is no schema at run time.
    return result as Commands[M]['returnType'];
  }

  /** Calls back for each command just before it goes out, until the signal aborts. */
  beforeSend(listener: (method: string, params: object | undefined) => void, signal: AbortSignal): void {
    this.#senders.add(listener);
    signal.addEventListener('abort', () => this.#senders.delete(listener), { once: true });
  }

  /** Calls back for each such event of the tab and its child sessions, until the signal aborts or the session ends. */
  on<E extends keyof Events>(
    event: E,
    listener: (params: Events[E][0], sessionId: string | undefined) => void,
    signal: AbortSignal,
  ): void {
    this.#events.onEvent(
      this.tabId,
      (method, params, sessionId) => {
        if (method === event) listener(params as Events[E][0], sessionId);
      },
      AbortSignal.any([signal, this.#gone.signal]),
    );
  }

  /**
   * Resolves with the next such event of the tab itself that fits. Rejects when the signal aborts or the session ends.
   */
  next<E extends keyof Events>(
    event: E,
    fits: (params: Events[E][0]) => boolean,
    signal: AbortSignal,
  ): Promise<Events[E][0]> {
    return new Promise((resolve, reject) => {
      const done = new AbortController();
      const ended = AbortSignal.any([signal, this.#gone.signal]);
      if (ended.aborted) return reject(ended.reason);
      ended.addEventListener('abort', () => reject(ended.reason), { signal: done.signal });
      this.on(
        event,
        (params, child) => {
          if (child !== undefined || !fits(params)) return;
          done.abort();
          resolve(params);
        },
        AbortSignal.any([done.signal, ended]),
      );
    });
  }

  /** Lets go of the tab. Chrome sends requests that are held at this time: see barrier.ts. */
  async detach(): Promise<void> {
    if (this.#gone.signal.aborted) return;
    this.#gone.abort(new DebuggerDetached('let go'));
    await chrome.debugger.detach({ tabId: this.tabId }).catch(() => undefined);
  }
}

/** Commands that wait for a server, or for a promise of the page: who sends them knows for how long. */
function mayTakeLong(method: string, params: object | undefined): boolean {
  return method.startsWith('Page.navigate') || method === 'Page.reload' || (params ? 'awaitPromise' in params : false);
}

/** A page whose script never ends would keep a command waiting for ever. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(notResponding(ANSWER_MS)), ANSWER_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
