import type { SeenConversation } from './conversation';

/** What a player answers: calls of members and own tools by name, or words. */
export type Move = { say: string; calls?: PlayedCall[] } | { say?: string; calls: PlayedCall[] };

export interface PlayedCall {
  name: string;
  input: unknown;
}

/**
 * A small program in the model's place. It reads the conversation, as a model would, and answers with the next move;
 * it knows nothing that was not said to it.
 */
export interface Player {
  name: string;
  plays(prompt: string): boolean;
  move(conversation: SeenConversation): Move;
}

export function call(name: string, input: Record<string, unknown> = {}): PlayedCall {
  return { name, input };
}

export function finish(result: string): Move {
  return { calls: [call('finish', { result })] };
}

/** The first web address in a text. */
export function addressIn(text: string): string {
  const url = /https?:\/\/[^\s"'<>)]+/.exec(text)?.[0];
  if (!url) throw new Error(`the prompt names no address: ${text}`);
  return url;
}

/** Result of the newest call of a tool that went well. */
export function newest({ calls }: SeenConversation, name: string): string | undefined {
  return calls.findLast((each) => each.name === name && !each.isError)?.text;
}

/** The first error of the last turn: it says what happened, the ones after it only that they were skipped. */
export function firstError({ calls, turns }: SeenConversation): string {
  return calls.find(({ isError, turn }) => isError && turn === turns - 1)?.text ?? '';
}

/** Tells the person what went wrong, in the words of the failed call. */
export function giveUp(conversation: SeenConversation): Move {
  return finish(`This could not be done: ${firstError(conversation) || 'the page was not as expected'}`);
}
