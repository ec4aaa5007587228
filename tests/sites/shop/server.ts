import type { ServerResponse } from 'node:http';
import { answerHtml, answerJson, escaped, type Site, startSite } from '../site';

const PRODUCTS = [
  { id: 'k1', name: 'Enamel mug, blue', cents: 1290 },
  { id: 'k2', name: 'Enamel mug, white', cents: 1190 },
  { id: 't1', name: 'Tea towel, linen', cents: 890 },
  { id: 't2', name: 'Teapot, cast iron', cents: 4900 },
  { id: 'l1', name: 'Desk lamp', cents: 3450 },
];

export interface Shop extends Site {
  /** Checkout forms that reached the server, in order. */
  orders: Record<string, string>[];
}

/** A shop as they were always built: pages from the server, a cart over fetch, an order by a form post. */
export async function startShop(port?: number): Promise<Shop> {
  const orders: Record<string, string>[] = [];
  const cart = new Map<string, number>();
  const site = await startSite(
    'shop',
    ({ method, path, body }, response) => {
      const { pathname, searchParams } = new URL(path, 'http://shop');
      if (method === 'GET' && pathname === '/') return listing(response, searchParams.get('q') ?? '');
      if (method === 'GET' && pathname === '/cart') return cartPage(response, cart);
      if (method === 'GET' && pathname === '/checkout') return checkout(response, cart);
      if (method === 'POST' && pathname === '/cart/items') {
        const { id } = JSON.parse(body) as { id: string };
        cart.set(id, (cart.get(id) ?? 0) + 1);
        return answerJson(response, { count: [...cart.values()].reduce((sum, each) => sum + each, 0) });
      }
      if (method === 'POST' && pathname === '/checkout') {
        orders.push(Object.fromEntries(new URLSearchParams(body)));
        cart.clear();
        response.writeHead(303, { location: `/orders/${orders.length}` }).end();
        return true;
      }
      const order = /^\/orders\/(\d+)$/.exec(pathname)?.[1];
      if (method === 'GET' && order)
        return answerHtml(
          response,
          page('Thank you', `<h1>Thank you</h1><p role="status">Order ${order} is placed.</p>`),
        );
      return false;
    },
    port,
  );
  return { ...site, orders };
}

function listing(response: ServerResponse, query: string): true {
  const found = PRODUCTS.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
  const items = found.map(
    ({ id, name, cents }) =>
      `<li><h2>${name}</h2><p>${euros(cents)}</p><button data-add="${id}" aria-label="Add ${name} to cart">Add to cart</button></li>`,
  );
  const heading = query ? `${found.length} results for “${escaped(query)}”` : 'All things';
  return answerHtml(response, page('Things', `<h1>${heading}</h1><ul class="products">${items.join('')}</ul>`, query));
}

function cartPage(response: ServerResponse, cart: ReadonlyMap<string, number>): true {
  const rows = PRODUCTS.filter(({ id }) => cart.has(id)).map(
    ({ id, name, cents }) =>
      `<tr><td>${name}</td><td>${cart.get(id)}</td><td>${euros(cents * (cart.get(id) ?? 0))}</td></tr>`,
  );
  const table = `<table><thead><tr><th>Thing</th><th>Number</th><th>Price</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return answerHtml(
    response,
    page(
      'Cart',
      `<h1>Cart</h1>${rows.length > 0 ? `${table}<p><a href="/checkout">Check out</a></p>` : '<p>It is empty.</p>'}`,
    ),
  );
}

function checkout(response: ServerResponse, cart: ReadonlyMap<string, number>): true {
  const total = PRODUCTS.reduce((sum, { id, cents }) => sum + cents * (cart.get(id) ?? 0), 0);
  const form = `<h1>Checkout</h1>
<form method="post" action="/checkout">
<input type="hidden" name="csrf_token" value="${crypto.randomUUID()}">
<input type="hidden" name="total" value="${(total / 100).toFixed(2)}"><input type="hidden" name="currency" value="EUR">
<label for="name">Full name</label><input id="name" name="name" autocomplete="name" required>
<label for="email">E-mail</label><input id="email" name="email" type="email" autocomplete="email" required>
<label for="address">Address</label><input id="address" name="address" autocomplete="street-address" required>
<label for="country">Country</label><select id="country" name="country"><option value="AT">Austria</option><option value="DE">Germany</option><option value="NL">Netherlands</option></select>
<label><input type="checkbox" name="gift" value="yes"> It is a gift</label>
<p>Total <strong>${euros(total)}</strong>, paid on delivery.</p>
<button type="submit">Place order</button>
</form>`;
  return answerHtml(response, page('Checkout', form));
}

function euros(cents: number): string {
  return `${(cents / 100).toFixed(2)} EUR`;
}

function page(title: string, main: string, query = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} – Tin &amp; Linen</title>
<link rel="stylesheet" href="/style.css"></head><body>
<header><a href="/"><strong>Tin &amp; Linen</strong></a>
<form role="search" action="/"><input type="search" name="q" aria-label="Search things" value="${escaped(query)}"><button>Search</button></form>
<a href="/cart">Cart</a></header><main>${main}</main><p role="status" id="said"></p><script src="/cart.js"></script></body></html>`;
}
