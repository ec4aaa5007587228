import Anthropic from '@anthropic-ai/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../model/server';
import { TOOLSET } from './valid-request';

let standIn: StandIn;
let client: Anthropic;
beforeAll(async () => {
  standIn = await startStandIn();
  client = new Anthropic({ baseURL: standIn.baseURL, apiKey: 'any', maxRetries: 0 });
});
afterAll(() => standIn?.close());

const ask = (tools: Parameters<typeof client.beta.messages.stream>[0]['tools'], prompt: string) =>
  client.beta.messages.stream({
    model: 'stand-in-1',
    max_tokens: 100,
    tools,
    messages: [{ role: 'user', content: prompt }],
  });

const SCRIPT = 'SCRIPT [[{"name":"navigate","input":{"url":"http://127.0.0.1/"}}]]';

test('a call of the toolset comes as one complete delta and carries toolset_name', async () => {
  const deltas: string[] = [];
  const stream = ask([TOOLSET], SCRIPT).on('streamEvent', (event) => {
    if (event.type === 'content_block_delta' && event.delta.type === 'input_json_delta')
      deltas.push(event.delta.partial_json);
  });
  const message = await stream.finalMessage();
  expect(message.stop_reason).toBe('tool_use');
  expect(message.content).toMatchObject([
    { type: 'tool_use', name: 'navigate', toolset_name: 'browser', input: { url: 'http://127.0.0.1/' } },
  ]);
  expect(deltas).toEqual(['{"url":"http://127.0.0.1/"}']);
  expect(message.usage.output_tokens).toBeGreaterThan(0);
});

test('the same call with plain tools has none', async () => {
  const tools = [{ name: 'read_page', input_schema: { type: 'object' as const } }];
  const message = await ask(tools, SCRIPT).finalMessage();
  expect(message.content[0]).toMatchObject({ type: 'tool_use', name: 'navigate' });
  expect(message.content[0]).not.toHaveProperty('toolset_name');
});

test('text comes in pieces', async () => {
  const pieces: string[] = [];
  const message = await ask([TOOLSET], 'Hello')
    .on('text', (text) => pieces.push(text))
    .finalMessage();
  expect(pieces.length).toBeGreaterThan(1);
  expect(message.content).toMatchObject([{ type: 'text', text: pieces.join('') }]);
  expect(message.stop_reason).toBe('end_turn');
});

test('a stream that breaks off is an error of the client', async () => {
  standIn.faults.push('cut');
  await expect(ask([TOOLSET], SCRIPT).finalMessage()).rejects.toThrow();
  expect((await ask([TOOLSET], SCRIPT).finalMessage()).stop_reason).toBe('tool_use');
});

test('a rate limit carries Retry-After', async () => {
  standIn.faults.push('rate-limit');
  const error = await ask([TOOLSET], SCRIPT)
    .finalMessage()
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Anthropic.RateLimitError);
  expect(error instanceof Anthropic.RateLimitError && error.headers?.get('retry-after')).toBe('1');
});
