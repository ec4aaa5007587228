import { escaped } from '../site';

export interface Product {
  id: string;
  name: string;
  cents: number;
  about: string;
}

export const PRODUCTS: readonly Product[] = [
  { id: 'k1', name: 'Enamel mug, blue', cents: 1290, about: 'Holds 0.4 litres. Goes into the dishwasher.' },
  { id: 'k2', name: 'Enamel mug, white', cents: 1190, about: 'Holds 0.4 litres. Goes into the dishwasher.' },
  { id: 't1', name: 'Tea towel, linen', cents: 890, about: '50 by 70 centimetres, washed once.' },
  { id: 't2', name: 'Teapot, cast iron', cents: 4900, about: 'Holds 0.8 litres. Keeps warm for an hour.' },
  { id: 'l1', name: 'Desk lamp', cents: 3450, about: 'With a joint in the middle. The bulb is not included.' },
];

/** The things whose names contain the words; `by` price or name, `part` of two. */
export function listingPage(query = '', by = 'name', part = 1): string {
  const found = PRODUCTS.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
    .sort((a, b) => (by === 'price' ? a.cents - b.cents : a.name.localeCompare(b.name)))
    .slice(part > 1 ? 3 : 0);
  const items = found.map(
    (product) =>
      `<li><h2><a href="/things/${product.id}">${product.name}</a></h2><p>${euros(product.cents)}</p>${addButton(product)}</li>`,
  );
  const heading = query ? `${found.length} results for “${escaped(query)}”` : 'All things';
  return page('Things', `<h1>${heading}</h1>${listingTools(query)}<ul class="products">${items.join('')}</ul>`, query);
}

function listingTools(query: string): string {
  const q = encodeURIComponent(query);
  return `<p><a href="/?q=${q}&amp;sort=price">By price</a> <a href="/?q=${q}&amp;sort=name">By name</a> <a href="/?q=${q}&amp;page=2">Page 2</a> <a href="/?q=${q}">Page 1</a></p>`;
}

export function productPage(product: Product): string {
  const { name, cents, about } = product;
  return page(
    name,
    `<h1>${name}</h1><p>${about}</p><p><strong>${euros(cents)}</strong></p>${addButton(product)} ${productTools(product)}`,
  );
}

/** What shops offer beside buying; each goes to the server. */
function productTools({ id }: Product): string {
  const tool = (label: string, path: string, body: object, method = 'POST') =>
    `<button data-method="${method}" data-path="${path}" data-body="${escaped(JSON.stringify(body))}">${label}</button>`;
  return [
    tool('Add to wishlist', '/wishlist/items', { id }),
    tool('Remove from wishlist', `/wishlist/items/${id}`, {}, 'DELETE'),
    tool('Compare', '/compare/add', { id }),
    tool('Shipping cost', '/shipping/estimate', { id, country: 'AT' }),
    tool('In euros', '/preferences/currency', { currency: 'EUR' }),
    tool('Two instead', `/cart/items/${id}`, { quantity: 2 }, 'PATCH'),
    tool('Not in the cart', `/cart/items/${id}`, {}, 'DELETE'),
    tool('Check voucher', '/cart/coupon', { code: 'LINEN' }),
  ].join(' ');
}

function addButton({ id, name }: Product): string {
  return `<button data-add="${id}" aria-label="Add ${name} to cart">Add to cart</button>`;
}

export function cartPage(cart: ReadonlyMap<string, number>): string {
  const rows = PRODUCTS.filter(({ id }) => cart.has(id)).map(
    ({ id, name, cents }) =>
      `<tr><td>${name}</td><td>${cart.get(id)}</td><td>${euros(cents * (cart.get(id) ?? 0))}</td></tr>`,
  );
  const table = `<table><thead><tr><th>Thing</th><th>Number</th><th>Price</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page(
    'Cart',
    `<h1>Cart</h1>${rows.length > 0 ? `${table}<p><a href="/checkout">Check out</a></p>` : '<p>It is empty.</p>'}`,
  );
}

/** One plain form. The card's fields are out of sight, and not sent, until it is to be paid by card. */
export function checkoutPage(cart: ReadonlyMap<string, number>): string {
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
<fieldset><legend>Payment</legend>
<label><input type="radio" name="payment" value="delivery" checked> On delivery</label>
<label><input type="radio" name="payment" value="card"> By card</label>
</fieldset>
<fieldset id="card" hidden disabled><legend>Card</legend>
<label for="card-number">Card number</label><input id="card-number" name="card_number" autocomplete="cc-number" inputmode="numeric" required>
<label for="card-expiry">Expiry date</label><input id="card-expiry" name="card_expiry" autocomplete="cc-exp" placeholder="MM/YY" required>
<label for="card-code">Security code</label><input id="card-code" name="card_code" autocomplete="cc-csc" inputmode="numeric" required>
</fieldset>
<p>Total <strong>${euros(total)}</strong></p>
<button type="submit">Place order</button>
</form>`;
  return page('Checkout', form);
}

export function orderPage(order: string): string {
  return page('Thank you', `<h1>Thank you</h1><p role="status">Order ${order} is placed.</p>`);
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
