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

test.each([
  ['all of it', { sku: 'A-1', csrf: 'x9' }, true],
  ['another value', { sku: 'B-2' }, false],
  ['one value more', { sku: 'A-1', to: 'eve@evil.test' }, false],
] as const)('a request that the script says: %s', (_, json, says) => {
  expect(saysAll(script, requestOf({ json }))).toBe(says);
  expect(saysAll(script, requestOf({ json, url: 'https://shop.test/api/payments' }))).toBe(false);
});
