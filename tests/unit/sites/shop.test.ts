import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Shop, startShop } from '../../sites/shop/server';

let shop: Shop;
beforeAll(async () => {
  shop = await startShop();
});
afterAll(() => shop?.close());

const page = async (path: string): Promise<string> => (await fetch(`${shop.origin}${path}`)).text();

test('a search by GET, with a page for each thing', async () => {
  const found = await page('/?q=mug');
  expect(found).toContain('2 results for “mug”');
  const [, path] = /<a href="(\/things\/[^"]+)">Enamel mug, blue/.exec(found) ?? [];
  expect(await page(path ?? '')).toContain('Add Enamel mug, blue to cart');
  expect((await fetch(`${shop.origin}/things/none`)).status).toBe(404);
});

test('what is searched for is text and no markup', async () => {
  expect(await page(`/?q=${encodeURIComponent('<b>"mug"</b>')}`)).not.toContain('<b>');
});

test('a cart over fetch, and an order by a form post that leads to its page', async () => {
  const add = await fetch(`${shop.origin}/cart/items`, { method: 'POST', body: JSON.stringify({ id: 'k1' }) });
  expect(await add.json()).toEqual({ count: 1 });
  expect(await page('/cart')).toContain('Enamel mug, blue');
  expect(await page('/checkout')).toContain('12.90 EUR');
  const form = { name: 'Robin', payment: 'card', card_number: '4111 1111 1111 1111' };
  const order = await fetch(`${shop.origin}/checkout`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  expect(order.status).toBe(303);
  expect(order.headers.get('location')).toBe('/orders/1');
  expect(await page('/orders/1')).toContain('Order 1 is placed.');
  expect(shop.orders).toEqual([form]);
  expect(shop.writes.map(({ path }) => path)).toEqual(['/cart/items', '/checkout']);
  expect(await page('/cart')).toContain('It is empty.');
});
