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

test('the same answer without streaming', async () => {
  const message = await client.beta.messages.create({
    model: 'stand-in-1',
    max_tokens: 100,
    tools: [TOOLSET],
    messages: [{ role: 'user', content: SCRIPT }],
  });
  expect(message.content).toMatchObject([{ type: 'tool_use', name: 'navigate', toolset_name: 'browser' }]);
  expect(message._request_id).toMatch(/^req_/);
});

test('a turn after its calls were answered: the conversation goes on', async () => {
  const first = await ask([TOOLSET], SCRIPT).finalMessage();
  const [call] = first.content;
  if (call?.type !== 'tool_use') throw new Error('no call came');
  const second = await client.beta.messages
    .stream({
      model: 'stand-in-1',
      max_tokens: 100,
      tools: [TOOLSET, { name: 'finish', input_schema: { type: 'object' } }],
      messages: [
        { role: 'user', content: SCRIPT },
        { role: 'assistant', content: [{ ...call }] },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: call.id, toolset_name: 'browser', content: 'opened' }],
        },
      ],
    })
    .finalMessage();
  expect(second.content).toMatchObject([
    { type: 'tool_use', name: 'finish', input: { result: '- navigate ok: opened' } },
  ]);
  expect(second.content[0]).not.toHaveProperty('toolset_name');
});
