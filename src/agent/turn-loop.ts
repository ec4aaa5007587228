import type { JournalEntry } from '../store/journal';
import { readJournal } from '../store/journal-log';
import type { EndState } from '../store/task';
import { addUsage, readTask } from '../store/task-table';
import { runBatch } from './batch';
import { budgetSpent } from './budget';
import { type Conversation, conversationOf } from './conversation';
import type { Encoding } from './encoding';
import { chooseEncoding, provenBy, rememberEncoding } from './encoding-choice';
import { finishedResult } from './finished-result';
import { modelClient } from './model-client';
import { costOf } from './model-prices';
import { nextTurn } from './next-turn';
import { loadPictures } from './pictures';
import { settleLate } from './settle-late';
import { openingText } from './system-prompt';
import { log, type TaskContext } from './task-context';

const WANT_DATA = 'End the task with finish: its data must fit the schema that was asked for.';
const MOST_TOLD = 2;

export type Encodings = Record<Encoding['name'], Encoding>;

/** Whoever takes Anthropic's toolset reads WebP. Of servers for other models some do not (llama.cpp's stb_image). */
const PICTURE_TYPES = { toolset: 'image/webp', tools: 'image/jpeg' } as const;

/**
 * Runs a task to its end. Each round looks at the journal and does the one thing that comes next: finish the open
 * calls, ask the model, or end. A worker that starts again enters here too, and needs nothing but the journal.
 *
 * @returns the state the task ended in; rejects when it is stopped
 */
export async function runTurns(context: TaskContext, encodings: Encodings): Promise<EndState> {
  const client = modelClient(context.settings.provider);
  const choice = await chooseEncoding(context.db, context.settings.provider);
  let encoding = encodings[choice.encoding];
  let proven = choice.proven;
  for (;;) {
    context.signal.throwIfAborted();
    const task = await readTask(context.db, context.taskId);
    if (!task) return { status: 'stopped', by: 'person' };
    const journal = await readJournal(context.db, context.taskId);
    // What the person said meanwhile is written down by the worker's other half.
    context.gate.hear(journal);
    const conversation = await rebuild(context, journal, openingText(task), encoding);
    if (conversation.open) {
      context.toolset.pictureType = PICTURE_TYPES[proven ? encoding.name : 'tools'];
      const finished = await runBatch(context, conversation.open, journal, conversation.stopReason === 'max_tokens');
      const ended = finished && (await settleLate(context, { status: 'done', ...finished }));
      if (ended) return ended;
      continue;
    }
    const finished = finishedResult(journal);
    if (finished || !conversation.modelsMove) {
      const end = finished
        ? ({ status: 'done', ...finished } as const)
        : await endOfTurn(context, journal, conversation.stopReason);
      const ended = end && (await settleLate(context, end));
      if (ended) return ended;
      continue;
    }
    if (await context.handOver.tellModel(context.signal)) continue;
    const spent = budgetSpent(task, context.settings.budget, Date.now());
    if (spent) return { status: 'failed', failure: { code: 'budget', detail: spent } };
    const answer = await nextTurn(context, client, encoding, conversation);
    if (answer.kind === 'failed') return { status: 'failed', failure: answer.failure };
    if (answer.kind === 'plain-tools') {
      encoding = encodings.tools;
      proven = true;
      await rememberEncoding(context.db, context.settings.provider, 'tools');
      continue;
    }
    if (!proven) {
      const evidence = provenBy(answer.turn.content, encoding.name, context.settings.provider);
      if (evidence === 'ignored') {
        encoding = encodings.tools;
        continue;
      }
      if (evidence === 'proven') {
        proven = true;
        await rememberEncoding(context.db, context.settings.provider, encoding.name);
      }
    }
    await receive(context, answer.turn, conversation.nextTurn);
  }
}

async function rebuild(
  context: TaskContext,
  journal: readonly JournalEntry[],
  opening: string,
  encoding: Encoding,
): Promise<Conversation> {
  const parts = journal.flatMap(({ event }) => (event.type === 'call_finished' ? event.parts : []));
  return conversationOf(journal, opening, encoding, await loadPictures(context, parts));
}

async function receive(
  context: TaskContext,
  turn: { content: Record<string, unknown>[]; stopReason: string | null; usage: Parameters<typeof addUsage>[2] },
  number: number,
): Promise<void> {
  await log(context, { type: 'turn_received', turn: number, ...turn });
  const { provider, budget } = context.settings;
  await addUsage(context.db, context.taskId, turn.usage, costOf(turn.usage, provider.model, budget));
}

/** A message without calls ends the task, unless it was cut off. */
async function endOfTurn(
  context: TaskContext,
  journal: readonly JournalEntry[],
  stopReason: string | null,
): Promise<EndState | undefined> {
  if (stopReason === 'refusal') return { status: 'failed', failure: { code: 'refused', detail: '' } };
  if (stopReason === 'model_context_window_exceeded')
    return { status: 'failed', failure: { code: 'context-full', detail: '' } };
  if (stopReason === 'max_tokens' || stopReason === 'pause_turn') {
    await log(context, { type: 'harness_said', text: 'Your message was cut off. Go on from where it ended.' });
    return undefined;
  }
  const last = journal.findLast(({ event }) => event.type === 'turn_received')?.event;
  const text =
    last?.type === 'turn_received'
      ? last.content.flatMap(({ type, text }) => (type === 'text' ? [String(text)] : []))
      : [];
  if (text.length === 0)
    return { status: 'failed', failure: { code: 'bad-response', detail: 'The model answered with nothing.' } };
  if (context.schema) return await wantData(context, journal);
  return { status: 'done', result: text.join('\n\n') };
}

/** A result must fit the client's schema, and words do not. The model is told so, and not for ever. */
async function wantData(context: TaskContext, journal: readonly JournalEntry[]): Promise<EndState | undefined> {
  const told = journal.filter(({ event }) => event.type === 'harness_said' && event.text === WANT_DATA).length;
  if (told >= MOST_TOLD)
    return { status: 'failed', failure: { code: 'bad-response', detail: 'The model gave no data for the schema.' } };
  await log(context, { type: 'harness_said', text: WANT_DATA });
  return undefined;
}
