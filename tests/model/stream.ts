import type { ServerResponse } from 'node:http';
import { type BrokenStream, faultOf } from './faults';
import type { TurnUsage } from './usage';

/** A block that a player answers with, before it gets an id. */
export type AnswerBlock =
  | { type: 'text'; text: string }
  | { type: 'tool_use'; id: string; name: string; input: unknown; toolset_name?: string };

export interface Answer {
  id: string;
  model: string;
  content: AnswerBlock[];
  stopReason: string;
  usage: TurnUsage;
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
 * @param broken how the stream ends in the middle of its first block, if it does
 */
export async function streamAnswer(
  response: ServerResponse,
  answer: Answer,
  broken: BrokenStream | undefined,
): Promise<void> {
  const { content, usage } = answer;
  const send = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  send('message_start', {
    message: { ...messageOf(answer), content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
  });
  send('ping', {});
  for (const [index, block] of content.entries()) {
    send('content_block_start', { index, content_block: emptied(block) });
    if (broken) return breakOff(response, broken);
    for (const delta of deltasOf(block)) send('content_block_delta', { index, delta });
    send('content_block_stop', { index });
  }
  send('message_delta', {
    delta: { stop_reason: answer.stopReason, stop_sequence: null },
    usage: { output_tokens: usage.output_tokens },
  });
  send('message_stop', {});
  response.end();
}

function emptied(block: AnswerBlock): AnswerBlock {
  return block.type === 'text' ? { type: 'text', text: '' } : { ...block, input: {} };
}

function deltasOf(block: AnswerBlock): object[] {
  if (block.type === 'tool_use') return [{ type: 'input_json_delta', partial_json: JSON.stringify(block.input) }];
  const pieces = block.text.match(new RegExp(`[^]{1,${TEXT_PIECE}}`, 'gu')) ?? [];
  return pieces.map((text) => ({ type: 'text_delta', text }));
}

async function breakOff(response: ServerResponse, broken: BrokenStream): Promise<void> {
  if (broken === 'error-event') {
    const error = faultOf('overloaded').body('');
    response.end(`event: error\ndata: ${JSON.stringify(error)}\n\n`);
    return;
  }
  if (broken === 'stalled') {
    await new Promise((closed) => response.once('close', closed));
    return;
  }
  // What was written must have left before the connection breaks, or the client sees no stream at all.
  await new Promise((sent) => response.write(': about to break\n\n', sent));
  response.destroy();
}
