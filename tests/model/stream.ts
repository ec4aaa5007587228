import type { ServerResponse } from 'node:http';

/** A block that a player answers with, before it gets an id. */
export type AnswerBlock =
  | { type: 'text'; text: string }
  | { type: 'tool_use'; id: string; name: string; input: unknown; toolset_name?: string };

export interface Answer {
  id: string;
  model: string;
  content: AnswerBlock[];
  stopReason: string;
  usage: {
    input_tokens: number;
    output_tokens: number;
    cache_read_input_tokens: number;
    cache_creation_input_tokens: number;
  };
}

const TEXT_PIECE = 24;

/** The whole message, as an answer without streaming has it. */
export function messageOf({ id, model, content, stopReason, usage }: Answer): object {
  return {
    id,
    type: 'message',
    role: 'assistant',
    model,
    content,
    stop_reason: stopReason,
    stop_sequence: null,
    usage,
  };
}

/**
 * Sends an answer as the events of the streaming API. Text comes in pieces; the input of a call as one complete delta,
 * as the toolset's documentation says.
 *
 * @param cut breaks the connection off in the middle
 */
export async function streamAnswer(response: ServerResponse, answer: Answer, cut: boolean): Promise<void> {
  const { content, usage } = answer;
  const send = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  send('message_start', {
    message: { ...messageOf(answer), content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
  });
  send('ping', {});
  for (const [index, block] of content.entries()) {
    if (block.type === 'text') {
      send('content_block_start', { index, content_block: { type: 'text', text: '' } });
      for (let at = 0; at < block.text.length; at += TEXT_PIECE) {
        const text = block.text.slice(at, at + TEXT_PIECE);
        send('content_block_delta', { index, delta: { type: 'text_delta', text } });
      }
    } else {
      send('content_block_start', { index, content_block: { ...block, input: {} } });
      const partial_json = JSON.stringify(block.input);
      if (cut) {
        // What was written must have left before the connection breaks, or the client sees no stream at all.
        await new Promise((sent) => response.write(': about to break\n\n', sent));
        response.destroy();
        return;
      }
      send('content_block_delta', { index, delta: { type: 'input_json_delta', partial_json } });
    }
    send('content_block_stop', { index });
  }
  send('message_delta', {
    delta: { stop_reason: answer.stopReason, stop_sequence: null },
    usage: { output_tokens: usage.output_tokens },
  });
  send('message_stop', {});
  response.end();
}
