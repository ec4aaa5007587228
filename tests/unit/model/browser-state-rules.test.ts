import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MessagesRequest } from '../../model/request-shape';
import { type StandIn, startStandIn } from '../../model/server';
import { expectRefusal, post } from './refused';
import { resultsOf, stateOf, validRequest } from './valid-request';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn?.close());

type Change = (request: MessagesRequest & Record<string, unknown>) => unknown;
const refused = (change: Change, words: RegExp) => expectRefusal(standIn, change, words);
const BLANK = { tab_id: '1', title: '', url: '' };
const FILE = { download_id: 'd1', url: 'http://127.0.0.1/a.pdf' };

test.each(['new_tab', 'switch_tab', 'close_tab', 'list_tabs'])('missing where it is the whole answer: %s', (name) =>
  refused(
    (request) => {
      const [call] = request.messages[1]?.content ?? [];
      if (typeof call === 'object' && call.type === 'tool_use') call.name = name;
      resultsOf(request)[0].content = [{ type: 'text', text: 'done' }];
    },
    new RegExp(`the result of ${name} must be exactly one \`browser_state\``),
  ),
);
test('beside a text where it is the whole answer', () =>
  refused(
    (request) =>
      (resultsOf(request)[0].content = [
        { type: 'text', text: 'done' },
        { ...stateOf(request), type: 'browser_state' },
      ]),
    /exactly one `browser_state`/,
  ));
test('twice', () =>
  refused((request) => {
    const state = { ...stateOf(request), type: 'browser_state' as const };
    resultsOf(request)[1].content = [state, state];
  }, /may contain one `browser_state` block/));
test('without an active tab', () =>
  refused((request) => (stateOf(request).tabs = [BLANK]), /exactly one tab must be active/));
test('with two active tabs', () =>
  refused(
    (request) =>
      (stateOf(request).tabs = [
        { ...BLANK, active: true },
        { ...BLANK, tab_id: '2', active: true },
      ]),
    /exactly one tab must be active/,
  ));
test('with two tabs of one id', () =>
  refused((request) => (stateOf(request).tabs = [{ ...BLANK, active: true }, BLANK]), /unique/));
test('with 101 tabs', () =>
  refused(
    (request) =>
      (stateOf(request).tabs = Array.from({ length: 101 }, (_, at) => ({
        ...BLANK,
        tab_id: `${at}`,
        active: at === 0,
      }))),
    /at most 100 tabs/,
  ));
test.each(['tab_id', 'title', 'url'])('with a %s of 5,000 characters', (field) =>
  refused((request) => (stateOf(request).tabs = [{ ...BLANK, active: true, [field]: 'x'.repeat(5000) }]), /4096/),
);
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
test('with two changes of one download', () =>
  refused(
    (request) =>
      (stateOf(request).state_changes = [
        { type: 'download_started', ...FILE },
        { type: 'download_completed', ...FILE },
      ]),
    /one change per download_id: d1/,
  ));
test('with a change of a kind that there is not', () =>
  refused((request) => (stateOf(request).state_changes = [{ type: 'tab_closed', tab_id: '1' }]), /state_changes/));
test('with an unknown field', () => refused((request) => (stateOf(request).window = 1), /browser_state/));

test('with no tab left, and with a download, is taken', async () => {
  const request = validRequest();
  Object.assign(stateOf(request), { tabs: [], state_changes: [{ type: 'download_failed', ...FILE, error: null }] });
  expect(await post(standIn, request)).toMatchObject({ status: 200 });
});
