import type { StoppedRequest } from '../browser/barrier';
import type { Approval } from '../store/approval';
import { addApproval, answeredApproval, spendApproval } from '../store/approval-table';
import { logAnswer } from '../store/effect-log';
import { toPicture } from '../vision/screen-scale';
import { runMember } from './member-call';
import { keepPicture } from './pictures';
import { type Resent, replayable, resend, UNSENT } from './replay';
import type { Refused } from './site-guard';
import { pictureOf } from './tabs-of-task';
import { log, type TaskContext, waiting } from './task-context';
import { type CallOutcome, failed, type ToolCall } from './tool-call';

/**
 * Asks the person about what a call set off, waits for the answer, and on approval does it: abort, ask, replay
 * (docs/design.md, the barrier). Nothing is held meanwhile: the request was aborted, so no death of worker or tab can
 * send it.
 *
 * @param outcome what the call came to before anyone was asked
 */
export async function settleStopped(
  context: TaskContext,
  call: ToolCall | undefined,
  stopped: readonly StoppedRequest[],
  outcome: CallOutcome,
): Promise<CallOutcome> {
  const never = stopped.find(({ decision }) => decision.verdict === 'never');
  const first = stopped.find(({ decision }) => decision.verdict === 'ask');
  if (first?.decision.verdict !== 'ask') return never ? refusal(never, outcome) : outcome;
  context.gate.hold(stopped.filter((each) => each !== first && each.decision.verdict === 'ask'));
  const approval = await ask(context, call, first, first.decision);
  const answered = await answer(context, approval, stopped);
  return finishApproved(context, call, answered, first, outcome);
}

/** Goes on with an approval that a former worker asked for: the answer may be there already. */
export async function resumeApproval(context: TaskContext, call: ToolCall, approval: Approval): Promise<CallOutcome> {
  const answered = approval.status === 'pending' ? await answer(context, approval) : approval;
  return finishApproved(context, call, answered, undefined, failed('The page was interrupted. Look at it again.'));
}

async function ask(
  context: TaskContext,
  call: ToolCall | undefined,
  stopped: StoppedRequest,
  decision: Extract<StoppedRequest['decision'], { verdict: 'ask' }>,
): Promise<Approval> {
  const { tabId, request } = stopped;
  const logId = context.gate.loggedAs(stopped);
  const last = context.gate.lastAction(tabId);
  const capture = last?.picture ?? (await pictureOf(context.tabs, tabId).catch(() => undefined));
  const picture = capture ? await keepPicture(context, 'screenshot', capture) : undefined;
  const mark = capture && last?.rect ? toPicture(last.rect, capture.shown) : undefined;
  const approval = await addApproval(context.db, {
    taskId: context.taskId,
    ...(call ? { callId: call.id } : {}),
    ...(context.gate.isOfCall(stopped) ? {} : { apart: true as const }),
    ...(context.client === undefined ? {} : { client: context.client }),
    ...(logId === undefined ? {} : { logId }),
    effect: {
      kind: decision.kind,
      summary: { ...decision.summary },
      rows: [...decision.rows],
      reasons: [...decision.reasons],
      method: request.method,
      url: request.url,
      origin: new URL(request.url).origin,
      signature: decision.signature,
      digest: decision.digest,
      ...(decision.like ? { like: decision.like } : {}),
    },
    ...(picture ? { picture: { artifactId: picture.artifactId, ...(mark ? { mark } : {}) } } : {}),
  });
  await log(context, { type: 'approval_asked', approvalId: approval.id, ...(call ? { callId: call.id } : {}) });
  return approval;
}

/** @param stopped what the same call set off besides what is asked about */
async function answer(
  context: TaskContext,
  { id, effect, logId }: Approval,
  stopped: readonly StoppedRequest[] = [],
): Promise<Approval> {
  // A page that closes while the person thinks may send once more on its way out, and a closed tab sends what is held.
  const others = stopped.map(({ request: { method, url }, decision: { signature } }) => ({ method, url, signature }));
  await context.sites.close([effect, ...others].flatMap(closedMeanwhile));
  const answered = await waiting(context, { for: 'approval', approvalId: id }, () =>
    answeredApproval(context.db, id, context.signal),
  );
  await context.sites.open();
  const said = answered.status === 'approved' ? 'approved' : answered.status === 'denied' ? 'denied' : 'void';
  if (logId !== undefined) await logAnswer(context.db, logId, said);
  await log(context, {
    type: 'approval_answered',
    approvalId: id,
    answer: said,
    ...(answered.words ? { words: answered.words } : {}),
  });
  await context.gate.refresh();
  return answered;
}

/** An address that many operations share stays open: the page reads through it too. The barrier looks at each. */
function closedMeanwhile({ method, url, signature }: Refused & { signature: string }): Refused[] {
  return signature.split(' ').length > 2 ? [] : [{ method, url }];
}

async function finishApproved(
  context: TaskContext,
  call: ToolCall | undefined,
  approval: Approval,
  stopped: StoppedRequest | undefined,
  outcome: CallOutcome,
): Promise<CallOutcome> {
  if (approval.status !== 'approved') {
    // The model goes on without it; what came along was stopped too.
    context.gate.takeHeld();
    return denial(approval, outcome);
  }
  await context.gate.refresh();
  await log(context, { type: 'replay_started', approvalId: approval.id });
  // They had the tab since the model looked: it may be another page, and they may have sent it themselves.
  const { taken, untold: withPerson } = context.handOver;
  const again = await context.gate.replay(approval, async () =>
    call && !approval.apart && replayable(call) ? runMember(context, call) : undefined,
  );
  const before = again ?? outcome;
  let resent: Resent | undefined;
  // The page may not send again by itself: its button can be gone or disabled since the aborted try.
  if (stopped && !withPerson && !taken.aborted && !(await wasSpent(context, approval)))
    resent = await resend(context, stopped, taken);
  if (await wasSpent(context, approval)) return settleOthers(context, call, approved(before, resent));
  const held = context.gate.takeHeld();
  if (taken.aborted && !withPerson) {
    // What went out while they had the tab was let pass as theirs: the token must not send it once more.
    await spendApproval(context.db, approval.id);
    await context.gate.refresh();
    return unsure(before);
  }
  const differs = context.gate.takeStopped();
  if (differs.length > 0) return settleStopped(context, call, [...differs, ...held], before);
  return failed(UNSENT[resent ?? 'not-here'], outcome.detail);
}

/** One press may send several things that cannot be taken back: each is asked about, in turn. */
async function settleOthers(
  context: TaskContext,
  call: ToolCall | undefined,
  outcome: CallOutcome,
): Promise<CallOutcome> {
  // Held is what the page did not try again.
  const others = [...context.gate.takeStopped(), ...context.gate.takeHeld()].filter(
    ({ decision }) => decision.verdict === 'ask',
  );
  return others.length > 0 ? settleStopped(context, call, others, outcome) : outcome;
}

async function wasSpent(context: TaskContext, approval: Approval): Promise<boolean> {
  const row = await context.db.approvals.get(approval.id);
  return row?.spent === true || context.gate.hasPassed(approval.id);
}

function approved(outcome: CallOutcome, resent: Resent | undefined): CallOutcome {
  const text = `The person approved, and it was sent.${resent === 'unanswered' ? ' No answer came that could be read: look at the page, and do not repeat it.' : ''}`;
  return { ...outcome, isError: false, parts: [{ type: 'text', text }, ...outcome.parts] };
}

function unsure(outcome: CallOutcome): CallOutcome {
  const text =
    'The person approved, and took the tab before it was seen to go out: whether it was sent is unknown. Look at the page before you repeat anything; they will be asked again.';
  return {
    ...outcome,
    isError: true,
    parts: [{ type: 'text', text }, ...outcome.parts.filter(({ type }) => type === 'text')],
  };
}

function denial(approval: Approval, outcome: CallOutcome): CallOutcome {
  const words = approval.words ? ` They wrote: ${JSON.stringify(approval.words)}.` : '';
  return failed(
    `The person denied this (${approval.effect.kind} at ${approval.effect.summary.site}). It was stopped before it reached the server: nothing was sent.${words} Do not try it again in any way; go on without it or finish.`,
    outcome.detail,
  );
}

function refusal({ decision, request }: StoppedRequest, outcome: CallOutcome): CallOutcome {
  const only = decision.reasons.some(({ code }) => code === 'readonly')
    ? ' In their settings Offstage may only look at pages, not change anything.'
    : '';
  return failed(
    `Stopped: the person does not allow this (${decision.kind} at ${new URL(request.url).host}). Nothing was sent.${only} Do not try it again in any way; go on without it or finish.`,
    outcome.detail,
  );
}
