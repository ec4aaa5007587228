import type { Protocol } from 'devtools-protocol';
import type { Decision } from '../policy/decision';
import type { RequestEvidence } from '../policy/evidence';
import { attachChildren, type ChildSession } from './child-sessions';
import type { DebuggerSession } from './debugger-session';
import { requestEvidence } from './request-evidence';
import { SocketGuard } from './socket-guard';
import { unless, within } from './wait';
import { FETCH, FETCH_ALL } from './watched-requests';

/** A request that was aborted because a person must agree first, or because they said never. */
export interface StoppedRequest {
  tabId: number;
  request: RequestEvidence;
  decision: Exclude<Decision, { verdict: 'pass' }>;
}

export interface BarrierHooks {
  /** Decides; a token that the decision used is spent on disk before this resolves. Rejecting aborts the request. */
  judge(tabId: number, request: RequestEvidence): Promise<Decision>;
  stopped(stopped: StoppedRequest): void;
  /** Something started below a tab; told before it runs. */
  childOpened?(tabId: number, kind: ChildSession['kind'], url: string): void;
}

/** Longest time that a tab which is let go of waits for a decision, in milliseconds. */
const UNDECIDED_MS = 500;

const HARMLESS = new Set(['HEAD', 'OPTIONS', 'TRACE']);

/**
 * Stands between a tab and the network while a task owns the tab (docs/design.md, The barrier). A request is decided in
 * milliseconds and passed or aborted, never held while a person thinks: Chrome *sends* a held request when the
 * debugger detaches, the tab closes or the extension reloads (../shared/effects-measured.csv).
 */
export class Barrier {
  readonly #hooks: BarrierHooks;
  /** Requests passed under a person's token, by Fetch request id, so that their redirects at home pass too. */
  readonly #approved = new Map<string, string>();

  /** How each tab's sessions are watched, and the way to watch them otherwise. */
  readonly #watched = new Map<number, { all: boolean; enable(): Promise<unknown> }>();

  readonly #sockets = new Set<SocketGuard>();
  /** What is being decided about, and how it is aborted. */
  readonly #underway = new Map<Promise<void>, { tabId: number; abort(): Promise<unknown> }>();

  constructor(hooks: BarrierHooks) {
    this.#hooks = hooks;
  }

  /**
   * Arms a tab and everything that starts below it: frames of other sites, workers, service workers, and the sockets of
   * all of them. Call it again after every re-attach. It listens as long as the session lasts, whatever becomes of the
   * task: what is paused and decided about by nobody is sent when the debugger goes.
   */
  async arm(session: DebuggerSession): Promise<void> {
    const signal = session.gone;
    const frames = new Map<string, RequestEvidence['frame']>();
    const frameOf = (from: string | undefined) => (from === undefined ? 'main' : (frames.get(from) ?? 'child'));
    const sockets = new SocketGuard(
      session,
      (request, from) => this.#judgeSocket(session, request, frameOf(from)),
      signal,
    );
    this.#sockets.add(sockets);
    signal.addEventListener('abort', () => this.#sockets.delete(sockets), { once: true });
    session.on(
      'Fetch.requestPaused',
      (paused, from) => {
        // `Aborted` leaves the page and the draft as they were; `BlockedByClient` would put an error page in their
        // place.
        const failing = { requestId: paused.requestId, errorReason: 'Aborted' as const };
        const abort = () => session.send('Fetch.failRequest', failing, from);
        const work = this.#decide(session, paused, { frame: frameOf(from), from, abort }).finally(() =>
          this.#underway.delete(work),
        );
        this.#underway.set(work, { tabId: session.tabId, abort });
      },
      signal,
    );
    session.on(
      'Target.targetInfoChanged',
      ({ targetInfo: { type, url } }) => {
        // A frame of another site is attached before its address is known.
        if (type === 'iframe') this.#hooks.childOpened?.(session.tabId, 'frame', url);
      },
      signal,
    );
    session.on('Target.detachedFromTarget', ({ sessionId }) => void frames.delete(sessionId), signal);
    const enable = (sessionId?: string) =>
      session.send('Fetch.enable', this.#watched.get(session.tabId)?.all ? FETCH_ALL : FETCH, sessionId);
    const children = () => [...frames].flatMap(([id, kind]) => (kind === 'worker' ? [] : [id]));
    this.#watched.set(session.tabId, {
      all: false,
      // A frame or worker that went away in between sends nothing.
      enable: () => Promise.all([enable(), ...children().map((id) => enable(id).catch(() => undefined))]),
    });
    const prepare = ({ sessionId, kind, url }: ChildSession) => {
      frames.set(sessionId, kind === 'frame' ? 'child' : kind);
      this.#hooks.childOpened?.(session.tabId, kind, url);
      // A dedicated worker has no Fetch domain: its requests arrive on the page's session.
      if (kind !== 'worker') void enable(sessionId).catch(() => undefined);
      const held = kind === 'frame' ? sockets.guardFrame(sessionId) : sockets.guardWorker(sessionId);
      void held.catch(() => undefined);
    };
    await enable();
    await sockets.guardFrame();
    await attachChildren(session, prepare, signal);
  }

  /** Watches pictures, styles and scripts of a tab too, from now on: each costs 1.3 ms. */
  async watchAll(tabId: number): Promise<void> {
    const watched = this.#watched.get(tabId);
    if (!watched || watched.all) return;
    watched.all = true;
    await watched.enable();
  }

  /**
   * Resolves when all that was seen so far is decided about, told to `stopped`, or on its way.
   *
   * @param most milliseconds to wait; for ever when left out
   */
  async idle(most?: number): Promise<void> {
    const decided = Promise.all([...this.#underway.keys(), ...[...this.#sockets].map((each) => each.idle())]);
    await (most === undefined ? decided : within(most, decided));
  }

  /**
   * Call it just before the debugger lets go of a tab: Chrome would send what is still undecided then. Waits a moment
   * for the decisions, and aborts what has none.
   */
  async letGo({ tabId, gone }: DebuggerSession): Promise<void> {
    const undecided = () => [...this.#underway].filter(([, request]) => request.tabId === tabId);
    const end = AbortSignal.any([gone, AbortSignal.timeout(UNDECIDED_MS)]);
    while (undecided().length > 0 && !end.aborted)
      await unless(end, Promise.all(undecided().map(([work]) => work))).catch(() => undefined);
    await Promise.all(undecided().map(([, { abort }]) => abort().catch(() => undefined)));
  }

  /** True sends the frame. It was told of no one else: the page waits without knowing. */
  async #judgeSocket(
    session: DebuggerSession,
    given: RequestEvidence,
    frame: RequestEvidence['frame'],
  ): Promise<boolean> {
    const request = { ...given, frame };
    const decision = await this.#hooks.judge(session.tabId, request);
    if (decision.verdict !== 'pass') this.#hooks.stopped({ tabId: session.tabId, request, decision });
    return decision.verdict === 'pass';
  }

  async #decide(
    session: DebuggerSession,
    paused: Protocol.Fetch.RequestPausedEvent,
    { frame, from, abort }: { frame: RequestEvidence['frame']; from: string | undefined; abort(): Promise<unknown> },
  ): Promise<void> {
    const pass = () => session.send('Fetch.continueRequest', { requestId: paused.requestId }, from);
    try {
      if (HARMLESS.has(paused.request.method)) return void (await pass());
      const request = requestEvidence(await this.#withBody(session, paused, from), frame);
      if (this.#followsApproved(paused, request)) return void (await pass());
      const decision = await this.#hooks.judge(session.tabId, request).catch(() => undefined);
      if (decision?.verdict === 'pass') {
        if (decision.tokenId) this.#approved.set(paused.requestId, new URL(request.url).origin);
        return void (await pass());
      }
      await abort();
      if (decision) this.#hooks.stopped({ tabId: session.tabId, request, decision });
    } catch {
      // The tab or its frame went away in between; a request of a page that is gone was cancelled with it.
    }
  }

  /** Bodies above the protocol's inline limit are asked for separately. */
  async #withBody(
    session: DebuggerSession,
    paused: Protocol.Fetch.RequestPausedEvent,
    sessionId: string | undefined,
  ): Promise<Protocol.Fetch.RequestPausedEvent> {
    const { request, networkId } = paused;
    if (!request.hasPostData || request.postData !== undefined || request.postDataEntries?.length || !networkId)
      return paused;
    const body = await session
      .send('Network.getRequestPostData', { requestId: networkId }, sessionId)
      .catch(() => undefined);
    return body ? { ...paused, request: { ...request, postData: body.postData } } : paused;
  }

  /** A 307 repeats an approved body: it may do so within the origin that the person agreed to, and nowhere else. */
  #followsApproved(paused: Protocol.Fetch.RequestPausedEvent, request: RequestEvidence): boolean {
    const origin = this.#approved.get(paused.redirectedRequestId ?? '');
    if (origin === undefined || origin !== new URL(request.url).origin) return false;
    this.#approved.set(paused.requestId, origin);
    return true;
  }
}
