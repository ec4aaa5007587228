import { afterAll, beforeAll, expect, test } from 'vitest';
import { BOARD_COMMITS, type Board, startBoard } from '../sites/board/server';
import { type Shop, startShop } from '../sites/shop/server';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { click } from './harness/hands';
import { fill, open, playApproving, press, readUntil, type Steps, type } from './harness/steps';
import { startWorld, type World } from './harness/world';

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

const onBoard = (): Steps => open(`${board.origin}/`, 'shown, page 1');
const comment = (words: string): Steps => [[click('textbox', 'Comment'), type(words)], press('Comment')];

/** Into the cart and through the checkout. */
const order = (words: string, name: string): Steps => [
  ...open(`${shop.origin}/?q=${encodeURIComponent(words)}`, `Add ${name} to cart`),
  press(`Add ${name} to cart`),
  ...open(`${shop.origin}/checkout`, 'Place order'),
  [fill('textbox', 'Full name', 'Robin Doe'), fill('textbox', 'E-mail', 'robin@example.com')],
  [fill('textbox', 'Address', 'Lindenstrasse 4, 1010 Wien')],
  press('Place order'),
];
const openMail = (name: string): Steps => [
  ...open(`${mail.origin}/`, name),
  [click('button', name)],
  readUntil('button "Reply"'),
];
const reply = (name: string, words: string): Steps => [
  ...openMail(name),
  press('Reply'),
  readUntil('button "Send"'),
  [click('textbox', 'Message'), type(words)],
  press('Send'),
];
const LUNCH = 'Ann Lee Lunch on Friday?';
const BOOKS = 'City Library Two books are due on Monday';

/** What a person might ask for, how often that takes what cannot be taken back, and how it is done. */
const TASKS: readonly (readonly [string, number, () => Steps])[] = [
  [
    'find the issue about roses and star it',
    0,
    () => [...onBoard(), [fill('searchbox', 'Search issues', 'rose')], press('Star')],
  ],
  [
    'log in, tidy up the board, switch to dark, log out',
    0,
    () => [
      ...onBoard(),
      press('Only necessary', 'Log in', 'Move to Doing', 'Label: urgent', 'Archive', 'Restore', 'Mark all as read'),
      [fill('combobox', 'Theme', 'Dark')],
      press('Save this view', 'Log out'),
    ],
  ],
  ['write a comment but leave it as a draft', 0, () => [...onBoard(), [click('textbox', 'Comment'), type('Not yet')]]],
  ['comment on the issue', 1, () => [...onBoard(), ...comment('Done at noon.')]],
  [
    'comment, and delete the issue',
    2,
    () => [...onBoard(), ...comment('Not needed any more.'), press('Delete issue for good')],
  ],
  [
    'comment, invite a member, delete the issue',
    3,
    () => [...onBoard(), ...comment('Who takes over?'), press('Invite', 'Delete issue for good')],
  ],
  [
    'put two mugs into the cart and on the wishlist',
    0,
    () => [
      ...open(`${shop.origin}/things/k1`, 'Add to wishlist'),
      press('Add to wishlist', 'Add Enamel mug, blue to cart', 'Shipping cost', 'Check voucher'),
    ],
  ],
  ['order the blue mug', 1, () => order('blue', 'Enamel mug, blue')],
  [
    'order the lamp, then the teapot, separately',
    2,
    () => [...order('lamp', 'Desk lamp'), ...order('iron', 'Teapot, cast iron')],
  ],
  [
    'star the mail about lunch and archive the one of the library',
    0,
    () => [...openMail(LUNCH), press('Star'), ...openMail(BOOKS), press('Archive')],
  ],
  ['answer the mail about lunch', 1, () => reply(LUNCH, 'Friday works.')],
  [
    'order a towel, tell Ann, and note it on the board',
    3,
    () => [
      ...order('towel', 'Tea towel, linen'),
      ...reply(LUNCH, 'The towel is on its way.'),
      ...onBoard(),
      ...comment('Towel ordered.'),
    ],
  ],
];

/** What of it reached the servers so far. */
function committed(): number {
  const onBoard = board.mutations.filter((name) => BOARD_COMMITS.includes(name)).length;
  return onBoard + shop.orders.length + mail.sent.length;
}

test.each(TASKS)('%s: asks %i times, and does it as often', { timeout: 120_000 }, async (_, commits, steps) => {
  const before = committed();
  const { asked, journal } = await playApproving(world, steps());
  expect(journal.filter((event) => event.type === 'call_finished' && event.isError)).toEqual([]);
  const said = asked.map(({ kind, signature }) => `${kind}: ${signature}`).join('; ');
  expect(asked, said).toHaveLength(commits);
  expect(committed() - before).toBe(commits);
});
