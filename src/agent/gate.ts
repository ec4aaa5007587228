import type { StoppedRequest } from '../browser/barrier';
import type { ChildSession } from '../browser/child-sessions';
import type { InputAction, ToolsetHooks } from '../browser/toolset-hooks';
import { decideRequest } from '../policy/decide-request';
import type { Decision } from '../policy/decision';
import type { Evidence, PageEvidence, RequestEvidence } from '../policy/evidence';
import { decideScript, scriptRequest } from '../policy/script-consent';
import { isHarmless } from '../policy/sentence';
import { digestOf, signatureOf } from '../policy/signature';
import type { Approval } from '../store/approval';
import type { OffstageDatabase } from '../store/database';
import type { JournalEntry } from '../store/journal';
import type { Task } from '../store/task';
import type { AgentSide } from './beside-person';
import { EffectRecord } from './effect-record';
import { KnownRequests } from './known-requests';
import { type LastAction, LastActions, type TakePicture } from './last-actions';
import { LateSends, UNDO_MS } from './late-sends';
import { PersonAnswers } from './person-answers';
import { Replayed } from './replayed';
import { ShownScript } from './shown-script';
import type { Refused, SiteGuard } from './site-guard';
import { StoppedRequests } from './stopped-requests';
import { evidenceFor } from './task-evidence';
import { TaskKnowledge } from './task-knowledge';
import { isUnsettled } from './unsettled';

/**
 * What a service worker sends by itself later than this after the last input is taken as no doing of the agent's, unless
 * it is what was stopped or is asked about: a worker tries again when it likes (background sync).
 */
const SERVICE_WORKER_MS = 60_000;

/** What a gate is given of its task and its tabs. */
export interface GateOptions {
  db: OffstageDatabase;
  task: Pick<Task, 'id' | 'title' | 'prompt' | 'context' | 'client' | 'tabs' | 'learned' | 'stopped'>;
  /** What is known of a tab's page without asking it. */
  page(tabId: number): PageEvidence;
  takePicture: TakePicture;
  sites: SiteGuard;
  /** Awaited before an input that carries data of some site into a tab: whatever the page sends is looked at from then on. */
  carriesInto(tabId: number): Promise<void>;
}

/**
 * One task's side of the policy: gathers the evidence for each request that the barrier stopped, keeps what the person
 * approved and denied in this task, and remembers what was stopped until the loop asks about it.
 */
export class Gate implements AgentSide, ToolsetHooks {
  readonly #task: GateOptions['task'];
  readonly #page: GateOptions['page'];
  readonly #sites: SiteGuard;
  readonly #carriesInto: GateOptions['carriesInto'];
  readonly #actions: LastActions;
  readonly knowledge: TaskKnowledge;
  readonly #answers: PersonAnswers;
  readonly #stopped = new StoppedRequests();
  readonly #record: EffectRecord;
  readonly #replayed: Replayed;
  readonly late = new LateSends();
  readonly #script = new ShownScript();
  readonly #known: KnownRequests;

  constructor({ db, task, page, takePicture, sites, carriesInto }: GateOptions) {
    this.#task = task;
    this.#page = page;
    this.#sites = sites;
    this.#carriesInto = carriesInto;
    this.#actions = new LastActions(takePicture);
    this.knowledge = new TaskKnowledge(task);
    this.#answers = new PersonAnswers(db, task);
    this.#record = new EffectRecord(db, task);
    this.#replayed = new Replayed(db);
    this.#known = new KnownRequests(db, task);
  }

  /** Reads what the person answered, ticked and ruled so far. Call it at the start and after each answer. */
  async refresh(): Promise<void> {
    await this.#answers.refresh();
  }

  /** Call it with the whole journal at the start, before anything is judged. */
  resume(journal: readonly JournalEntry[]): void {
    this.hear(journal);
    // A tab that the person handed over was not touched by the agent yet.
    if (journal.some(({ event }) => event.type === 'call_started'))
      this.#actions.resume(this.#task.tabs.map(({ tabId }) => tabId));
  }

  /** Call it with what is new of the journal before that goes on. */
  hear(entries: readonly JournalEntry[]): void {
    for (const { event } of this.knowledge.hear(entries))
      if (event.type === 'call_finished')
        for (const part of event.parts) if (part.type === 'text') this.late.said(part.text);
  }

  /** Follows rules and ticks as the person changes them, until the signal aborts. */
  follow(signal: AbortSignal): void {
    this.#answers.follow(signal);
  }

  /** The call that is running now: effects that follow are written down as its. */
  set callId(callId: string | undefined) {
    this.#record.callId = callId;
    this.#stopped.callRuns(callId !== undefined, this.late.tabIds);
  }

  async beforeInput(tabId: number, action: InputAction): Promise<void> {
    await this.#actions.before(tabId, action, !this.#replayed.running);
    if (this.knowledge.carriesAnything) await this.#carriesInto(tabId);
    this.#script.acted(action.keys);
    if (this.late.pressed(tabId, action)) this.#stopped.pressedAnew(tabId);
  }

  /** A script that changes something runs only when a person saw it: the answer is No until they did. */
  async mayRunScript(tabId: number, script: string): Promise<boolean> {
    const request = scriptRequest(this.#page(tabId).url, script);
    const decision = decideScript(request, await this.#evidence(tabId, request));
    await this.#record.add(request, decision);
    if (decision.verdict !== 'pass') this.stopped({ tabId, request, decision });
    if (decision.verdict !== 'pass' || !decision.tokenId || !(await this.#answers.spend(decision.tokenId)))
      return false;
    this.#script.runs(tabId, script, request.url);
    await this.#replayed.passes(() => `SCRIPT ${new URL(request.url).origin} ${digestOf(request)}`);
    return true;
  }

  dialogOpened(tabId: number, kind: string, message: string): void {
    if (kind === 'confirm') this.#actions.confirmed(tabId, message);
  }

  /** A page of one tab opened another one, in which nothing was loaded yet. */
  tabOpened(tabId: number, openerTabId: number): void {
    this.#actions.opened(tabId, openerTabId);
    this.late.opened(tabId, openerTabId);
  }

  /** The tab shows another document now, or with `restored` one that it had shown before. */
  newDocument(tabId: number, { restored }: { restored: boolean }): void {
    this.#actions.newDocument(tabId, { restored });
    this.late.left(tabId);
  }

  /** What the agent last did in a tab. */
  lastAction(tabId: number): Pick<LastAction, 'rect' | 'picture'> | undefined {
    return this.#actions.of(tabId);
  }

  /** Requests stopped since the last time this was asked; denied ones and doubles are not asked again. */
  takeStopped(): StoppedRequest[] {
    return this.#stopped.take(this.#answers.denied);
  }

  /** What was stopped together with what is asked about: see {@link StoppedRequests.hold}. */
  hold(others: StoppedRequest[]): void {
    this.#stopped.hold(others);
  }

  takeHeld(): StoppedRequest[] {
    return this.#stopped.takeHeld();
  }

  /** False when doing the call again that ran would not send this. */
  isOfCall(stopped: StoppedRequest): boolean {
    return this.#stopped.isOfCall(stopped);
  }

  /** Resolves with true when something was stopped, with false after a while in milliseconds. */
  nextStopped(ms: number, signal: AbortSignal): Promise<boolean> {
    return this.#stopped.next(ms, signal);
  }

  /** The line of the log that a stopped request has. */
  loggedAs(stopped: StoppedRequest): number | undefined {
    return this.#record.lineOf(stopped.decision);
  }

  /** Runs the action of an approval once more. It is no new wish of the agent's: what it sends besides is a double. */
  replay<T>(approval: Approval, run: () => Promise<T>): Promise<T> {
    return this.#replayed.run(approval, run);
  }

  /** True once what an approval showed has passed, under whatever the person said. */
  hasPassed(approvalId: string): boolean {
    return this.#replayed.hasPassed(approvalId);
  }

  stopped(stopped: StoppedRequest): void {
    this.#known.stop(stopped.decision.signature);
    this.#stopped.add(stopped);
  }

  childOpened(tabId: number, kind: ChildSession['kind'], url: string): void {
    this.#sites.childOpened(tabId, kind, url);
  }

  /** What must stay closed when nobody looks at the task's tabs any more: stopped, and not approved since. */
  refused(): Refused[] {
    const { approvals } = this.#answers;
    const asked = approvals.filter(({ status }) => status !== 'approved').map(({ effect }) => effect);
    return [...this.#stopped.refused(approvals.filter(({ status }) => status === 'approved')), ...asked];
  }

  mayBeAgents(tabId: number, request: RequestEvidence): boolean {
    const acted = request.frame === 'service-worker' ? this.#actions.within(UNDO_MS) : this.#actions.mayAct(tabId);
    return acted || this.holdsBack(tabId) || isUnsettled(request, this.#answers.approvals, this.#known);
  }

  holdsBack(tabId: number): boolean {
    return this.late.tabIds.includes(tabId);
  }

  inputAt(tabId: number): number {
    return this.#actions.of(tabId)?.at ?? 0;
  }

  async sentByPerson(tabId: number, request: RequestEvidence): Promise<Decision> {
    const { kind } = decideRequest(await this.#evidence(tabId, request));
    // A card that is still open for it must not send it once more.
    if (!isHarmless(kind)) this.#stopped.sends(request);
    const reasons = [{ source: 'default', code: 'person-drives', detail: '' } as const];
    const decision: Decision = { verdict: 'pass', kind, reasons };
    await this.#record.add(request, decision);
    return decision;
  }

  async judge(tabId: number, request: RequestEvidence): Promise<Decision> {
    // The same service worker serves the person's own tabs: it is answered for only while the agent has acted.
    if (
      request.frame === 'service-worker' &&
      !this.#actions.within(SERVICE_WORKER_MS) &&
      !isUnsettled(request, this.#answers.approvals, this.#known)
    )
      return { verdict: 'pass', kind: 'read', reasons: [{ source: 'default', code: 'not-acting', detail: '' }] };
    const decided = this.#script.covers(tabId, request, decideRequest(await this.#evidence(tabId, request)));
    const decision = this.#stopped.onlyOnce(request, decided, this.#actions.wishedAt(tabId));
    if (decision.verdict === 'pass') {
      const learned = decision.reasons.find(({ code }) => code === 'no-input');
      if (learned) this.#known.learn(learned.detail);
      if (decision.tokenId) this.#stopped.sends(request);
      if (decision.tokenId && !(await this.#answers.spend(decision.tokenId))) {
        // Used by a request that came a moment earlier: this one is judged like any other.
        await this.refresh();
        return this.judge(tabId, request);
      }
      this.#stopped.passed(request);
      await this.#replayed.passes(() => signatureOf(request));
    }
    this.late.judged(tabId, decision);
    await this.#record.add(request, decision);
    return decision;
  }

  async #evidence(tabId: number, request: RequestEvidence): Promise<Evidence> {
    const rules = await this.#answers.rules();
    return evidenceFor(request, {
      rules,
      acted: this.#actions.evidence(tabId),
      shown: this.#page(tabId),
      task: this.#task,
      answers: this.#answers,
      knowledge: this.knowledge,
      known: this.#known,
      touched: this.#actions.isTouched(tabId),
    });
  }
}
