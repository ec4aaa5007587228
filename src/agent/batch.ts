import { approvalsOf } from '../store/approval-table';
import type { JournalEntry } from '../store/journal';
import { resumeApproval, settleStopped } from './approval-flow';
import type { OpenTurn } from './conversation';
import { runMember } from './member-call';
import { type Finished, runOwnTool } from './own-tool-call';
import { log, type TaskContext } from './task-context';
import { type CallOutcome, failed, NOT_EXECUTED, type ToolCall } from './tool-call';

const CUT_OFF = failed('Not executed: your message was cut off at the length limit. Send fewer calls in one turn.');

const NOT_EXECUTED_ENDED = {
  stopped: 'Not executed: the person stopped the task.',
  over: 'Not executed: the task had ended.',
};

const ENDED_WITHIN = failed(
  'The task ended during this call: part of it may have been done. Look at the page before you repeat anything.',
);

const UNKNOWN_OUTCOME = failed(
  'The browser was interrupted during this call: its outcome is unknown. Look at the page before you repeat anything.',
);

/**
 * Runs what is left of a turn's calls, in order, and writes each down before and after; nothing of a turn that an end
 * of the task broke off. At the first failure of a browser member every later call is answered as not executed; a call
 * that a former worker had begun is never begun again, except for one that a person approved in between.
 *
 * @returns the result, when the model called `finish`
 */
export async function runBatch(
  context: TaskContext,
  open: OpenTurn,
  journal: readonly JournalEntry[],
  cutOff: boolean,
): Promise<Finished | undefined> {
  const ended = endedSince(open, journal);
  let halted = failedBefore(open, journal);
  for (const call of open.calls) {
    if (open.answered.has(call.id)) continue;
    const begun = performance.now();
    const finish = (outcome: CallOutcome) =>
      log(context, { type: 'call_finished', callId: call.id, ...outcome, ms: Math.round(performance.now() - begun) });
    if (ended) {
      await finish(open.started.has(call.id) ? ENDED_WITHIN : failed(NOT_EXECUTED_ENDED[ended]));
    } else if (cutOff) {
      await finish(CUT_OFF);
    } else if (halted) {
      await finish(failed(NOT_EXECUTED));
    } else if (call.member) {
      const outcome = open.started.has(call.id)
        ? await afterInterruption(context, call, journal)
        : await beginCall(context, open.turn, call);
      await finish(outcome);
      context.picture.refresh();
      halted = outcome.isError;
    } else {
      if (!open.started.has(call.id)) await logStart(context, open.turn, call);
      const { outcome, finished } = await runOwnTool(context, call);
      await finish(outcome);
      if (finished !== undefined) return finished;
    }
  }
  return undefined;
}

async function logStart(context: TaskContext, turn: number, call: ToolCall): Promise<void> {
  await log(context, { type: 'call_started', turn, callId: call.id, tool: call.tool, input: call.input });
}

/** Runs one member and settles with the person what it set off. The caller writes down what it came to. */
export async function beginCall(context: TaskContext, turn: number, call: ToolCall): Promise<CallOutcome> {
  await logStart(context, turn, call);
  context.gate.callId = call.id;
  try {
    const outcome = await runMember(context, call);
    return await settleStopped(context, call, context.gate.takeStopped(), outcome);
  } finally {
    context.gate.callId = undefined;
  }
}

/** What a call came to that a former worker had begun: its approval goes on, everything else is unknown. */
export async function afterInterruption(
  context: TaskContext,
  call: ToolCall,
  journal: readonly JournalEntry[],
): Promise<CallOutcome> {
  const approval = (await approvalsOf(context.db, context.taskId)).findLast(({ callId }) => callId === call.id);
  const replayed = journal.some(({ event }) => event.type === 'replay_started' && event.approvalId === approval?.id);
  if (!approval || replayed) return UNKNOWN_OUTCOME;
  context.gate.callId = call.id;
  try {
    return await resumeApproval(context, call, approval);
  } finally {
    context.gate.callId = undefined;
  }
}

/**
 * How the task ended since a turn came: whoever goes on with it then wants something else than what is left of that.
 */
function endedSince({ turn }: OpenTurn, journal: readonly JournalEntry[]): 'stopped' | 'over' | undefined {
  const received = journal.findLastIndex(({ event }) => event.type === 'turn_received' && event.turn === turn);
  const end = journal.slice(received + 1).findLast(({ event }) => event.type === 'task_ended')?.event;
  if (end?.type !== 'task_ended') return undefined;
  return end.state.status === 'stopped' ? 'stopped' : 'over';
}

function failedBefore(open: OpenTurn, journal: readonly JournalEntry[]): boolean {
  const members = new Set(open.calls.flatMap(({ id, member }) => (member ? [id] : [])));
  return journal.some(({ event }) => event.type === 'call_finished' && event.isError && members.has(event.callId));
}
