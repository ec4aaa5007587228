import type { StoppedRequest } from '../browser/barrier';
import type { ChildSession } from '../browser/child-sessions';
import { decideRequest } from '../policy/decide-request';
import type { Decision } from '../policy/decision';
import type { RequestEvidence } from '../policy/evidence';
import { isHarmless } from '../policy/sentence';
import { signatureOf } from '../policy/signature';
import type { AgentSide } from './beside-person';
import { evidenceAbout, type GateParts } from './gate-parts';
import { UNDO_MS } from './late-sends';
import { isUnsettled } from './unsettled';

/**
 * What a service worker sends by itself later than this after the last input is taken as no doing of the agent's,
 * unless it is what was stopped or is asked about: a worker tries again when it likes (background sync).
 */
const SERVICE_WORKER_MS = 60_000;

/** Decides about each request of a task's tabs that the barrier stops, and remembers what came of it. */
export class RequestJudge implements AgentSide {
  readonly #parts: GateParts;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  stopped(stopped: StoppedRequest): void {
    this.#parts.known.stop(stopped.decision.signature);
    this.#parts.stopped.add(stopped);
  }

  childOpened(tabId: number, kind: ChildSession['kind'], url: string): void {
    this.#parts.sites.childOpened(tabId, kind, url);
  }

  mayBeAgents(tabId: number, request: RequestEvidence): boolean {
    const acted =
      request.frame === 'service-worker' ? this.#parts.actions.within(UNDO_MS) : this.#parts.actions.mayAct(tabId);
    return acted || this.holdsBack(tabId) || isUnsettled(request, this.#parts.answers.approvals, this.#parts.known);
  }

  holdsBack(tabId: number): boolean {
    return this.#parts.late.tabIds.includes(tabId);
  }

  inputAt(tabId: number): number {
    return this.#parts.actions.of(tabId)?.at ?? 0;
  }

  async sentByPerson(tabId: number, request: RequestEvidence): Promise<Decision> {
    const { kind } = decideRequest(await evidenceAbout(this.#parts, tabId, request));
    // A card that is still open for it must not send it once more.
    if (!isHarmless(kind)) this.#parts.stopped.sends(request);
    const reasons = [{ source: 'default', code: 'person-drives', detail: '' } as const];
    const decision: Decision = { verdict: 'pass', kind, reasons };
    await this.#parts.record.add(request, decision);
    return decision;
  }

  async judge(tabId: number, request: RequestEvidence): Promise<Decision> {
    // The same service worker serves the person's own tabs: it is answered for only while the agent has acted.
    if (
      request.frame === 'service-worker' &&
      !this.#parts.actions.within(SERVICE_WORKER_MS) &&
      !isUnsettled(request, this.#parts.answers.approvals, this.#parts.known)
    )
      return { verdict: 'pass', kind: 'read', reasons: [{ source: 'default', code: 'not-acting', detail: '' }] };
    const decided = this.#parts.script.covers(
      tabId,
      request,
      decideRequest(await evidenceAbout(this.#parts, tabId, request)),
    );
    const decision = this.#parts.stopped.onlyOnce(request, decided, this.#parts.actions.wishedAt(tabId));
    if (decision.verdict === 'pass') {
      const learned = decision.reasons.find(({ code }) => code === 'no-input');
      if (learned) this.#parts.known.learn(learned.detail);
      if (decision.tokenId) this.#parts.stopped.sends(request);
      if (decision.tokenId && !(await this.#parts.answers.spend(decision.tokenId))) {
        // Used by a request that came a moment earlier: this one is judged like any other.
        await this.#parts.answers.refresh();
        return this.judge(tabId, request);
      }
      this.#parts.stopped.passed(request);
      await this.#parts.replayed.passes(() => signatureOf(request));
    }
    this.#parts.late.judged(tabId, decision);
    await this.#parts.record.add(request, decision);
    return decision;
  }
}
