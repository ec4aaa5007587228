import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, invalid } from './api-error';
import { readConversation } from './conversation';
import { checkConversation } from './conversation-rules';
import { type Fault, faultOf } from './faults';
import { checkImages } from './image-rules';
import { playerFor } from './players/all';
import { type MessagesRequest, readRequest } from './request-shape';
import { type Answer, type AnswerBlock, messageOf, streamAnswer } from './stream';

export interface StandIn {
  baseURL: string;
  /** Every request that was accepted, in order. */
  requests: MessagesRequest[];
  /** Every refusal, in order. */
  refusals: ApiError[];
  /** The next requests meet these, one each. */
  faults: Fault[];
  close(): Promise<void>;
}

/** What the server knows: the toolset, ordinary tools only (as other providers), or tools of unknown types dropped. */
export type Knows = 'toolset' | 'tools' | 'drops';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'POST, GET, OPTIONS',
};

/**
 * Starts the stand-in for the Messages API on loopback: as strict as the real one, with small programs ('players') in
 * the model's place. It stands for the network, not for intelligence (docs/design.md §8).
 */
export async function startStandIn(given: { knows?: Knows; port?: number } = {}): Promise<StandIn> {
  const standIn: Omit<StandIn, 'baseURL' | 'close'> = { requests: [], refusals: [], faults: [] };
  const knows = given.knows ?? 'toolset';
  let count = 0;
  const server = createServer(async (request, response) => {
    const requestId = `req_${String(++count).padStart(6, '0')}`;
    try {
      await serve(request, response, standIn, knows, count);
    } catch (error) {
      const refusal =
        error instanceof ApiError ? error : new ApiError(500, 'api_error', `the stand-in failed: ${String(error)}`);
      standIn.refusals.push(refusal);
      response.writeHead(refusal.status, { ...CORS, 'content-type': 'application/json', ...refusal.headers });
      response.end(JSON.stringify(refusal.body(requestId)));
    }
  });
  await new Promise<void>((resolve) => server.listen(given.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...standIn,
    baseURL: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  standIn: Omit<StandIn, 'baseURL' | 'close'>,
  knows: Knows,
  count: number,
): Promise<void> {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, CORS).end();
    return;
  }
  const path = (request.url ?? '').split('?')[0];
  if (path !== '/v1/messages') throw new ApiError(404, 'not_found_error', 'Not found');
  if (request.method !== 'POST') throw new ApiError(405, 'invalid_request_error', 'Method not allowed');
  checkHeaders(request);
  const body = await readJson(request);
  const fault = standIn.faults.shift();
  if (fault && fault !== 'cut') throw faultOf(fault);
  const read = readRequest(body);
  if (!/^stand-in/.test(read.model)) throw new ApiError(404, 'not_found_error', `model: ${read.model}`);
  const offered = checkTools(read, knows);
  checkConversation(read);
  checkImages(read);
  standIn.requests.push(read);
  const answer = play(read, offered, count);
  if (!read.stream) {
    response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
    response.end(JSON.stringify(messageOf(answer)));
    return;
  }
  response.writeHead(200, { ...CORS, 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  await streamAnswer(response, answer, fault === 'cut');
}

function checkHeaders({ headers }: IncomingMessage): void {
  // The SDK sends the key as a bearer token; plain HTTP clients send x-api-key.
  const key = headers['x-api-key'] ?? /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (!key) throw new ApiError(401, 'authentication_error', 'x-api-key header is required');
  if (key === 'wrong') throw new ApiError(401, 'authentication_error', 'invalid x-api-key');
  if (key === 'broke')
    throw new ApiError(
      400,
      'invalid_request_error',
      'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
    );
  if (!headers['anthropic-version']) throw invalid('anthropic-version: header is required');
  if (headers.origin && !headers['anthropic-dangerous-direct-browser-access'])
    throw new ApiError(401, 'authentication_error', 'CORS requests must set anthropic-dangerous-direct-browser-access');
  if (!/^application\/json/.test(headers['content-type'] ?? '')) throw invalid('content-type must be application/json');
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    throw invalid('the request body is not valid JSON');
  }
}

/** Which encoding the request offers the members in, as far as this server takes it. */
function checkTools(request: MessagesRequest, knows: Knows): 'toolset' | 'tools' | 'none' {
  const at = (request.tools ?? []).findIndex((tool) => tool.type === 'browser_toolset_20260801');
  if (at >= 0 && knows === 'toolset') return 'toolset';
  if (at >= 0 && knows === 'tools') {
    throw invalid(
      `tools.${at}: Input tag 'browser_toolset_20260801' found using 'type' does not match any of the expected tags: 'custom'`,
    );
  }
  const plain = (request.tools ?? []).some((tool) => 'name' in tool && tool.name === 'read_page');
  return plain ? 'tools' : 'none';
}

function play(request: MessagesRequest, offered: 'toolset' | 'tools' | 'none', count: number): Answer {
  const conversation = readConversation(request);
  const own = new Set((request.tools ?? []).flatMap((tool) => ('name' in tool ? [tool.name] : [])));
  // A model without tools can only talk.
  const move =
    offered === 'none'
      ? { say: conversation.prompt.includes('ready') ? 'ready' : 'I have no browser to do that with.' }
      : playerFor(conversation.prompt).move(conversation);
  const calls = (move.calls ?? []).map(
    ({ name, input }, at): AnswerBlock => ({
      type: 'tool_use',
      id: `toolu_${String(count).padStart(4, '0')}_${at}`,
      name,
      input,
      ...(offered === 'toolset' && !own.has(name) ? { toolset_name: 'browser' } : {}),
    }),
  );
  const content = [...(move.say ? [{ type: 'text' as const, text: move.say }] : []), ...calls];
  const sent = JSON.stringify(request.messages).length;
  const kept = JSON.stringify(request.messages.slice(0, -1)).length;
  return {
    id: `msg_${String(count).padStart(6, '0')}`,
    model: request.model,
    content,
    stopReason: calls.length > 0 ? 'tool_use' : 'end_turn',
    usage: {
      input_tokens: tokens(sent - kept),
      output_tokens: tokens(JSON.stringify(content).length),
      cache_read_input_tokens: tokens(kept),
      cache_creation_input_tokens: 0,
    },
  };
}

/** About four characters a token: good enough for a cost display, and for nothing else. */
function tokens(characters: number): number {
  return Math.ceil(characters / 4);
}
