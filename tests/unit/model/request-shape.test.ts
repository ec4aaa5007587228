import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MessagesRequest } from '../../model/request-shape';
import { type StandIn, startStandIn } from '../../model/server';
import { expectRefusal, post } from './refused';
import { resultsOf, TOOLSET, validRequest } from './valid-request';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn?.close());

type Change = (request: MessagesRequest & Record<string, unknown>) => unknown;
const refused = (change: Change, words: RegExp) => expectRefusal(standIn, change, words);

test('the request that the others are broken from is taken', async () => {
  expect(await post(standIn, validRequest())).toMatchObject({
    status: 200,
    body: { type: 'message', role: 'assistant' },
  });
});

test.each(['model', 'max_tokens', 'messages'])('without %s', (field) =>
  refused((request) => delete request[field], new RegExp(`^${field}: Field required`)),
);
test('with a field that it does not know', () =>
  refused((request) => (request.thread = false), /^thread: Extra inputs are not permitted/));
test('with temperature', () => refused((request) => (request.temperature = 0), /temperature.*not supported/));
test.each(['any', 'tool'])('with a forced tool (%s)', (type) =>
  refused((request) => (request.tool_choice = { type, name: 'finish' }), /tool_choice/),
);
test('with no message', () => refused((request) => (request.messages = []), /at least one message/));
test('with a message of nothing', () =>
  refused((request) => (request.messages[0] = { role: 'user', content: [] }), /^messages\.0\.content/));
test('with an empty text', () =>
  refused((request) => (resultsOf(request)[1].content = [{ type: 'text', text: '' }]), /non-empty/));
test('with an unknown field in a block', () =>
  refused((request) => Object.assign(resultsOf(request)[0], { colour: 'red' }), /colour: Extra inputs/));
test('with a block of a type that there is not', () =>
  refused((request) => Object.assign(resultsOf(request)[0], { type: 'tool_answer' }), /^messages\.2\.content/));
test('with two tools of one name', () =>
  refused(
    (request) => (request.tools = [...(request.tools ?? []), { name: 'finish', input_schema: { type: 'object' } }]),
    /must be unique: finish/,
  ));
test('with an unknown field in a tool', () =>
  refused((request) => Object.assign(request.tools?.[1] ?? {}, { parameters: {} }), /^tools\.1.*parameters/));
test('with a name on the entry of the toolset', () =>
  refused((request) => (request.tools = [Object.assign({ ...TOOLSET }, { name: 'browser' })]), /^tools\.0.*name/));
test('with a setting for a member that there is not', () =>
  refused(
    (request) => (request.tools = [{ ...TOOLSET, configs: { fly_away: { enabled: true } } }]),
    /^tools\.0.*fly_away/,
  ));
test('with five cache breakpoints', () =>
  refused((request) => {
    request.tools = [{ ...TOOLSET, cache_control: { type: 'ephemeral' } }, ...(request.tools ?? []).slice(1)];
    for (const result of resultsOf(request)) result.cache_control = { type: 'ephemeral' };
    request.system = ['a', 'b'].map((text) => ({ type: 'text', text, cache_control: { type: 'ephemeral' } }));
  }, /maximum of 4 blocks with cache_control.*Found 5/));

test('a body that is no JSON', async () => {
  expect(await post(standIn, '{')).toMatchObject({
    status: 400,
    body: { error: { type: 'invalid_request_error', message: expect.stringContaining('JSON') } },
  });
});

test('an unknown model', async () => {
  expect(await post(standIn, { ...validRequest(), model: 'other' })).toMatchObject({
    status: 404,
    body: { error: { type: 'not_found_error', message: 'model: other' } },
  });
});

test('a server that knows no toolset names the entry', async () => {
  const plain = await startStandIn({ knows: 'tools' });
  const answer = await post(plain, validRequest());
  await plain.close();
  expect(answer).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringContaining("tools.0: Input tag 'browser_toolset_20260801'") } },
  });
});
