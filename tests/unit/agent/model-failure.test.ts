import { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import { expect, test } from 'vitest';
import { diagnoseConnection, readModelFailure } from '../../../src/agent/model-failure';

const KEY = 'sk-very-secret-key';

function apiError(
  status: number | undefined,
  type: string | null,
  message: string,
  headers: Record<string, string> = {},
): APIError {
  const body = type === null ? {} : { type: 'error', error: { type, message } };
  // An error event inside a stream has no status; the SDK builds it without `generate`.
  if (status === undefined) return new APIError(status, body, message, new Headers(headers), 'overloaded_error');
  return APIError.generate(status, body, message, new Headers(headers));
}

test.each([
  [401, 'authentication_error', 'invalid x-api-key', 'wrong-key'],
  [400, 'invalid_request_error', 'Your credit balance is too low to access the Anthropic API.', 'no-credit'],
  [402, 'billing_error', 'payment required', 'no-credit'],
  [403, 'permission_error', 'Your API key does not have permission', 'forbidden'],
  [404, 'not_found_error', 'model: claude-nothing', 'unknown-model'],
  [404, null, 'no such page', 'endpoint-not-found'],
  [403, null, '', 'cors-refused'],
  [400, 'invalid_request_error', 'prompt is too long: 210000 tokens > 200000 maximum', 'context-full'],
  [400, 'invalid_request_error', 'messages.1: toolset_name is required', 'request-rejected'],
  [413, 'request_too_large', 'Request exceeds the maximum size', 'request-rejected'],
])('HTTP %s %s %j is %s', (status, type, message, code) => {
  expect(readModelFailure(apiError(status, type, message), 'toolset', KEY)).toMatchObject({
    next: 'fail',
    failure: { code },
  });
});

test('429 waits as long as the server says', () => {
  const failure = readModelFailure(
    apiError(429, 'rate_limit_error', 'slow down', { 'retry-after': '7' }),
    'toolset',
    KEY,
  );
  expect(failure).toMatchObject({ next: 'retry', code: 'rate-limited', afterMs: 7000 });
});

test.each([
  [529, 'overloaded_error'],
  [500, 'api_error'],
  [502, null],
  [undefined, 'overloaded_error'],
])('%s %s is tried again', (status, type) => {
  expect(readModelFailure(apiError(status, type, 'busy'), 'toolset', KEY)).toMatchObject({
    next: 'retry',
    code: 'overloaded',
  });
});

test.each([
  "tools.0: Input tag 'browser_toolset_20260801' found using 'type' does not match any of the expected tags",
  'unknown tool type: browser_toolset_20260801',
  'tools.0.name: Field required',
])('an endpoint without the toolset gets plain tools: %s', (message) => {
  expect(readModelFailure(apiError(400, 'invalid_request_error', message), 'toolset', KEY).next).toBe('plain-tools');
  expect(readModelFailure(apiError(400, 'invalid_request_error', message), 'tools', KEY).next).toBe('fail');
});

test('no answer at all is looked into: refused by CORS, nothing there, or offline', async () => {
  expect(readModelFailure(new APIConnectionError({ message: 'Connection error.' }), 'toolset', KEY).next).toBe(
    'diagnose',
  );
  const there = async () => true;
  const gone = async () => false;
  expect(await diagnoseConnection('https://api.example.com', there, true)).toMatchObject({
    failure: { code: 'cors-refused' },
  });
  expect(await diagnoseConnection('https://api.example.com', gone, true)).toMatchObject({
    failure: { code: 'unreachable' },
  });
  expect(await diagnoseConnection('https://api.example.com', gone, false)).toEqual({ next: 'wait-online' });
  expect(await diagnoseConnection('http://127.0.0.1:9', gone, false)).toMatchObject({
    failure: { code: 'unreachable' },
  });
});

test.each<[string, Error]>([
  ['an answer', apiError(401, 'authentication_error', `Incorrect API key provided: ${KEY}.`)],
  ['a body of another shape', APIError.generate(500, { detail: `no ${KEY}` }, undefined, new Headers())],
  ['a key across the cut', apiError(400, 'invalid_request_error', `${'x'.repeat(395)}${KEY}`)],
  ['no answer', new APIConnectionError({ message: `cannot send x-api-key: ${KEY}` })],
  ['anything else', new RangeError(KEY)],
])('the key is not told, though the endpoint repeats it: %s', (_, error) => {
  const told = JSON.stringify(readModelFailure(error, 'toolset', KEY));
  expect(told).toContain('•••');
  expect(told).not.toContain(KEY.slice(0, 5));
});
