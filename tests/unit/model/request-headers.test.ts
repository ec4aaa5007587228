import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../model/server';
import { post } from './refused';
import { validRequest } from './valid-request';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn?.close());

test.each<[Record<string, string>, number, string, RegExp]>([
  [{ 'x-api-key': '' }, 401, 'authentication_error', /x-api-key header is required/],
  [{ 'x-api-key': 'wrong' }, 401, 'authentication_error', /invalid x-api-key/],
  [{ 'x-api-key': 'broke' }, 400, 'invalid_request_error', /credit balance is too low/],
  [{ 'anthropic-version': '' }, 400, 'invalid_request_error', /anthropic-version: header is required/],
  [{ 'anthropic-version': 'newest' }, 400, 'invalid_request_error', /"newest" is not a valid version/],
  [{ origin: 'chrome-extension://x' }, 401, 'authentication_error', /anthropic-dangerous-direct-browser-access/],
  [{ 'content-type': 'text/plain' }, 400, 'invalid_request_error', /application\/json/],
])('%j', async (headers, status, type, words) => {
  expect(await post(standIn, validRequest(), headers)).toMatchObject({
    status,
    body: { type: 'error', error: { type, message: expect.stringMatching(words) } },
  });
});

test('a page that says so may ask, and its preflight is answered', async () => {
  const headers = { origin: 'chrome-extension://x', 'anthropic-dangerous-direct-browser-access': 'true' };
  expect(await post(standIn, validRequest(), headers)).toMatchObject({ status: 200 });
  const preflight = await fetch(`${standIn.baseURL}/v1/messages`, { method: 'OPTIONS' });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-headers')).toBe('*');
});

test.each(['/', '/v1/elsewhere'])('%s is not there, in the shape of an error', async (path) => {
  const answer = await fetch(standIn.baseURL + path);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ type: 'error', error: { type: 'not_found_error' } });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
});
