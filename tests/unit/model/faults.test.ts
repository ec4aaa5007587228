import Anthropic from '@anthropic-ai/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../model/server';
import { TOOLSET } from './valid-request';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn?.close());

function ask(prompt: string, model = 'stand-in-1') {
  const client = new Anthropic({ baseURL: standIn.baseURL, apiKey: 'any', maxRetries: 0 });
  return client.beta.messages
    .stream({ model, max_tokens: 100, tools: [TOOLSET], messages: [{ role: 'user', content: prompt }] })
    .finalMessage();
}

const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
const CALL = 'SCRIPT [[{"name":"new_tab","input":{}}]]';

test.each(['Hello', CALL])('a stream that breaks off is an error of the client, once: %s', async (prompt) => {
  standIn.faults.push('cut');
  expect(await failure(ask(prompt))).toBeInstanceOf(Error);
  expect((await ask(prompt)).content).toHaveLength(1);
});

test('an error in the middle of a stream has its type and no status', async () => {
  standIn.faults.push('error-event');
  const error = await failure(ask(CALL));
  expect(error).toBeInstanceOf(Anthropic.APIError);
  expect(error).toMatchObject({ type: 'overloaded_error', status: undefined });
});

test('a rate limit carries Retry-After', async () => {
  standIn.faults.push('rate-limit');
  const error = await failure(ask(CALL));
  expect(error).toBeInstanceOf(Anthropic.RateLimitError);
  expect(error instanceof Anthropic.RateLimitError && error.headers?.get('retry-after')).toBe('1');
});

test.each([
  ['stand-in-429', { status: 429, type: 'rate_limit_error' }],
  ['stand-in-529', { status: 529, type: 'overloaded_error' }],
  ['stand-in-500', { status: 500, type: 'api_error' }],
  ['stand-in-cut', {}],
  ['stand-in-error-event', { type: 'overloaded_error' }],
])('%s fails at its first request and answers the next', async (model, shape) => {
  const error = await failure(ask(CALL, model));
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject(shape);
  expect((await ask(CALL, model)).model).toBe(model);
});

test('faults are met in their order, those given at the start first', async () => {
  const faulty = await startStandIn({ faults: ['forbidden', 'billing'] });
  const client = new Anthropic({ baseURL: faulty.baseURL, apiKey: 'any', maxRetries: 0 });
  const send = () =>
    client.messages.create({ model: 'stand-in-1', max_tokens: 10, messages: [{ role: 'user', content: 'ready?' }] });
  expect(await failure(send())).toMatchObject({ status: 403, type: 'permission_error' });
  expect(await failure(send())).toMatchObject({ status: 402, type: 'billing_error' });
  expect((await send()).content).toMatchObject([{ type: 'text', text: 'ready' }]);
  await faulty.close();
  expect(faulty.refusals.map(({ status }) => status)).toEqual([403, 402]);
});
