import type { BetaContentBlockParam, BetaMessageParam } from '@anthropic-ai/sdk/resources/beta';
import type { JournalEntry } from '../store/journal';
import type { Encoding, PictureSource } from './encoding';
import { type CallOutcome, failed, type ToolCall } from './tool-call';

/** A turn that was received, and the answers that its calls have so far. */
export interface OpenTurn {
  turn: number;
  calls: ToolCall[];
  answered: ReadonlySet<string>;
  started: ReadonlySet<string>;
}

/** The conversation as the journal tells it. */
export interface Conversation {
  messages: BetaMessageParam[];
  /** Last turn received, when not all of its calls are answered yet. */
  open?: OpenTurn;
  /** Number of the next turn. */
  nextTurn: number;
  /** Why the last received message ended. */
  stopReason: string | null;
  /** True when there is something for the model to answer. */
  modelsMove: boolean;
}

const LOST = failed('The outcome of this call is unknown: it was lost. Look at the page before you repeat anything.');

/**
 * Rebuilds the Messages conversation from a journal. Pure: the same journal gives the same messages, so a worker that
 * starts again sends the same prefix and the prompt cache still holds.
 *
 * @param opening text of the first user message
 */
export function conversationOf(
  journal: readonly JournalEntry[],
  opening: string,
  encoding: Encoding,
  pictures: PictureSource,
): Conversation {
  const messages: BetaMessageParam[] = [];
  const outcomes = new Map<string, CallOutcome>();
  const started = new Set<string>();
  for (const { event } of journal) {
    if (event.type === 'call_finished') outcomes.set(event.callId, event);
    if (event.type === 'call_started') started.add(event.callId);
  }

  let user: BetaContentBlockParam[] = [{ type: 'text', text: opening }];
  let calls: ToolCall[] = [];
  let turn = 0;
  let stopReason: string | null = null;
  for (const { event } of journal) {
    if (event.type === 'person_said' || event.type === 'harness_said') user.push({ type: 'text', text: event.text });
    if (event.type !== 'turn_received') continue;
    messages.push({ role: 'user', content: user });
    messages.push({ role: 'assistant', content: event.content as unknown as BetaContentBlockParam[] });
    calls = encoding.calls(event.content);
    // Answers come first in a user message; what the person said meanwhile follows them.
    user = calls.map((call) => encoding.answer(call, outcomes.get(call.id) ?? LOST, pictures));
    turn = event.turn;
    stopReason = event.stopReason;
  }

  const unanswered = calls.some((call) => !outcomes.has(call.id));
  if (user.length > 0) messages.push({ role: 'user', content: user });
  return {
    messages,
    ...(unanswered ? { open: { turn, calls, answered: new Set(outcomes.keys()), started } } : {}),
    nextTurn: turn + 1,
    stopReason,
    modelsMove: !unanswered && user.length > 0,
  };
}
