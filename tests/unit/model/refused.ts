import { expect } from 'vitest';
import type { MessagesRequest } from '../../model/request-shape';
import type { StandIn } from '../../model/server';
import { validRequest } from './valid-request';

/** Posts a body without the SDK, which would not let most mistakes through. */
export async function post(
  { baseURL }: StandIn,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown; requestId: string | null }> {
  const answer = await fetch(`${baseURL}/v1/messages?beta=true`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01', 'x-api-key': 'any', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json(), requestId: answer.headers.get('request-id') };
}

/** Breaks a good request in one place and expects the API's refusal, in its shape, with words about that place. */
export async function expectRefusal(
  standIn: StandIn,
  change: (request: MessagesRequest & Record<string, unknown>) => unknown,
  words: RegExp,
): Promise<void> {
  const request = validRequest();
  change(request);
  const { status, body, requestId } = await post(standIn, request);
  expect(body).toEqual({
    type: 'error',
    error: { type: 'invalid_request_error', message: expect.stringMatching(words) },
    request_id: requestId,
  });
  expect(requestId).toMatch(/^req_/);
  expect(status).toBe(400);
}
