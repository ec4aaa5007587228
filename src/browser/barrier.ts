import type { Protocol } from 'devtools-protocol';
import type { Decision } from '../policy/decision';
import type { RequestEvidence } from '../policy/evidence';
import type { DebuggerSession } from './debugger-session';
import { requestEvidence } from './request-evidence';

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
}

/**
 * Types whose requests can carry an effect. Pictures, styles and fonts stay out, since every stop costs 1.3 ms
 * (../shared/platform.md): patterns filter by type and URL, not by method.
 */
const WATCHED: Protocol.Network.ResourceType[] = [
  'Document',
  'XHR',
  'Fetch',
  'Ping',
  'CSPViolationReport',
  // Prefetches too: the Fetch domain knows no type of their own for them.
  'Other',
];

const HARMLESS = new Set(['HEAD', 'OPTIONS', 'TRACE']);

/**
 * Stands between a tab and the network while a task owns the tab (docs/design.md §6). A request is decided in
 * milliseconds and passed or aborted, never held while a person thinks: Chrome *sends* a held request when the
 * debugger detaches, the tab closes or the extension reloads (../shared/effects-measured.csv).
 */
export class Barrier {
  readonly #hooks: BarrierHooks;
  /** Requests passed under a person's token, by Fetch request id, so that their redirects at home pass too. */
  readonly #approved = new Map<string, string>();

  constructor(hooks: BarrierHooks) {
    this.#hooks = hooks;
  }

  /**
   * Arms one debugger session. Call it again after every re-attach; the signal takes the listener away, and leaves the
   * Fetch domain on, because turning it off would send whatever is paused.
   */
  async arm(session: DebuggerSession, signal: AbortSignal, sessionId?: string): Promise<void> {
    const frame = sessionId === undefined ? 'main' : 'child';
    session.on(
      'Fetch.requestPaused',
      (paused, from) => {
        if (from === sessionId) void this.#decide(session, paused, frame, sessionId);
      },
      signal,
    );
    await session.send(
      'Fetch.enable',
      {
        // A log-in window of the browser would wait for a person in a tab that nobody sees: dialogs.ts cancels it.
        handleAuthRequests: true,
        patterns: WATCHED.map((resourceType) => ({ urlPattern: '*', resourceType, requestStage: 'Request' as const })),
      },
      sessionId,
    );
  }

  async #decide(
    session: DebuggerSession,
    paused: Protocol.Fetch.RequestPausedEvent,
    frame: RequestEvidence['frame'],
    sessionId: string | undefined,
  ): Promise<void> {
    const pass = () => session.send('Fetch.continueRequest', { requestId: paused.requestId }, sessionId);
    // `Aborted` leaves the page and the draft as they were; `BlockedByClient` would put an error page in their place.
    const abort = () =>
      session.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' }, sessionId);
    try {
      if (HARMLESS.has(paused.request.method)) return void (await pass());
      const request = requestEvidence(await this.#withBody(session, paused, sessionId), frame);
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
