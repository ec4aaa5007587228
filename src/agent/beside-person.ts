import type { BarrierHooks, StoppedRequest } from '../browser/barrier';
import type { ChildSession } from '../browser/child-sessions';
import type { Press } from '../browser/touches';
import type { Decision } from '../policy/decision';
import type { RequestEvidence } from '../policy/evidence';
import { kindOfLabel } from '../policy/label-words';
import type { HandOver } from './hand-over';
import type { SiteGuard } from './site-guard';

/** The agent's side: what it may have set off, and how that is judged. */
export interface AgentSide extends BarrierHooks {
  /** True when a request may yet be the agent's doing: a press of its own, or what was stopped, is behind it. */
  mayBeAgents(tabId: number, request: RequestEvidence): boolean;
  /** True while a tab may still send what an earlier press of the agent's set off. */
  holdsBack(tabId: number): boolean;
  /** When the agent last did something in a tab, in epoch milliseconds. */
  inputAt(tabId: number): number;
  /** The person sent themselves what would have been held against the agent. Written down, and never sent once more. */
  sentByPerson(tabId: number, request: RequestEvidence): Promise<Decision>;
}

/**
 * The barrier's hooks while a person may have the tabs. What goes out then is theirs, but for what the agent set off
 * before: that is judged as ever, until they set something off themselves in that very tab. Looking, scrolling and
 * typing sends nothing; and where the page holds back what the agent sent, only a press on what sends is taken for
 * theirs.
 */
export class BesidePerson implements BarrierHooks {
  readonly #agent: AgentSide;
  readonly #handOver: Pick<HandOver, 'personDrives'>;
  readonly #sites: Pick<SiteGuard, 'leaveTab'>;
  readonly #pressedAt = new Map<number, number>();

  constructor(agent: AgentSide, handOver: Pick<HandOver, 'personDrives'>, sites: Pick<SiteGuard, 'leaveTab'>) {
    this.#agent = agent;
    this.#handOver = handOver;
    this.#sites = sites;
  }

  /** The person, who has the tabs, pressed or typed in this one. */
  async pressed(tabId: number, { acts, label }: Press): Promise<void> {
    const sends = acts && (!this.#agent.holdsBack(tabId) || kindOfLabel(label) !== undefined);
    if (sends) this.#pressedAt.set(tabId, Date.now());
    await this.#sites.leaveTab(tabId);
  }

  async judge(tabId: number, request: RequestEvidence): Promise<Decision> {
    if (!this.#handOver.personDrives) return this.#agent.judge(tabId, request);
    if (!this.#agent.mayBeAgents(tabId, request))
      return { verdict: 'pass', kind: 'read', reasons: [{ source: 'default', code: 'person-drives', detail: '' }] };
    const theirs = (this.#pressedAt.get(tabId) ?? 0) > this.#agent.inputAt(tabId);
    return theirs ? this.#agent.sentByPerson(tabId, request) : this.#agent.judge(tabId, request);
  }

  stopped(stopped: StoppedRequest): void {
    this.#agent.stopped(stopped);
  }

  childOpened(tabId: number, kind: ChildSession['kind'], url: string): void {
    this.#agent.childOpened?.(tabId, kind, url);
  }
}
