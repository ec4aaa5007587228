import { expect, test } from 'vitest';
import { startShop } from '../../sites/shop/server';
import { startWebmail } from '../../sites/webmail/server';

test('the webmail records what reached it, and nothing else', async () => {
  const mail = await startWebmail();
  const send = (path: string, method: string, body: unknown) =>
    fetch(`${mail.origin}${path}`, { method, body: JSON.stringify(body) });
  const message = { to: 'a@example.com', subject: 'Hi', body: 'Hello' };
  expect((await send('/api/drafts/d1', 'PUT', message)).status).toBe(200);
  expect((await send('/api/messages', 'POST', message)).status).toBe(201);
  expect((await send('/api/messages', 'POST', { to: 'a@example.com' })).status).toBe(422);
  expect((await fetch(`${mail.origin}/no-such-page`)).status).toBe(404);
  await mail.close();
  expect(mail.sent).toEqual([message]);
  expect([...mail.drafts]).toEqual([['d1', message]]);
  expect(mail.writes).toHaveLength(3);
});

test('the shop keeps a cart and takes an order by a form post', async () => {
  const shop = await startShop();
  const found = await (await fetch(`${shop.origin}/?q=mug`)).text();
  expect(found).toContain('2 results');
  const add = await fetch(`${shop.origin}/cart/items`, { method: 'POST', body: JSON.stringify({ id: 'k1' }) });
  expect(await add.json()).toEqual({ count: 1 });
  expect(await (await fetch(`${shop.origin}/checkout`)).text()).toContain('12.90 EUR');
  const order = await fetch(`${shop.origin}/checkout`, {
    method: 'POST',
    body: new URLSearchParams({ name: 'Robin' }),
  });
  expect(await order.text()).toContain('Order 1 is placed');
  await shop.close();
  expect(shop.orders).toEqual([{ name: 'Robin' }]);
});
