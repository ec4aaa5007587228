import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, invalid } from './api-error';
import { checkConversation } from './conversation-rules';
import { type Fault, faultOf, faultPlan, isRefusal } from './faults';
import { checkImages } from './image-rules';
import { type Knows, offeredTools } from './offered-tools';
import { playedTurn } from './played-turn';
import { CORS, checkHeaders } from './request-headers';
import { type MessagesRequest, readRequest } from './request-shape';
import { type Answer, messageOf, streamAnswer } from './stream';
import { PromptCache } from './usage';

export type { Knows };

export interface StandIn {
  baseURL: string;
  /** Every request that was accepted, in order. */
  requests: MessagesRequest[];
  /** Every refusal, in order. */
  refusals: ApiError[];
  /** The next requests meet these, one each; push more at any time. */
  faults: Fault[];
  close(): Promise<void>;
}

/** What one server remembers between requests. */
interface Memory extends Omit<StandIn, 'baseURL' | 'close'> {
  knows: Knows;
  cache: PromptCache;
  nextFault: (model: unknown) => Fault | undefined;
  /** Requests so far, refused ones among them. */
  count: number;
}

/**
 * Starts the stand-in for the Messages API on loopback: as strict as the real one, with small programs ('players') in
 * the model's place. It stands for the network, not for intelligence (docs/design.md, what others rely on).
 *
 * @param given.knows what the server takes in `tools`; `toolset` takes ordinary tools as well
 * @param given.faults what the first requests meet, one each
 */
export async function startStandIn(
  given: { knows?: Knows; port?: number; faults?: readonly Fault[] } = {},
): Promise<StandIn> {
  const faults = [...(given.faults ?? [])];
  const memory: Memory = {
    requests: [],
    refusals: [],
    faults,
    knows: given.knows ?? 'toolset',
    cache: new PromptCache(),
    nextFault: faultPlan(faults),
    count: 0,
  };
  const server = createServer(async (request, response) => {
    const requestId = `req_${String(++memory.count).padStart(6, '0')}`;
    response.setHeader('request-id', requestId);
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    try {
      await serve(request, response, memory);
    } catch (error) {
      const refusal =
        error instanceof ApiError ? error : new ApiError(500, 'api_error', `the stand-in failed: ${String(error)}`);
      memory.refusals.push(refusal);
      response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers });
      response.end(JSON.stringify(refusal.body(requestId)));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(given.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const { requests, refusals } = memory;
  return {
    requests,
    refusals,
    faults,
    baseURL: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, memory: Memory): Promise<void> {
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  const path = (request.url ?? '').split('?')[0];
  if (path !== '/v1/messages') throw new ApiError(404, 'not_found_error', 'Not found');
  if (request.method !== 'POST') throw new ApiError(405, 'invalid_request_error', 'Method not allowed');
  checkHeaders(request);
  const body = await readJson(request);
  const fault = memory.nextFault(modelIn(body));
  if (fault && isRefusal(fault)) throw faultOf(fault);
  const read = readRequest(body);
  if (!/^stand-in/.test(read.model)) throw new ApiError(404, 'not_found_error', `model: ${read.model}`);
  const offered = offeredTools(read, memory.knows);
  checkConversation(read);
  checkImages(read);
  memory.requests.push(read);
  const turn = playedTurn(read, offered, memory.count);
  const answer: Answer = {
    id: `msg_${String(memory.count).padStart(6, '0')}`,
    model: read.model,
    ...turn,
    usage: memory.cache.count(read, turn.content),
  };
  if (!read.stream) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(messageOf(answer)));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  await streamAnswer(response, answer, fault);
}

function modelIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'model' in body ? body.model : undefined;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  request.setEncoding('utf8');
  for await (const piece of request) text += piece;
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('the request body is not valid JSON');
  }
}
