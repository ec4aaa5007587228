import { callsIn, resultsIn } from './conversation-rules';
import type { MessagesRequest } from './request-shape';

/** A call that was made, with what came back, as a player sees it in either encoding. */
export interface SeenCall {
  turn: number;
  name: string;
  input: Record<string, unknown>;
  isError: boolean;
  /** All text of the result; a state of the browser as JSON. */
  text: string;
}

/** A conversation as a player reads it. */
export interface SeenConversation {
  /** The task in the person's words. */
  prompt: string;
  calls: SeenCall[];
  /** Turns that the model took so far. */
  turns: number;
  /** What the person or the harness said after the last turn. */
  lastWords: string;
}

/** Reads the messages of a request. */
export function readConversation({ messages }: MessagesRequest): SeenConversation {
  const calls: SeenCall[] = [];
  let turns = 0;
  messages.forEach((message, at) => {
    if (message.role !== 'assistant') return;
    const results = new Map(resultsIn(messages[at + 1]).map((result) => [result.tool_use_id, result]));
    for (const { id, name, input } of callsIn(message)) {
      const result = results.get(id);
      calls.push({ turn: turns, name, input, isError: result?.is_error === true, text: textOf(result?.content) });
    }
    turns++;
  });
  return { prompt: textOf(messages[0]?.content), calls, turns, lastWords: textOf(messages.at(-1)?.content, 'text') };
}

function textOf(content: unknown, only?: string): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .filter((block) => only === undefined || block.type === only)
    .map((block) => (block.type === 'text' ? block.text : block.type === 'image' ? '(picture)' : JSON.stringify(block)))
    .join('\n');
}
