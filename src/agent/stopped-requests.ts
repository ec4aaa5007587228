import type { StoppedRequest } from '../browser/barrier';
import { within } from '../browser/wait';
import type { Decision } from '../policy/decision';
import type { RequestEvidence } from '../policy/evidence';
import { digestOf, signatureOf } from '../policy/signature';
import type { Approval } from '../store/approval';
import type { Refused } from './site-guard';
import { isSame } from './unsettled';

interface Waiting {
  stopped: StoppedRequest;
  key: string;
  at: number;
}

/**
 * Requests of a task that were stopped and wait to be asked about, and those that were sent under a person's answer. A
 * page that sends twice, or tries again by itself, is told apart here from an agent that does something once more.
 */
export class StoppedRequests {
  #waiting: Waiting[] = [];
  /** When what was shown to a person went out, by what was shown. */
  readonly #sent = new Map<string, number>();
  /** All that was stopped, by what it was. */
  readonly #refused = new Map<string, Refused & { signature: string; digest: string }>();
  /** What was stopped after the same had been sent. */
  readonly #doubled = new Set<string>();
  /** Stopped at a time when the call that ran was not what set it off. */
  readonly #apart = new WeakSet<StoppedRequest>();
  /** Stopped together with what the person is asked about now. */
  #held: StoppedRequest[] = [];
  #calling = false;
  #late: readonly number[] = [];
  #wake: () => void = () => undefined;

  /**
   * Call it when a call begins or ends.
   *
   * @param late tabs that may still send what an earlier call set off
   */
  callRuns(calling: boolean, late: readonly number[]): void {
    this.#calling = calling;
    this.#late = late;
  }

  /** The call that runs pressed what sends: that is more likely what is seen now than what an earlier one pressed. */
  pressedAnew(tabId: number): void {
    this.#late = this.#late.filter((each) => each !== tabId);
  }

  /** False when doing the call again that ran would not send this. */
  isOfCall(stopped: StoppedRequest): boolean {
    return !this.#apart.has(stopped);
  }

  add(stopped: StoppedRequest): void {
    const { request, decision } = stopped;
    const { method, url } = request;
    const key = keyOf(request);
    // A script that waits for its consent is the call itself.
    if (method !== 'SCRIPT' && (!this.#calling || this.#late.includes(stopped.tabId))) this.#apart.add(stopped);
    this.#release(request);
    this.#refused.set(key, { method, url, signature: decision.signature, digest: digestOf(request) });
    if (decision.reasons.some(({ code }) => code === 'double')) {
      this.#doubled.add(key);
      return;
    }
    this.#waiting.push({ stopped, key, at: Date.now() });
    this.#wake();
  }

  /** Call it before a request goes out under an approval or a tick. */
  sends(request: RequestEvidence): void {
    this.#sent.set(keyOf(request), Date.now());
  }

  /** Keeps what was stopped besides what is asked about, until it is taken, is stopped again or passes. */
  hold(others: StoppedRequest[]): void {
    this.#held = others;
  }

  /** What was held and neither passed nor was stopped again. */
  takeHeld(): StoppedRequest[] {
    return this.#held.splice(0);
  }

  /** Call it with each request that goes out. */
  passed(request: RequestEvidence): void {
    this.#release(request);
  }

  /** True for a request that went out under an answer already, with no input of the agent since. */
  isDouble(request: RequestEvidence, lastInputAt: number): boolean {
    const sent = this.#sent.size > 0 ? this.#sent.get(keyOf(request)) : undefined;
    return sent !== undefined && sent >= lastInputAt;
  }

  /**
   * A page that sends twice, or tries again by itself what went out under an answer, is stopped and nobody is asked.
   */
  onlyOnce(request: RequestEvidence, decision: Decision, wishedAt: number): Decision {
    // Who let the like of a call pass that nothing explains meant a page that polls.
    const polls = decision.kind === 'unexplained' || decision.kind === 'leave';
    const underAnswer = decision.verdict === 'ask' || (decision.verdict === 'pass' && decision.tokenId && !polls);
    if (!underAnswer || !this.isDouble(request, wishedAt)) return decision;
    const reasons = [{ source: 'token', code: 'double', detail: '' } as const];
    return { verdict: 'never', kind: decision.kind, signature: signatureOf(request), reasons };
  }

  /**
   * What to ask about since the last time: each thing once, without what was denied or sent meanwhile.
   *
   * @param denied signatures
   */
  take(denied: readonly string[]): StoppedRequest[] {
    const keys = new Set<string>();
    const taken = this.#waiting.filter(({ stopped: { decision }, key, at }) => {
      if (keys.has(key)) return false;
      keys.add(key);
      return (
        decision.verdict === 'never' || (!denied.includes(decision.signature) && !((this.#sent.get(key) ?? 0) >= at))
      );
    });
    this.#waiting = [];
    return taken.map(({ stopped }) => stopped);
  }

  /** Resolves with true when something is stopped, with false after a while. Rejects when the signal aborts. */
  async next(ms: number, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    if (this.#waiting.length > 0) return true;
    const stopped = new Promise<true>((resolve) => {
      this.#wake = () => resolve(true);
    });
    return (await within(ms, stopped, signal)) ?? false;
  }

  /**
   * What must stay closed when nobody looks any more: all that was stopped, but for what was approved and came once.
   * One address serves many things: what was approved opens nothing for another one that was not.
   *
   * @param approved by the person
   */
  refused(approved: readonly Pick<Approval, 'effect'>[]): Refused[] {
    return [...this.#refused].flatMap(([key, refused]) => {
      const { method, url } = refused;
      const agreed = approved.some((approval) => isSame(approval, refused));
      return agreed && !this.#doubled.has(key) ? [] : [{ method, url }];
    });
  }

  #release(request: RequestEvidence): void {
    if (this.#held.length === 0) return;
    const key = keyOf(request);
    this.#held = this.#held.filter((each) => keyOf(each.request) !== key);
  }
}

function keyOf(request: RequestEvidence): string {
  return `${signatureOf(request)} ${digestOf(request)}`;
}
