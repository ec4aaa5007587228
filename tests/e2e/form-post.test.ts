import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Shop, startShop } from '../sites/shop/server';
import { startWorld, type World } from './harness/world';

let world: World;
let shop: Shop;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  shop = await startShop();
});
afterEach(() => shop?.close());

const prompt = () => `Go to the shop ${shop.origin}/ and order “Enamel mug, blue”`;

test('an order by a form post: stopped on its way, the form kept, placed once after the approval', async () => {
  const { session } = world;
  const id = await session.start(prompt());
  const approval = await session.untilAsked(id);
  expect(shop.orders).toEqual([]);
  expect(approval.effect).toMatchObject({ kind: 'pay', method: 'POST', summary: { amount: '12.90 EUR' } });
  expect(approval.effect.rows.map(({ label }) => label)).not.toContain('csrf token');
  expect((await session.task(id)).tabs[0]?.url).toBe(`${shop.origin}/checkout`);

  await session.answer(approval.id, 'approve');
  expect((await session.untilEnded(id)).state).toMatchObject({
    status: 'done',
    result: '“Enamel mug, blue” is ordered.',
  });
  expect(shop.orders).toHaveLength(1);
  expect(shop.orders[0]).toMatchObject({ name: 'Robin Doe', country: 'AT', gift: 'yes', total: '12.90' });
  expect(await world.activations()).toEqual([]);
});

test('denied: no order, and searching and the cart never asked', async () => {
  const { session } = world;
  const id = await session.start(prompt());
  await session.answer((await session.untilAsked(id)).id, 'deny');
  expect((await session.untilEnded(id)).state).toMatchObject({ result: expect.stringContaining('was not placed') });
  expect(shop.orders).toEqual([]);
  expect(shop.writes.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /cart/items']);
  expect((await session.journal(id)).filter(({ type }) => type === 'approval_asked')).toHaveLength(1);
});
