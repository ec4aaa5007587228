import { voidApprovals } from '../store/approval-table';
import type { JournalEntry } from '../store/journal';
import { readJournal } from '../store/journal-log';
import type { EndState } from '../store/task';
import { setTaskState } from '../store/task-table';
import { afterInterruption, beginCall } from './batch';
import type { CallQueue, QueuedCall } from './call-queue';
import { log, type TaskContext } from './task-context';
import { type CallOutcome, failed, type ToolCall } from './tool-call';

const CANCELLED = failed('Cancelled. What had begun may have been done: look at the page before you repeat anything.');

/** A session has no turns; its journal's calls are all of this one. */
const TURN = 0;

/**
 * Runs a client's session: a task whose calls come from a program instead of a model. Everything else is a task's:
 * tabs, barrier, approvals, journal. Calls run one after another, as the toolset's calls of one turn do.
 *
 * @returns when the client ended it; rejects when it is stopped
 */
export async function serveCalls(context: TaskContext, queue: CallQueue): Promise<EndState> {
  const journal = await readJournal(context.db, context.taskId);
  for (const call of interrupted(journal)) {
    const outcome = await takenUp(context, queue, call, journal);
    await finished(context, call, outcome, 0);
    queue.tell(`The earlier ${call.tool} was interrupted by a restart. ${textOf(outcome)}`);
  }
  for (;;) {
    const next = await queue.next(context.signal);
    if (!next) return { status: 'done', result: '' };
    next.settle(await one(context, next));
    context.picture.refresh();
  }
}

/** The client of an interrupted call may have gone for good, with nobody left to give the call up. */
async function takenUp(
  context: TaskContext,
  queue: CallQueue,
  call: ToolCall,
  journal: readonly JournalEntry[],
): Promise<CallOutcome> {
  const cancellable = { ...context, signal: AbortSignal.any([context.signal, queue.ended]) };
  try {
    return await afterInterruption(cancellable, call, journal);
  } catch (error) {
    context.signal.throwIfAborted();
    if (!queue.ended.aborted) throw error;
    return await givenUp(context, call);
  }
}

async function one(context: TaskContext, { call, signal }: QueuedCall): Promise<CallOutcome> {
  if (signal.aborted) return CANCELLED;
  const begun = performance.now();
  const cancellable = { ...context, signal: AbortSignal.any([context.signal, signal]) };
  try {
    const outcome = await beginCall(cancellable, TURN, call);
    return await finished(context, call, outcome, performance.now() - begun);
  } catch (error) {
    context.signal.throwIfAborted();
    const outcome = signal.aborted ? await givenUp(context, call) : failed(wordsOf(error));
    return await finished(context, call, outcome, performance.now() - begun);
  }
}

/** The client does not want it any more: nobody may approve it now, and what was approved for it may not pass. */
async function givenUp(context: TaskContext, call: ToolCall): Promise<CallOutcome> {
  for (const id of await voidApprovals(context.db, context.taskId, call.id))
    await log(context, { type: 'approval_answered', approvalId: id, answer: 'void' });
  await context.gate.refresh();
  await context.sites.open();
  if (!context.handOver.personDrives) await setTaskState(context.db, context.taskId, { status: 'running' });
  return CANCELLED;
}

async function finished(context: TaskContext, call: ToolCall, outcome: CallOutcome, ms: number): Promise<CallOutcome> {
  await log(context, { type: 'call_finished', callId: call.id, ...outcome, ms: Math.round(ms) });
  return outcome;
}

function interrupted(journal: readonly JournalEntry[]): ToolCall[] {
  const ended = new Set(journal.flatMap(({ event }) => (event.type === 'call_finished' ? [event.callId] : [])));
  return journal.flatMap(({ event }) =>
    event.type === 'call_started' && !ended.has(event.callId)
      ? [{ id: event.callId, tool: event.tool, input: event.input, member: true }]
      : [],
  );
}

function textOf({ parts }: CallOutcome): string {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

function wordsOf(error: unknown): string {
  return `This did not work inside Offstage: ${error instanceof Error ? error.message : String(error)}`;
}
