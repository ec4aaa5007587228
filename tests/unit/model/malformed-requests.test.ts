import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessagesRequest } from '../../model/request-shape';
import { type StandIn, startStandIn } from '../../model/server';
import { resultsOf, stateOf, TOOLSET, validRequest } from './valid-request';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn?.close());

async function post(body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${standIn.baseURL}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01', 'x-api-key': 'any', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

/** Breaks a good request in one place and expects the API's refusal, in its shape, with words about that place. */
async function refused(
  change: (request: MessagesRequest & Record<string, unknown>) => unknown,
  words: RegExp,
): Promise<void> {
  const request = validRequest() as MessagesRequest & Record<string, unknown>;
  change(request);
  const { status, body } = await post(request);
  expect(body).toEqual({
    type: 'error',
    error: { type: 'invalid_request_error', message: expect.stringMatching(words) },
    request_id: expect.stringMatching(/^req_/),
  });
  expect(status).toBe(400);
}

const tiny = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const png = (data: string) => ({
  type: 'image' as const,
  source: { type: 'base64' as const, media_type: 'image/png' as const, data },
});
/** A PNG's header that claims so many pixels. */
function claimed(width: number): string {
  const bytes = Buffer.from(tiny, 'base64');
  bytes.writeUInt32BE(width, 16);
  return bytes.toString('base64');
}

test('the request that the others are broken from is taken', async () => {
  expect(await post(validRequest())).toMatchObject({ status: 200, body: { type: 'message', role: 'assistant' } });
});

describe('the request itself', () => {
  test.each(['model', 'max_tokens', 'messages'])('without %s', (field) =>
    refused((request) => delete request[field], new RegExp(`^${field}: Field required`)),
  );
  test('with a field that it does not know', () =>
    refused((request) => (request.thread = false), /^thread: Extra inputs are not permitted/));
  test('with temperature', () => refused((request) => (request.temperature = 0), /temperature.*not supported/));
  test('with a forced tool', () => refused((request) => (request.tool_choice = { type: 'any' }), /tool_choice/));
  test('with no message', () => refused((request) => (request.messages = []), /at least one message/));
  test('that begins with the assistant', () =>
    refused((request) => request.messages.shift(), /first message must use the "user" role/));
  test('with two tools of one name', () =>
    refused(
      (request) => (request.tools = [...(request.tools ?? []), { name: 'finish', input_schema: { type: 'object' } }]),
      /unique/,
    ));
  test('with an unknown field in a block', () =>
    refused((request) => Object.assign(resultsOf(request)[0], { colour: 'red' }), /colour: Extra inputs/));
  test('with an empty text', () =>
    refused((request) => (resultsOf(request)[1].content = [{ type: 'text', text: '' }]), /non-empty/));
  test('with five cache breakpoints', () =>
    refused((request) => {
      request.tools = [{ ...TOOLSET, cache_control: { type: 'ephemeral' } }, ...(request.tools ?? []).slice(1)];
      for (const result of resultsOf(request)) result.cache_control = { type: 'ephemeral' };
      request.system = ['a', 'b'].map((text) => ({ type: 'text', text, cache_control: { type: 'ephemeral' } }));
    }, /maximum of 4 blocks with cache_control.*Found 5/));
  test('that is no JSON', async () => {
    expect(await post('{')).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('JSON') } },
    });
  });
});

describe('calls and their answers', () => {
  test('a call without an answer', () =>
    refused(
      (request) => (request.messages[2] = { role: 'user', content: [resultsOf(request)[0]] }),
      /without `tool_result` blocks immediately after: c2/,
    ));
  test('no answers at all', () => refused((request) => request.messages.pop(), /c1, c2/));
  test('an answer to a call that was never made', () =>
    refused((request) => {
      const [first, second] = resultsOf(request);
      request.messages[2] = { role: 'user', content: [first, second, { ...second, tool_use_id: 'c9' }] };
    }, /unexpected `tool_use_id`.*c9/));
  test('an answer behind a text', () =>
    refused((request) => {
      const [first, second] = resultsOf(request);
      request.messages[2] = { role: 'user', content: [first, { type: 'text', text: 'and' }, second] };
    }, /must come first/));
  test('an answer of the toolset without toolset_name', () =>
    refused((request) => delete resultsOf(request)[1].toolset_name, /toolset_name.*c2 must be "browser"/));
  test('an answer of another toolset', () =>
    refused((request) => (resultsOf(request)[1].toolset_name = 'computer'), /toolset_name/));
  test('a picture in an error', () =>
    refused(
      (request) => Object.assign(resultsOf(request)[1], { is_error: true, content: [png(tiny)] }),
      /`is_error` results may contain only text/,
    ));
  test('a call that went on after a failure', () =>
    refused(
      (request) => Object.assign(resultsOf(request)[0], { is_error: true, content: 'failed' }),
      /Not executed: an earlier action in this turn failed\./,
    ));
});

describe('the state of the browser', () => {
  test('missing where it is the whole answer', () =>
    refused(
      (request) => (resultsOf(request)[0].content = [{ type: 'text', text: 'opened' }]),
      /exactly one `browser_state`/,
    ));
  test('twice', () =>
    refused(
      (request) => (resultsOf(request)[0].content = [stateOf(request), stateOf(request)] as never),
      /one `browser_state` block/,
    ));
  test('on an error', () =>
    refused((request) => (resultsOf(request)[0].is_error = true), /only text, not browser_state/));
  test('without an active tab', () =>
    refused(
      (request) => (stateOf(request).tabs = [{ tab_id: '1', title: '', url: '' }]),
      /exactly one tab must be active/,
    ));
  test('with two tabs of one id', () =>
    refused(
      (request) =>
        (stateOf(request).tabs = [
          { tab_id: '1', title: '', url: '', active: true },
          { tab_id: '1', title: '', url: '' },
        ]),
      /unique/,
    ));
  test('with 101 tabs', () =>
    refused(
      (request) =>
        (stateOf(request).tabs = Array.from({ length: 101 }, (_, at) => ({
          tab_id: `${at}`,
          title: '',
          url: '',
          active: at === 0,
        }))),
      /at most 100 tabs/,
    ));
  test('with a title of 5,000 characters', () =>
    refused(
      (request) => (stateOf(request).tabs = [{ tab_id: '1', title: 'x'.repeat(5000), url: '', active: true }]),
      /4096/,
    ));
  test('with no changes said as an empty list', () =>
    refused((request) => (stateOf(request).state_changes = []), /must be omitted/));
  test('with 201 changes', () =>
    refused(
      (request) => (stateOf(request).state_changes = Array(201).fill({ type: 'tab_opened', tab_id: '1' })),
      /at most 200/,
    ));
  test('with a tab opened that is not there', () =>
    refused(
      (request) => (stateOf(request).state_changes = [{ type: 'tab_opened', tab_id: '7' }]),
      /opened tab 7 is not in tabs/,
    ));
  test('with an unknown field', () => refused((request) => (stateOf(request).window = 1), /browser_state/));
});

describe('pictures', () => {
  test('larger than 8,000 pixels', () =>
    refused((request) => (resultsOf(request)[1].content = [png(claimed(8001))]), /8000 pixels/));
  test('larger than 2,000 pixels among more than twenty', () =>
    refused(
      (request) => (resultsOf(request)[1].content = [png(claimed(2001)), ...Array(20).fill(png(tiny))]),
      /many-image requests: 2000/,
    ));
  test('of 2,001 pixels alone is taken', async () => {
    const request = validRequest();
    resultsOf(request)[1].content = [png(claimed(2001))];
    expect(await post(request)).toMatchObject({ status: 200 });
  });
  test('of another type than declared', () =>
    refused(
      (request) =>
        (resultsOf(request)[1].content = [{ ...png(tiny), source: { ...png(tiny).source, media_type: 'image/jpeg' } }]),
      /does not fit that type/,
    ));
  test('that are no base64', () =>
    refused((request) => (resultsOf(request)[1].content = [png('***')]), /invalid base64/));
});

describe('who asks, and for what', () => {
  test.each([
    [{ 'x-api-key': '' }, 401, 'authentication_error'],
    [{ 'x-api-key': 'wrong' }, 401, 'authentication_error'],
    [{ 'x-api-key': 'broke' }, 400, 'invalid_request_error'],
    [{ 'anthropic-version': '' }, 400, 'invalid_request_error'],
    [{ origin: 'chrome-extension://x' }, 401, 'authentication_error'],
  ])('%j', async (headers, status, type) => {
    expect(await post(validRequest(), headers as Record<string, string>)).toMatchObject({
      status,
      body: { error: { type } },
    });
  });
  test('an unknown model', async () => {
    expect(await post({ ...validRequest(), model: 'other' })).toMatchObject({
      status: 404,
      body: { error: { type: 'not_found_error' } },
    });
  });
  test('another path', async () => {
    expect((await fetch(`${standIn.baseURL}/v1/elsewhere`)).status).toBe(404);
  });
});

test('a server that knows no toolset names the entry', async () => {
  const plain = await startStandIn({ knows: 'tools' });
  const answer = await fetch(`${plain.baseURL}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01', 'x-api-key': 'any' },
    body: JSON.stringify(validRequest()),
  });
  await plain.close();
  expect(await answer.json()).toMatchObject({
    error: { message: expect.stringContaining("tools.0: Input tag 'browser_toolset_20260801'") },
  });
});
