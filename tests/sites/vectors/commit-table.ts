import type { EffectKind } from '../../../src/policy/evidence';

/** One thing that cannot be taken back, as a site would send it. Sent as data to the page, which makes it (commits.js). */
export interface Commit {
  /** Unique; the page shows it nowhere. */
  name: string;
  kind: EffectKind;
  by: 'form' | 'fetch' | 'upload' | 'upload-form' | 'frame' | 'link';
  method: string;
  /** With the query. A `frame` goes over the site's socket. */
  path: string;
  /** What is sent as JSON, or the fields of a form. */
  body?: Record<string, unknown> | readonly unknown[];
  /** Goes to the same server under its other name: another site. It asks because it was typed here, so only when pressed. */
  elsewhere?: true;
}

const graphql = (name: string, variables: Record<string, unknown>) => ({
  by: 'fetch' as const,
  method: 'POST',
  path: '/graphql',
  body: {
    operationName: name,
    query: `mutation ${name}($input: ${name}Input!) { ${name.charAt(0).toLowerCase()}${name.slice(1)}(input: $input) { id } }`,
    variables: { input: variables },
  },
});
const rpc = (method: string, params: Record<string, unknown>) => ({
  by: 'fetch' as const,
  method: 'POST',
  path: '/rpc',
  body: { jsonrpc: '2.0', id: 7, method, params },
});
const json = (method: string, path: string, body: Record<string, unknown>) => ({
  by: 'fetch' as const,
  method,
  path,
  body,
});
const form = (path: string, body: Record<string, string>) => ({ by: 'form' as const, method: 'POST', path, body });
const frame = (body: Record<string, unknown>) => ({
  by: 'frame' as const,
  method: 'WEBSOCKET',
  path: '/socket',
  body,
});

/** Every kind of docs/policy.md that asks, over each way in which sites of today send such a thing. */
export const COMMITS: readonly Commit[] = [
  { name: 'send_form', kind: 'send', ...form('/contact', { email: 'ann@example.com', message: 'Is it still there?' }) },
  { name: 'send_fetch', kind: 'send', ...json('POST', '/api/mails/send', { to: 'ann@example.com', text: 'Hello' }) },
  { name: 'send_graphql', kind: 'send', ...graphql('SendInvitation', { to: 'bob@example.com' }) },
  { name: 'send_rpc', kind: 'send', ...rpc('mail.send', { to: 'cleo@example.com', text: 'Hello' }) },
  { name: 'send_frame', kind: 'send', ...frame({ type: 'message.send', to: 'dan@example.com', text: 'Hello Dan' }) },
  { name: 'publish_form', kind: 'publish', ...form('/articles/7/comments', { comment: 'I do not agree' }) },
  {
    name: 'publish_fetch',
    kind: 'publish',
    ...json('POST', '/api/posts/publish', { title: 'News', text: 'All well' }),
  },
  { name: 'publish_graphql', kind: 'publish', ...graphql('AddReview', { product: 'p7', stars: 2, text: 'It broke' }) },
  { name: 'publish_frame', kind: 'publish', ...frame({ event: 'post.publish', data: { text: 'To everybody' } }) },
  { name: 'pay_form', kind: 'pay', ...form('/checkout/place-order', { total: '59.90', currency: 'EUR' }) },
  { name: 'pay_fetch', kind: 'pay', ...json('POST', '/api/orders/confirm', { total: 12.9, currency: 'EUR' }) },
  { name: 'pay_graphql', kind: 'pay', ...graphql('PlaceOrder', { cart: 'c31', total: '20.00 EUR' }) },
  { name: 'pay_rpc', kind: 'pay', ...rpc('payment.execute', { payee: 'Tin & Linen', amount: '7.50 EUR' }) },
  { name: 'book_form', kind: 'book', ...form('/reservations', { date: '2026-12-04', time: '19:30', guests: '2' }) },
  { name: 'book_fetch', kind: 'book', ...json('POST', '/api/appointments/book', { slot: '2026-12-01T09:00' }) },
  { name: 'book_graphql', kind: 'book', ...graphql('BookTable', { date: '2026-12-05', guests: 4 }) },
  { name: 'delete_form', kind: 'delete', ...form('/albums/31', { _method: 'delete' }) },
  { name: 'delete_fetch', kind: 'delete', ...json('DELETE', '/api/files/8812', {}) },
  { name: 'delete_cancel', kind: 'delete', ...json('POST', '/api/orders/77/cancel', { reason: 'changed my mind' }) },
  { name: 'delete_link', kind: 'delete', by: 'link', method: 'GET', path: '/newsletter/unsubscribe?u=9f8e7d6c' },
  {
    name: 'delete_batch',
    kind: 'delete',
    by: 'fetch',
    method: 'POST',
    path: '/graphql',
    body: [
      { operationName: 'Viewer', query: 'query Viewer { viewer { id } }' },
      { operationName: 'DeleteBoard', query: 'mutation DeleteBoard { deleteBoard(id: "b4") { id } }' },
    ],
  },
  { name: 'accept_form', kind: 'accept', ...form('/terms/accept', { version: '2026-11', agree: 'yes' }) },
  { name: 'accept_fetch', kind: 'accept', ...json('POST', '/api/contracts/12/sign', { name: 'Robin Doe' }) },
  { name: 'accept_graphql', kind: 'accept', ...graphql('SubmitApplication', { position: 'gardener' }) },
  {
    name: 'grant_form',
    kind: 'grant',
    ...form('/oauth/authorize/approve', { client: 'Photo printer', scope: 'photos' }),
  },
  {
    name: 'grant_fetch',
    kind: 'grant',
    ...json('POST', '/api/folders/7/share', { with: 'eve@example.com', role: 'editor' }),
  },
  { name: 'grant_graphql', kind: 'grant', ...graphql('CreateApiKey', { name: 'backup', scopes: ['read'] }) },
  { name: 'account_form', kind: 'account', ...form('/signup', { email: 'robin@example.com', name: 'Robin Doe' }) },
  { name: 'account_fetch', kind: 'account', ...json('PUT', '/api/account/email', { email: 'new@example.com' }) },
  { name: 'account_rpc', kind: 'account', ...rpc('account.deactivate', { reason: 'moving' }) },
  {
    name: 'upload_fetch',
    kind: 'upload',
    by: 'upload',
    method: 'POST',
    path: '/api/documents',
    body: { folder: 'taxes' },
  },
  {
    name: 'upload_form',
    kind: 'upload',
    by: 'upload-form',
    method: 'POST',
    path: '/documents',
    body: { folder: 'home' },
  },
  {
    name: 'leave_form',
    kind: 'leave',
    elsewhere: true,
    ...form('/search', { q: 'My number is 0664 555 1234' }),
  },
  { name: 'unexplained_form', kind: 'unexplained', ...form('/q7', { k: '1' }) },
  { name: 'unexplained_fetch', kind: 'unexplained', ...json('POST', '/x/q8', { k: 1 }) },
  { name: 'unexplained_frame', kind: 'unexplained', ...frame({ op: 4, d: { z: 1 } }) },
];

/** The commit that a request is, by its address and what it says; undefined for any other request. */
export function commitOf(method: string, path: string, body: string): Commit | undefined {
  const { pathname } = new URL(path, 'http://site');
  return COMMITS.find(
    (commit) =>
      commit.method === method &&
      new URL(commit.path, 'http://site').pathname === pathname &&
      (!SHARED.has(pathname) || body === JSON.stringify(commit.body)),
  );
}

/** Addresses that serve many operations. */
const SHARED = new Set(['/graphql', '/rpc', '/socket']);
