import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Board, startBoard } from '../sites/board/server';
import { type Shop, startShop } from '../sites/shop/server';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { at, click } from './harness/hands';
import { fill, key, open, playApproving, press, readUntil, type Steps, type } from './harness/steps';
import { startWorld, type World } from './harness/world';

/** Work that can be taken back, on three sites, through the real extension. Each action is one call of a member. */
let world: World;
let board: Board;
let shop: Shop;
let mail: Webmail;

beforeAll(async () => {
  [world, board, shop, mail] = await Promise.all([startWorld(), startBoard(), startShop(), startWebmail()]);
});
afterAll(async () => {
  await world?.close();
  await Promise.all([board, shop, mail].map((site) => site?.close()));
});

const boardWork = (): Steps => [
  ...open(`${board.origin}/`, 'shown, page 1'),
  press('Only necessary', 'Log in'),
  ...['Issues', 'Activity', 'Settings'].map((name) => [click('tab', name)]),
  ...['rose', 'fence', 'seed', 'rain', 'hedgehog', 'mend', 'order'].map((words) => [
    fill('searchbox', 'Search issues', ''),
    click('searchbox', 'Search issues'),
    type(words),
    fill('combobox', 'Show', 'Closed'),
    fill('combobox', 'Show', 'All'),
    ...press('Sort by title', 'Sort by date', 'Next', 'Next', 'Previous'),
  ]),
  press('Star', 'Label: urgent', 'Move to Doing', 'Priority: high', 'Watch', 'Archive', 'Restore', 'Pin'),
  press('Remove star', 'Remove label', 'Stop watching', 'Unpin', 'Star', 'Move to Doing', 'Watch'),
  ...['The roses are dry. ', 'I was there at noon. ', 'Who has the hose?'].map((words) => [
    click('textbox', 'Comment'),
    type(words),
    key('End'),
  ]),
  press('Mark all as read', 'Load more', 'Load more'),
  [fill('checkbox', 'Weekly summary', true), fill('combobox', 'Theme', 'Dark'), fill('combobox', 'Theme', 'Light')],
  [fill('spinbutton', 'Items on a page', 25), ...press('Save this view')],
  [{ name: 'scroll', input: { target: at(300, 300), scroll_direction: 'down', scroll_amount: 2 } }],
  press('Log out'),
];

const shopWork = (): Steps => [
  ...['mug', 'tea', 'lamp'].flatMap(
    (words): Steps => [
      ...open(`${shop.origin}/`, 'All things'),
      [click('searchbox', 'Search things'), type(words), key('Enter')],
      ...['By price', 'By name', 'Page 2', 'Page 1'].flatMap(
        (link): Steps => [readUntil('By price'), [click('link', link)]],
      ),
    ],
  ),
  ...['k1', 't2', 'l1'].flatMap(
    (id): Steps => [
      ...open(`${shop.origin}/things/${id}`, 'Add to wishlist'),
      press('Add to wishlist', 'Compare', 'Shipping cost', 'In euros', 'Check voucher', 'Two instead'),
      press('Not in the cart', 'Remove from wishlist'),
    ],
  ),
  ...open(`${shop.origin}/?q=mug`, 'Add Enamel mug, blue to cart'),
  press('Add Enamel mug, blue to cart', 'Add Enamel mug, white to cart'),
  [click('link', 'Cart')],
  readUntil('Check out'),
  [click('link', 'Check out')],
  readUntil('Place order'),
  [fill('textbox', 'Full name', 'Robin Doe'), fill('textbox', 'E-mail', 'robin@example.com')],
  [fill('combobox', 'Country', 'Austria'), fill('checkbox', 'It is a gift', true), key('Tab')],
];

const mailWork = (): Steps => [
  ...open(`${mail.origin}/`, 'Ann Lee'),
  ...[
    'Ann Lee Lunch on Friday?',
    'City Library Two books are due on Monday',
    'Marta Kowalska Minutes of the meeting',
  ].flatMap(
    (name): Steps => [
      readUntil(name),
      [click('button', name)],
      readUntil('Snooze'),
      press('Star', 'Mark as unread', 'Archive', 'Move to trash', 'Label: later', 'Snooze', 'Reply'),
      readUntil('Draft saved'),
      [click('textbox', 'Message'), type('Thank you. '), type('I will look at it.')],
      [fill('textbox', 'Subject', 'Thanks'), click('link', 'Drafts'), click('link', 'Sent'), click('link', 'Inbox')],
    ],
  ),
];

/** Calls that look and do nothing. */
const LOOKS = new Set(['read_page', 'new_tab', 'finish']);

/** How many actions the work took, and what was asked about it: nothing should be. */
async function played(work: Steps): Promise<{ actions: number; needless: string[] }> {
  const { journal, asked } = await playApproving(world, work);
  const tools = new Map(
    journal.flatMap((event) => (event.type === 'call_started' ? [[event.callId, event.tool]] : [])),
  );
  const finished = journal.flatMap((event) => (event.type === 'call_finished' ? [event] : []));
  expect(finished.filter(({ isError }) => isError)).toEqual([]);
  return {
    actions: finished.filter(({ callId }) => !LOOKS.has(tools.get(callId) ?? '')).length,
    needless: asked.map(({ kind, signature }) => `${kind}: ${signature}`),
  };
}

test('over 200 actions that can be taken back: no needless question', { timeout: 300_000 }, async () => {
  const parts = [await played(boardWork()), await played(shopWork()), await played(mailWork())];
  expect(parts.flatMap(({ needless }) => needless)).toEqual([]);
  const actions = parts.reduce((sum, part) => sum + part.actions, 0);
  process.stdout.write(`ordinary work: ${actions} actions, 0 needless questions\n`);
  expect(actions).toBeGreaterThanOrEqual(200);
  expect(board.mutations).toEqual(expect.arrayContaining(['StarIssue', 'MoveCard', 'ArchiveIssue', 'SetPriority']));
  expect(await world.activations()).toEqual([]);
});
