import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const change = (script: string) => under.page.evaluate(script);
const write = (words: string) => change(`document.querySelector('button').textContent = ${JSON.stringify(words)}`);

test.each([
  ['Archive lunch', 'Archive invoice'],
  ['Reply to Ann', 'Reply to Bob'],
  ['Next', 'Place order'],
  ['Play', 'Pause'],
  ['2', '5'],
  ['Order 10421', 'Order 10422'],
  ['Antworten an Jörg', 'Antworten an Käthe'],
  ['アンナさんに返信', 'ボブさんに返信'],
  ['Ann Meier Invoice for October, as agreed', 'Bob Cox Lunch on Friday, if you like'],
])('a ref of what was "%s" does not press "%s"', async (before, now) => {
  expect(await under.read(`<button>${before}</button>`)).toContain('[ref_1]');
  await write(now);
  const refused = { ok: false, problem: 'changed', message: expect.stringContaining(`ref_1 was button "${before}"`) };
  expect(await under.call('locate', 'ref_1')).toMatchObject(refused);
  expect(await under.call('readyToPress', 'ref_1', 20, 20)).toBe(false);
  await under.call('read', { filter: 'all', firstRef: 2 });
  expect(await under.call('locate', 'ref_1')).toMatchObject({ ok: true });
});

test.each([
  ['Inbox (3)', 'Inbox (4)'],
  ['Inbox', 'Inbox, 3 unread'],
  ['Star', 'Starred'],
  ['Save', 'Saving…'],
  ['Copy', 'Copied!'],
  ['Following', 'Unfollow'],
  ['Mute', 'Unmute'],
  ['Unread, Ann, Lunch', 'Read, Ann, Lunch'],
  ['Cart', 'Cart: 2 items, 12.90'],
  ['12', ''],
  [
    'Ann Meier Invoice for October, as we agreed on Monday 59 seconds',
    'Ann Meier Invoice for October, as we agreed on Monday 1 minute',
  ],
  ['削除', '削除済み'],
])('a ref of what was "%s" presses "%s": it is the same thing', async (before, now) => {
  await under.read(`<button aria-label="">${before}<i style="padding:9px"></i></button>`);
  await write(now);
  expect(await under.call('locate', 'ref_1')).not.toMatchObject({ problem: 'changed' });
});

const rows = (...words: string[]) =>
  words.map((each) => `<div><p>${each}</p><span><button>Delete</button></span></div>`).join('');
const toRows = (...words: string[]) =>
  change(`document.querySelectorAll('p').forEach((p, at) => { p.textContent = ${JSON.stringify(words)}[at]; })`);

test.each([
  ['its row shows another one', ['Bob Invoice 3 new', 'Eve Report'], false],
  ['its row goes on', ['Ann Lunch 4 new, seen', 'Bob Invoice 3 new'], true],
])('of several with one name, %s', async (_, words, same) => {
  await under.read(rows('Ann Lunch 3 new', 'Bob Invoice 3 new'));
  await toRows(...words);
  const located = await under.call('locate', 'ref_1');
  expect(located.ok).toBe(same);
  if (!located.ok) expect(located.message).toMatch(/still button "Delete", but what stood beside it/);
});

test('rows that only a number tells apart', async () => {
  await under.read(rows('Item 1', 'Item 2', 'Item 3'));
  await toRows('Item 2', 'Item 3', 'Item 4');
  expect(await under.call('locate', 'ref_2')).toMatchObject({ problem: 'changed' });
});

test('what was looked for otherwise meanwhile does not count as told', async () => {
  await under.read('<button>Archive lunch</button><a href="/x">Help</a>');
  await write('Archive invoice');
  expect(await under.call('find', { query: 'zebra', firstRef: 3 })).toMatchObject({ matches: [] });
  expect(await under.call('locate', 'ref_1')).toMatchObject({ problem: 'changed' });
  expect(await under.call('find', { query: 'archive', firstRef: 3 })).toMatchObject({ ok: true });
  expect(await under.call('locate', 'ref_1')).toMatchObject({ ok: true });
});

test('a field for somebody else is not filled, one whose hint changes is', async () => {
  await under.read('<label>Message to Ann <input></label><input placeholder="Search for shoes">');
  await change(`document.querySelector('label').firstChild.nodeValue = 'Message to Bob'`);
  await change(`document.querySelectorAll('input')[1].placeholder = 'Search for hats'`);
  expect(await under.call('setValue', 'ref_1', 'Hello')).toMatchObject({ problem: 'changed' });
  expect(await under.page.$eval('input', ({ value }) => value)).toBe('');
  expect(await under.call('setValue', 'ref_2', 'Hello')).toMatchObject({ ok: true });
});

test('a press that comes just after the words changed is kept off', async () => {
  await under.read('<button onclick="document.title = this.textContent">Archive lunch</button>');
  const at = await under.call('locate', 'ref_1');
  if (!at.ok) throw new Error(at.message);
  expect(await under.call('readyToPress', 'ref_1', at.x, at.y)).toBe(true);
  await write('Archive invoice');
  await under.page.mouse.click(at.x, at.y);
  expect(await under.call('pressEnded')).toBe('kept off');
  expect(await under.page.title()).toBe('');
});
