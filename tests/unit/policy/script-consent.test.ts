import { expect, test } from 'vitest';
import { decideScript, saysAll, scriptRequest } from '../../../src/policy/script-consent';
import { evidenceOf, requestOf } from './evidence-of';

const script = 'fetch("/api/orders", {method: "POST", body: JSON.stringify({sku: "A-1", csrf: token()})})';
const request = scriptRequest('https://shop.test/checkout', script);

test('a script is shown each time before it runs; a denial closes it and no other', () => {
  const evidence = evidenceOf(request);
  const asked = decideScript(request, evidence);
  if (asked.verdict !== 'ask') throw new Error(asked.verdict);
  expect(asked.rows).toEqual([{ label: 'script', value: script }]);
  const { signature, digest, kind } = asked;
  const token = { id: 'a', kind, origin: 'https://shop.test', scope: 'once' as const, signature, digest };
  expect(decideScript(request, { ...evidence, tokens: [token] })).toMatchObject({ verdict: 'pass', tokenId: 'a' });
  const other = scriptRequest('https://shop.test/checkout', `${script};`);
  expect(decideScript(other, { ...evidence, tokens: [token] }).verdict).toBe('ask');
  const task = { ...evidence.task, denied: [signature] };
  expect(decideScript(request, { ...evidence, task }).verdict).toBe('never');
  expect(decideScript(other, { ...evidence, task }).verdict).toBe('ask');
  const rules = [{ site: 'shop.test', kind: 'unexplained' as const, answer: 'never' as const }];
  expect(decideScript(request, { ...evidence, rules }).verdict).toBe('never');
});

const PAGE = 'https://shop.test/checkout';

test.each([
  ['all of it', { sku: 'A-1', csrf: 'x9' }, true],
  ['another value', { sku: 'B-2' }, false],
  ['one value more', { sku: 'A-1', to: 'eve@evil.test' }, false],
] as const)('a request that the script says: %s', (_, json, says) => {
  expect(saysAll(script, requestOf({ json }), PAGE)).toBe(says);
  expect(saysAll(script, requestOf({ json, url: 'https://shop.test/api/payments' }), PAGE)).toBe(false);
  expect(saysAll(script, requestOf({ json, url: 'https://evil.test/api/orders' }), PAGE)).toBe(false);
  expect(saysAll(script, requestOf({ json, method: 'DELETE' }), PAGE)).toBe(false);
});

const posts = (to: string, body: string) => `fetch(${to}, {method: 'POST', body: ${body}})`;

test.each([
  ['the bare address of the site', posts("'/'", "''"), '/', {}, false],
  ['a part of a number', posts("'/pay'", 'JSON.stringify({total: 100})'), '/pay', { total: 10 }, false],
  ['a part of an amount', posts("'/pay'", 'JSON.stringify({total: 10.50})'), '/pay', { total: 10 }, false],
  ['the number', posts("'/pay'", 'JSON.stringify({total: 100})'), '/pay', { total: 100 }, true],
  ['a part of a text', posts("'/send'", "JSON.stringify({to: 'joann'})"), '/send', { to: 'ann' }, false],
  ['the begin of a text', posts("'/send'", "JSON.stringify({to: 'ann@x.test'})"), '/send', { to: 'ann' }, false],
  ['a text that is a form', posts("'/send'", "'to=ann&text=hi'"), '/send', { to: 'ann', text: 'hi' }, true],
  ['a part of the path', posts("'/send/all'", "'to=ann'"), '/send', { to: 'ann' }, false],
  ['the end of another path', posts("'/not/send'", "'to=ann'"), '/send', { to: 'ann' }, false],
  ['its own site in full', posts("'https://shop.test/send'", "'to=ann'"), '/send', { to: 'ann' }, true],
  ['another site in full', posts("'https://evil.test/send'", "'to=ann'"), '/send', { to: 'ann' }, false],
] as const)('says as whole words: %s', (_, text, path, json, says) => {
  expect(saysAll(text, requestOf({ url: `https://shop.test${path}`, json }), PAGE)).toBe(says);
});

test('says a host of its own only where it stands in the script', () => {
  const request = requestOf({ url: 'https://api.test/send', json: { to: 'ann' } });
  expect(saysAll(posts("'https://api.test/send'", "'to=ann'"), request, PAGE)).toBe(true);
  expect(saysAll(posts("'/send'", "'to=ann'"), request, PAGE)).toBe(false);
  expect(saysAll(posts("'https://api.test.evil.test/send'", "'to=ann'"), request, PAGE)).toBe(false);
});
