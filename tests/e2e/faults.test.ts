import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFaultPages } from '../sites/fault-pages';
import type { Site } from '../sites/site';
import { answersOf, script, startWorld, type World } from './harness/world';

let world: World;
let pages: Site;

beforeAll(async () => {
  [world, pages] = await Promise.all([startWorld(), startFaultPages()]);
});
afterAll(async () => {
  await world?.close();
  await pages?.close();
});

/** Plays turns of calls and gives the answer to each call; the task must come to its end. */
async function play(...turns: { name: string; input?: unknown }[][]): Promise<string[]> {
  const id = await world.session.start(script(...turns));
  const task = await world.session.untilEnded(id, 40_000);
  expect(task.state.status).toBe('done');
  expect(world.standIn.refusals).toEqual([]);
  return answersOf(task);
}

function open(path: string): { name: string; input?: unknown }[] {
  return [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${pages.origin}${path}` } }, { name: 'read_page' }];
}

const click = (role: string, name: string) => ({
  name: 'left_click',
  input: { target: { type: 'ref', ref: `$ref(${role}, ${name})` } },
});

test('a page whose script throws is read and used like any other', async () => {
  const answers = await play(open('/throws'), [click('button', 'Throws too'), click('button', 'Works')]);
  expect(answers[2]).toContain('h1 Before the error');
  expect(answers[3]).toContain('left_click ok');
  expect(answers[4]).toContain('the title is now "Worked"');
});

test('a 404 is told with its status', async () => {
  const answers = await play(open('/missing'));
  expect(answers[1]).toContain('— Not found (HTTP 404)');
  expect(answers[2]).toContain('There is no such page here.');
});

test('a page that never finishes is an error that says so, and what came can be read', async () => {
  const answers = await play(open('/never'), [{ name: 'read_page' }]);
  expect(answers[1]).toMatch(/navigate ERROR: .*\/never has not finished loading after 15 seconds/);
  expect(answers[2]).toContain('Not executed: an earlier action in this turn failed.');
  expect(answers[3]).toContain('h1 The first half');
});

test.each([
  ['file:///etc/passwd', 'file'],
  ['chrome://settings', 'chrome'],
  ['javascript:alert(1)', 'javascript'],
  ['data:text/html,x', 'data'],
])('%s is refused', async (url, scheme) => {
  const answers = await play([{ name: 'new_tab' }, { name: 'navigate', input: { url } }]);
  expect(answers[1]).toContain(`navigate ERROR: Not opened: ${scheme}: addresses are refused.`);
});

test('a page that froze is told, and another tab works', async () => {
  const answers = await play(open('/frozen'), [click('button', 'Freeze')], open('/throws'));
  expect(answers[3]).toMatch(/left_click ERROR: The page does not respond.* open its address in a new tab/);
  expect(answers[6]).toContain('h1 Before the error');
});

test('an address where nothing answers is told in words', async () => {
  const answers = await play([{ name: 'new_tab' }, { name: 'navigate', input: { url: 'http://127.0.0.1:9/' } }]);
  expect(answers[1]).toMatch(/could not be opened: .*\(net::ERR_/);
});

test('a ref whose element was replaced is stale, and nothing else is clicked', async () => {
  const answers = await play(
    open('/replaced'),
    [click('button', 'Swap'), click('button', 'Old')],
    [{ name: 'read_page' }],
    [click('button', 'Old')],
  );
  expect(answers[4]).toMatch(/left_click ERROR: ref_\d+ is stale: its element is no longer on the page/);
  expect(answers[6]).toContain('the title is now "Clicked the new one"');
});

test('a ref from before a navigation is not taken for another element', async () => {
  const answers = await play(open('/replaced'), [
    { name: 'navigate', input: { url: `${pages.origin}/throws` } },
    click('button', 'Old'),
  ]);
  expect(answers[4]).toMatch(/left_click ERROR: ref_\d+ is not known on this page/);
});

test('an element under another is not clicked, and what covers it is named', async () => {
  const answers = await play(open('/covered'), [click('button', 'Under')], [click('button', 'Later')]);
  expect(answers[3]).toContain('button "Under" is covered by dialog "Cookies"');
  expect(answers[4]).toContain('button "Later" is disabled');
});

test('dialogs are answered and told', async () => {
  const answers = await play(open('/dialogs'), [
    click('button', 'Alert'),
    click('button', 'Confirm'),
    click('button', 'Prompt'),
  ]);
  expect(answers[3]).toContain('alert dialog "Saved for now" was accepted');
  expect(answers[4]).toContain('confirm dialog "Really go on?" was accepted');
  expect(answers[4]).toContain('the title is now "Yes"');
  expect(answers[5]).toContain('prompt dialog "Your name?" was cancelled');
});

test('an unknown member is an error, and the rest of its turn is not executed', async () => {
  const answers = await play([{ name: 'new_tab' }, { name: 'fly_away' }, { name: 'list_tabs' }]);
  expect(answers[0]).toContain('new_tab ok');
  expect(answers[1]).toMatch(/fly_away ERROR: .*fly_away/);
  expect(answers[2]).toContain('list_tabs ERROR: Not executed');
});

test.each([
  ['left_click', {}, 'target'],
  ['left_click', { target: { type: 'ref', ref: 'the button' } }, 'target.ref'],
  ['scroll', { target: { type: 'coordinate', x: 1, y: 1 }, scroll_direction: 'sideways' }, 'scroll_direction'],
  ['wait', { duration: 900 }, 'duration'],
  ['key', { text: 'Enter', repeat: 0 }, 'repeat'],
  ['form_input', { target: { type: 'coordinate', x: 1, y: 2 }, value: 'x' }, 'target'],
])('%s with a malformed input (%j) is told which field', async (name, input, field) => {
  const answers = await play([{ name: 'new_tab' }, { name, input }]);
  expect(answers[1]).toContain(`${name} ERROR: `);
  expect(answers[1]).toContain(field);
});

test('own tools with malformed input, and a key that is none', async () => {
  const answers = await play(
    [{ name: 'update_plan', input: { steps: 'all' } }],
    [{ name: 'new_tab' }, { name: 'key', input: { text: 'Entr' } }],
  );
  expect(answers[0]).toContain('update_plan ERROR: invalid input for update_plan: steps');
  expect(answers[2]).toContain('"Entr" is no key');
});

test('a tab that the task does not own is not touched', async () => {
  const [front] = await world.own.evaluate(() => chrome.tabs.query({ active: true }));
  const answers = await play([{ name: 'new_tab' }, { name: 'read_page', input: { tab_id: String(front?.id) } }]);
  expect(answers[1]).toContain('read_page ERROR: This task has no tab');
});
