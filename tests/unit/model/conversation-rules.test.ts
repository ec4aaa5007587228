import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessagesRequest } from '../../model/request-shape';
import { type StandIn, startStandIn } from '../../model/server';
import { TINY_PNG } from './pictures';
import { expectRefusal, post } from './refused';
import { addPlainCall, resultsOf, stateOf, validRequest } from './valid-request';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn?.close());

type Change = (request: MessagesRequest & Record<string, unknown>) => unknown;
const refused = (change: Change, words: RegExp) => expectRefusal(standIn, change, words);
const HALTED = 'Not executed: an earlier action in this turn failed.';

describe('who speaks', () => {
  test('the assistant first', () =>
    refused((request) => request.messages.shift(), /first message must use the "user" role/));
  test('the assistant last', () =>
    refused((request) => request.messages.push({ role: 'assistant', content: 'Well' }), /prefill/));
  test('a call in a user message', () =>
    refused((request) => {
      if (request.messages[1]) request.messages[1].role = 'user';
    }, /can only be in `assistant` messages/));
  test('an answer in an assistant message', () =>
    refused((request) => {
      if (request.messages[2]) request.messages[2].role = 'assistant';
      request.messages.push({ role: 'user', content: 'And?' });
    }, /can only be in `user` messages/));
});

describe('calls and their answers', () => {
  test('a call without an answer', () =>
    refused(
      (request) => (request.messages[2] = { role: 'user', content: [resultsOf(request)[0]] }),
      /without `tool_result` blocks immediately after: c2/,
    ));
  test('no answers at all', () => refused((request) => request.messages.pop(), /c1, c2/));
  test('words in place of answers', () =>
    refused((request) => (request.messages[2] = { role: 'user', content: 'Go on' }), /c1, c2/));
  test('an answer to a call that was never made', () =>
    refused((request) => {
      const [first, second] = resultsOf(request);
      request.messages[2] = { role: 'user', content: [first, second, { ...second, tool_use_id: 'c9' }] };
    }, /unexpected `tool_use_id`.*c9/));
  test('two answers to one call', () =>
    refused((request) => {
      const [first, second] = resultsOf(request);
      request.messages[2] = { role: 'user', content: [first, second, second] };
    }, /must have a single result.*c2/));
  test('two calls of one id', () =>
    refused((request) => request.messages.push(...request.messages.slice(1)), /ids must be unique: c1/));
  test('an answer behind a text', () =>
    refused((request) => {
      const [first, second] = resultsOf(request);
      request.messages[2] = { role: 'user', content: [first, { type: 'text', text: 'and' }, second] };
    }, /must come first/));
  test('a text behind the answers is taken', async () => {
    const request = validRequest();
    request.messages[2] = { role: 'user', content: [...resultsOf(request), { type: 'text', text: 'and' }] };
    expect(await post(standIn, request)).toMatchObject({ status: 200 });
  });
});

describe('toolset_name', () => {
  test('missing', () =>
    refused((request) => delete resultsOf(request)[1].toolset_name, /toolset_name.*c2 must be "browser"/));
  test('of another toolset', () =>
    refused((request) => (resultsOf(request)[1].toolset_name = 'computer'), /toolset_name.*c2 must be "browser"/));
  test('on the answer of an ordinary tool', () =>
    refused((request) => (addPlainCall(request).toolset_name = 'browser'), /toolset_name.*c3 must be null/));
  test('on a call of an ordinary tool', () =>
    refused((request) => {
      const [call] = request.messages[1]?.content ?? [];
      if (typeof call === 'object' && call.type === 'tool_use') call.name = 'finish';
    }, /finish is not a member of toolset browser/));
});

describe('errors', () => {
  test('with a picture', () =>
    refused(
      (request) => Object.assign(resultsOf(request)[1], { is_error: true, content: [TINY_PNG] }),
      /`is_error` results may contain only text/,
    ));
  test('with the state of the browser', () =>
    refused((request) => (resultsOf(request)[0].is_error = true), /only text, not browser_state/));
  test.each([
    ['went on', { content: 'read' }],
    ['is an error of its own', { content: 'Not found', is_error: true }],
    ['is worded otherwise', { content: `${HALTED} Sorry.`, is_error: true }],
    ['is no error', { content: HALTED }],
  ])('after a failure the next call %s', (_, second) =>
    refused((request) => {
      Object.assign(resultsOf(request)[0], { is_error: true, content: 'failed' });
      Object.assign(resultsOf(request)[1], second);
    }, /Not executed: an earlier action in this turn failed\./),
  );
  test('after a failure the next call says that it was not executed: taken', async () => {
    const request = validRequest();
    Object.assign(resultsOf(request)[0], { is_error: true, content: 'failed' });
    Object.assign(resultsOf(request)[1], { is_error: true, content: [{ type: 'text', text: HALTED }] });
    expect(await post(standIn, request)).toMatchObject({ status: 200 });
  });
});

test('the state of the browser as the answer of an ordinary tool', () =>
  refused(
    (request) => (addPlainCall(request).content = [{ ...stateOf(request), type: 'browser_state' }]),
    /only allowed in the result of a browser toolset call/,
  ));
