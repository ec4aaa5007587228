import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Approval } from '../../src/store/approval';
import { type Sending, startSending } from '../sites/sending/server';
import { click, ref } from './harness/hands';
import { answersOf, script, startWorld, type World } from './harness/world';

const CODE = '$read(code is )';

let world: World;
/** Where a code is read, and where it must not go. */
let from: Sending;
let to: Sending;

beforeAll(async () => {
  [world, from, to] = await Promise.all([startWorld(), startSending(), startSending()]);
  from.linkTo(to.origin);
});
afterAll(async () => {
  await world?.close();
  await Promise.all([from?.close(), to?.close()]);
});
beforeEach(() => {
  to.asked.length = 0;
});

const open = (url: string) => ({ name: 'navigate', input: { url } });
const read = { name: 'read_page', input: { filter: 'all' } };
const approvalsOf = async (id: string) =>
  (await world.session.rows<Approval>('approvals')).filter(({ taskId }) => taskId === id);

test('an address that carries page data out asks before anything reaches its site; denied, nothing does', async () => {
  const { session } = world;
  const id = await session.start(
    script([{ name: 'new_tab' }, open(`${from.origin}/`), read], [open(`${to.origin}/?q=${CODE}`)]),
  );
  const approval = await session.untilAsked(id);
  expect(approval.effect).toMatchObject({
    kind: 'leave',
    reasons: [{ source: 'origin', code: 'carried', detail: new URL(from.origin).host }, {}],
  });
  expect(to.asked).toEqual([]);
  await session.answer(approval.id, 'deny');
  expect(answersOf(await session.untilEnded(id)).at(-1)).toContain('denied');
  expect(to.asked).toEqual([]);
});

test('approved: the page opens, and the same data is not asked about again, also after a restart of the worker', async () => {
  const { session, chromium } = world;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, open(`${from.origin}/`), read],
      [open(`${to.origin}/?q=${CODE}`), read],
      [{ name: 'left_click', input: { target: ref('searchbox', 'Search') } }],
      [{ name: 'type', input: { text: CODE } }],
      [{ name: 'key', input: { text: 'Return' } }],
    ),
  );
  const approval = await session.untilAsked(id);
  await chromium.killWorker();
  await session.answer(approval.id, 'approve');
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(to.asked).toContain('/?q=K7-blue-heron-2209');
  expect(to.asked).toContain('/api/suggest?q=K7-blue-heron-2209');
  expect(await approvalsOf(id)).toHaveLength(1);
});

test('typed into a page of another site: its search does not get it, letter by letter or whole', async () => {
  const { session } = world;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, open(`${from.origin}/`), read],
      [open(`${to.origin}/?plain`), read],
      [{ name: 'left_click', input: { target: ref('searchbox', 'Search') } }],
      [{ name: 'type', input: { text: CODE } }],
    ),
  );
  const approval = await session.untilAsked(id);
  expect(approval.effect.kind).toBe('leave');
  await session.answer(approval.id, 'deny');
  await session.untilEnded(id);
  expect(to.asked.join()).not.toContain('K7-blue-he');
});

test('a site that nobody named is read, and written to when the person allows it: then for the whole task', async () => {
  const { session } = world;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, open(`${from.origin}/`), read],
      [click('link', 'Other site'), read],
      [click('button', 'Add to list')],
      [click('button', 'Add to list')],
    ),
  );
  const approval = await session.untilAsked(id);
  expect(approval.effect).toMatchObject({ kind: 'leave', reasons: [{ code: 'new-origin' }, {}] });
  expect(to.writes).toEqual([]);
  await session.answer(approval.id, 'approve', undefined, { scope: 'site' });
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(to.writes.map(({ path }) => path)).toEqual(['/api/cart/items', '/api/cart/items']);
  expect(await approvalsOf(id)).toHaveLength(1);
});

test('ordinary work where the task is: search, list and its own pages ask nothing', async () => {
  const { session } = world;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, open(`${from.origin}/`), read],
      [click('button', 'Add to list')],
      [{ name: 'left_click', input: { target: ref('searchbox', 'Search') } }],
      [{ name: 'type', input: { text: CODE } }],
      [{ name: 'key', input: { text: 'Return' } }],
    ),
  );
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(await approvalsOf(id)).toEqual([]);
  expect(from.asked).toContain('/api/suggest?q=K7-blue-heron-2209');
  expect(await world.activations()).toEqual([]);
  expect(world.standIn.refusals).toEqual([]);
});
