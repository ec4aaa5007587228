import type { BarrierHooks, StoppedRequest } from '../browser/barrier';
import type { ChildSession } from '../browser/child-sessions';
import type { InputAction, ToolsetHooks } from '../browser/toolset-hooks';
import type { Rect } from '../dom/reader-contract';
import { decideRequest } from '../policy/decide-request';
import type { Decision } from '../policy/decision';
import {
  type ActionEvidence,
  EFFECT_KINDS,
  type EffectKind,
  type Evidence,
  type PageEvidence,
  type RequestEvidence,
  type Token,
} from '../policy/evidence';
import { kindOfLabel } from '../policy/label-words';
import type { Approval } from '../store/approval';
import { approvalsOf, spendApproval } from '../store/approval-table';
import { rulesOfClient } from '../store/client-table';
import type { OffstageDatabase } from '../store/database';
import { appendEvent } from '../store/journal-log';
import type { Task } from '../store/task';
import type { ViewPicture } from '../vision/capture';
import type { Refused, SiteGuard } from './site-guard';

/** Requests within this time of the agent's last input are taken as its doing; later ones still pass the policy. */
const ACTION_WINDOW_MS = 30_000;

/** What a service worker sends by itself later than this after the last input is taken as no doing of the agent's. */
const SERVICE_WORKER_MS = 60_000;

/** Passed kinds that say nothing to a person are not written down: polling alone would fill the journal. */
const UNREMARKABLE = new Set(['read', 'telemetry']);

interface LastAction extends InputAction {
  at: number;
  /** False once another document came: what that one does by itself is not the input's doing. */
  sameDocument: boolean;
  confirmText?: string;
  /** The page before the input, when the input looks as if it could matter. */
  picture?: ViewPicture;
}

/** Takes a picture of a tab; undefined when there is none to take. */
type TakePicture = (tabId: number) => Promise<ViewPicture | undefined>;

/**
 * One task's side of the policy: gathers the evidence for each request that the barrier stopped, keeps what the person
 * approved and denied in this task, and remembers what was stopped until the loop asks about it.
 */
export class Gate implements BarrierHooks, ToolsetHooks {
  readonly #db: OffstageDatabase;
  readonly #task: Pick<Task, 'id' | 'prompt' | 'client'>;
  readonly #page: (tabId: number) => PageEvidence;
  readonly #takePicture: TakePicture;
  readonly #sites: SiteGuard;
  /** Stopped and not approved, by method and address. */
  readonly #refused = new Map<string, Refused>();
  readonly #actions = new Map<number, LastAction>();
  #approvals: Approval[] = [];
  #stopped: StoppedRequest[] = [];
  readonly #passedLike = new Set<string>();
  /** Signatures that pages sent before anyone touched them. */
  readonly #learned = new Set<string>();
  #callId: string | undefined;

  /**
   * @param page what is known of a tab's page without asking it
   * @param takePicture for the card: of the page before an input, because after a stop the page shows its own error
   */
  constructor(
    db: OffstageDatabase,
    task: Pick<Task, 'id' | 'prompt' | 'client'>,
    page: (tabId: number) => PageEvidence,
    takePicture: TakePicture,
    sites: SiteGuard,
  ) {
    this.#db = db;
    this.#task = task;
    this.#page = page;
    this.#takePicture = takePicture;
    this.#sites = sites;
  }

  /** Reads the answers that the person gave in this task so far. Call it at the start and after each answer. */
  async refresh(): Promise<void> {
    this.#approvals = await approvalsOf(this.#db, this.#task.id);
  }

  /** The call that is running now: effects that follow are written down as its. */
  set callId(callId: string | undefined) {
    this.#callId = callId;
  }

  async beforeInput(tabId: number, action: InputAction): Promise<void> {
    const picture = maySubmit(action) ? await this.#takePicture(tabId).catch(() => undefined) : undefined;
    this.#actions.set(tabId, { ...action, at: Date.now(), sameDocument: true, ...(picture ? { picture } : {}) });
  }

  /** What a page asked in a `confirm` after an input belongs to the evidence about that input. */
  dialogOpened(tabId: number, kind: string, message: string): void {
    const last = this.#actions.get(tabId);
    if (last && kind === 'confirm') last.confirmText = message;
  }

  /** The tab shows another document now. */
  newDocument(tabId: number): void {
    const last = this.#actions.get(tabId);
    if (last) last.sameDocument = false;
  }

  /** What the agent last did in a tab. */
  lastAction(tabId: number): { rect?: Rect; picture?: ViewPicture } | undefined {
    return this.#actions.get(tabId);
  }

  /** Requests stopped since the last time this was asked; denied ones are not asked again. */
  takeStopped(): StoppedRequest[] {
    const stopped = this.#stopped;
    this.#stopped = [];
    return stopped;
  }

  /** True once a request passed under an approval of the like for this task. */
  passedLike(approvalId: string): boolean {
    return this.#passedLike.has(approvalId);
  }

  stopped(stopped: StoppedRequest): void {
    this.#stopped.push(stopped);
    const { method, url } = stopped.request;
    this.#refused.set(`${method} ${url}`, { method, url });
  }

  childOpened(tabId: number, kind: ChildSession['kind'], url: string): void {
    this.#sites.childOpened(tabId, kind, url);
  }

  /** What must stay closed when nobody looks at the task's tabs any more: stopped, and not approved since. */
  refused(): Refused[] {
    const asked = this.#approvals.filter(({ status }) => status !== 'approved').map(({ effect }) => effect);
    const approved = this.#approvals.filter(({ status }) => status === 'approved').map(({ effect }) => effect.url);
    return [...this.#refused.values(), ...asked].filter(({ url }) => !approved.includes(url));
  }

  async judge(tabId: number, request: RequestEvidence): Promise<Decision> {
    // The same service worker serves the person's own tabs: it is answered for only while the agent has acted.
    if (request.frame === 'service-worker' && !this.#actedWithin(SERVICE_WORKER_MS))
      return { verdict: 'pass', kind: 'read', reasons: [{ source: 'default', code: 'not-acting', detail: '' }] };
    const { client } = this.#task;
    // Read each time: what the person takes back holds for the next request.
    const rules = client ? await rulesOfClient(this.#db, client.name) : [];
    const decision = decideRequest({ ...this.#evidence(tabId, request), rules });
    const learned = decision.verdict === 'pass' && decision.reasons.find(({ code }) => code === 'no-input');
    if (learned) this.#learned.add(learned.detail);
    if (decision.verdict === 'pass' && decision.tokenId && !(await this.#spend(decision.tokenId))) {
      // Used by a request that came a moment earlier: this one is a double and is asked about like any other.
      await this.refresh();
      return this.judge(tabId, request);
    }
    if (decision.verdict !== 'pass' || !UNREMARKABLE.has(decision.kind)) {
      await appendEvent(this.#db, this.#task.id, {
        type: 'effect_seen',
        ...(this.#callId === undefined ? {} : { callId: this.#callId }),
        verdict: decision.verdict,
        kind: decision.kind,
        method: request.method,
        url: withoutQuery(request.url),
        reasons: [...decision.reasons],
      });
    }
    return decision;
  }

  #actedWithin(ms: number): boolean {
    return [...this.#actions.values()].some(({ at }) => Date.now() - at <= ms);
  }

  async #spend(approvalId: string): Promise<boolean> {
    const approval = this.#approvals.find(({ id }) => id === approvalId);
    if (approval?.scope === 'like') {
      this.#passedLike.add(approvalId);
      return true;
    }
    const fresh = await spendApproval(this.#db, approvalId);
    if (approval) approval.spent = true;
    return fresh;
  }

  #evidence(tabId: number, request: RequestEvidence): Evidence {
    const last = this.#actions.get(tabId);
    const sinceMs = last ? Date.now() - last.at : Number.POSITIVE_INFINITY;
    const action: ActionEvidence | undefined =
      last?.sameDocument && sinceMs <= ACTION_WINDOW_MS
        ? {
            member: last.member,
            sinceMs,
            ...(last.keys ? { keys: last.keys } : {}),
            ...(last.target ? { target: last.target } : {}),
            ...(last.confirmText ? { confirmText: last.confirmText } : {}),
          }
        : undefined;
    return {
      request,
      page: action && last ? last.page : this.#page(tabId),
      ...(action ? { action } : {}),
      task: {
        id: this.#task.id,
        prompt: this.#task.prompt,
        origins: [],
        denied: this.#approvals.filter(({ status }) => status === 'denied').map(({ effect }) => effect.signature),
      },
      rules: [],
      tokens: this.#approvals.flatMap(tokenOf),
      learned: [...this.#learned],
    };
  }
}

/** True for input that often sends something: a click on a button, or Enter. A picture costs 15 ms, so not for all. */
function maySubmit({ member, keys, target }: InputAction): boolean {
  if (member === 'key') return /enter|return/i.test(keys ?? '');
  if (!member.endsWith('_click') || !target) return false;
  return target.role === 'button' || target.tag === 'button' || kindOfLabel(target.name) !== undefined;
}

function tokenOf(approval: Approval): Token[] {
  if (approval.status !== 'approved') return [];
  const scope = approval.scope ?? 'once';
  if (scope === 'once' && approval.spent) return [];
  const { kind, origin, signature, digest } = approval.effect;
  const known = kindOf(kind);
  return known ? [{ id: approval.id, kind: known, origin, scope, signature, digest }] : [];
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function kindOf(kind: string): EffectKind | undefined {
  return EFFECT_KINDS.find((known) => known === kind);
}
