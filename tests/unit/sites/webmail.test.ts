import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWebmail, type Webmail } from '../../sites/webmail/server';

let mail: Webmail;
beforeAll(async () => {
  mail = await startWebmail();
});
afterAll(() => mail?.close());

const MESSAGE = { to: 'ann@example.com', subject: 'Re: Lunch', body: 'Yes, “gladly”.', inReplyTo: 'm3' };
const send = (path: string, method: string, body: unknown) =>
  fetch(`${mail.origin}${path}`, { method, body: JSON.stringify(body) });
const read = async (path: string): Promise<unknown> => (await fetch(`${mail.origin}${path}`)).json();

test('the inbox is listed newest first', async () => {
  const dates = ((await read('/api/mails')) as { date: string }[]).map(({ date }) => date);
  expect(dates.length).toBeGreaterThan(1);
  expect(dates).toEqual(dates.toSorted().toReversed());
});

test('records drafts and sent mail as they came, and nothing that is not well formed', async () => {
  expect((await send('/api/drafts/d1', 'PUT', { ...MESSAGE, body: 'Yes' })).status).toBe(200);
  expect((await send('/api/drafts/d1', 'PUT', MESSAGE)).status).toBe(200);
  expect(await read('/api/drafts')).toEqual([MESSAGE]);
  expect((await send('/api/messages', 'POST', { to: 'a@example.com' })).status).toBe(422);
  expect(mail.sent).toEqual([]);
  expect((await send('/api/messages', 'POST', MESSAGE)).status).toBe(201);
  expect((await send('/api/telemetry', 'POST', { event: 'open' })).status).toBe(202);
  expect(mail.sent).toEqual([MESSAGE]);
  expect([...mail.drafts]).toEqual([['d1', MESSAGE]]);
  expect(mail.writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /api/drafts/d1',
    'PUT /api/drafts/d1',
    'POST /api/messages',
    'POST /api/messages',
    'POST /api/telemetry',
  ]);
});

test('a draft that was sent is no draft any more', async () => {
  expect(await read('/api/messages')).toEqual([MESSAGE]);
  expect(await read('/api/drafts')).toEqual([]);
});

test('its files are served, and no others', async () => {
  expect(await (await fetch(`${mail.origin}/`)).text()).toContain('Pigeon Mail');
  expect((await fetch(`${mail.origin}/app.js`)).headers.get('content-type')).toMatch(/javascript/);
  expect((await fetch(`${mail.origin}/no-such-page`)).status).toBe(404);
  expect((await fetch(`${mail.origin}/%2e%2e/site.ts`)).status).toBe(404);
});
