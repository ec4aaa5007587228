import type { StoppedRequest } from '../browser/barrier';
import type { InputAction, ToolsetHooks } from '../browser/toolset-hooks';
import { decideScript, scriptRequest, scriptSignature } from '../policy/script-consent';
import type { Approval } from '../store/approval';
import type { JournalEntry } from '../store/journal';
import { evidenceAbout, type GateOptions, type GateParts, gateParts } from './gate-parts';
import type { LastAction } from './last-actions';
import type { LateSends } from './late-sends';
import { RequestJudge } from './request-judge';
import type { Refused } from './site-guard';
import type { TaskKnowledge } from './task-knowledge';

/**
 * One task's side of the policy: hears of each input, keeps what the person approved and denied in this task, and what
 * was stopped until the loop asks about it. Requests are decided about in {@link RequestJudge}.
 */
export class Gate implements ToolsetHooks {
  readonly #parts: GateParts;
  readonly #carriesInto: GateOptions['carriesInto'];
  /** The barrier's side: decides about each request. */
  readonly requests: RequestJudge;

  constructor(options: GateOptions) {
    this.#parts = gateParts(options);
    this.#carriesInto = options.carriesInto;
    this.requests = new RequestJudge(this.#parts);
  }

  get knowledge(): TaskKnowledge {
    return this.#parts.knowledge;
  }

  get late(): LateSends {
    return this.#parts.late;
  }

  /** Reads what the person answered, ticked and ruled so far. Call it at the start and after each answer. */
  async refresh(): Promise<void> {
    await this.#parts.answers.refresh();
  }

  /** Call it with the whole journal at the start, before anything is judged. */
  resume(journal: readonly JournalEntry[]): void {
    this.hear(journal);
    // A tab that the person handed over was not touched by the agent yet.
    if (journal.some(({ event }) => event.type === 'call_started'))
      this.#parts.actions.resume(this.#parts.task.tabs.map(({ tabId }) => tabId));
  }

  /** Call it with what is new of the journal before that goes on. */
  hear(entries: readonly JournalEntry[]): void {
    for (const { event } of this.knowledge.hear(entries))
      if (event.type === 'call_finished')
        for (const part of event.parts) if (part.type === 'text') this.late.said(part.text);
  }

  /** Follows rules and ticks as the person changes them, until the signal aborts. */
  follow(signal: AbortSignal): void {
    this.#parts.answers.follow(signal);
  }

  /** The call that is running now: effects that follow are written down as its. */
  set callId(callId: string | undefined) {
    this.#parts.record.callId = callId;
    this.#parts.stopped.callRuns(callId !== undefined, this.late.tabIds);
  }

  async beforeInput(tabId: number, action: InputAction): Promise<void> {
    await this.#parts.actions.before(tabId, action, !this.#parts.replayed.running);
    if (this.knowledge.carriesAnything) await this.#carriesInto(tabId);
    this.#parts.script.acted(action.keys);
    if (this.late.pressed(tabId, action)) this.#parts.stopped.pressedAnew(tabId);
  }

  /** A script that changes something runs only when a person saw it: the answer is No until they did. */
  async mayRunScript(tabId: number, script: string): Promise<boolean> {
    const request = scriptRequest(this.#parts.page(tabId).url, script);
    const decision = decideScript(request, await evidenceAbout(this.#parts, tabId, request));
    await this.#parts.record.add(request, decision);
    if (decision.verdict !== 'pass') this.requests.stopped({ tabId, request, decision });
    if (decision.verdict !== 'pass' || !decision.tokenId || !(await this.#parts.answers.spend(decision.tokenId)))
      return false;
    this.#parts.script.runs(tabId, script, request.url);
    await this.#parts.replayed.passes(() => scriptSignature(request));
    return true;
  }

  /** A page asks with a dialog. */
  dialogOpened(tabId: number, kind: string, message: string): void {
    if (kind === 'confirm') this.#parts.actions.confirmed(tabId, message);
  }

  /** A page of one tab opened another one, in which nothing was loaded yet. */
  tabOpened(tabId: number, openerTabId: number): void {
    this.#parts.actions.opened(tabId, openerTabId);
    this.late.opened(tabId, openerTabId);
  }

  /** The tab shows another document now, or with `restored` one that it had shown before. */
  newDocument(tabId: number, { restored }: { restored: boolean }): void {
    this.#parts.actions.newDocument(tabId, { restored });
    this.late.left(tabId);
  }

  /** What the agent last did in a tab. */
  lastAction(tabId: number): Pick<LastAction, 'rect' | 'picture'> | undefined {
    return this.#parts.actions.of(tabId);
  }

  /** Requests stopped since the last time this was asked; denied ones and doubles are not asked again. */
  takeStopped(): StoppedRequest[] {
    return this.#parts.stopped.take(this.#parts.answers.denied);
  }

  /** What was stopped together with what is asked about: see {@link StoppedRequests.hold}. */
  hold(others: StoppedRequest[]): void {
    this.#parts.stopped.hold(others);
  }

  takeHeld(): StoppedRequest[] {
    return this.#parts.stopped.takeHeld();
  }

  /** False when doing the call again that ran would not send this. */
  isOfCall(stopped: StoppedRequest): boolean {
    return this.#parts.stopped.isOfCall(stopped);
  }

  /** Resolves with true when something was stopped, with false after a while in milliseconds. */
  nextStopped(ms: number, signal: AbortSignal): Promise<boolean> {
    return this.#parts.stopped.next(ms, signal);
  }

  /** The line of the log that a stopped request has. */
  loggedAs(stopped: StoppedRequest): number | undefined {
    return this.#parts.record.lineOf(stopped.decision);
  }

  /** Runs the action of an approval once more. It is no new wish of the agent's: what it sends besides is a double. */
  replay<T>(approval: Approval, run: () => Promise<T>): Promise<T> {
    return this.#parts.replayed.run(approval, run);
  }

  /** True once what an approval showed has passed, under whatever the person said. */
  hasPassed(approvalId: string): boolean {
    return this.#parts.replayed.hasPassed(approvalId);
  }

  /** What must stay closed when nobody looks at the task's tabs any more: stopped, and not approved since. */
  refused(): Refused[] {
    const { approvals } = this.#parts.answers;
    const asked = approvals.filter(({ status }) => status !== 'approved').map(({ effect }) => effect);
    return [...this.#parts.stopped.refused(approvals.filter(({ status }) => status === 'approved')), ...asked];
  }
}
