import { expect, test } from 'vitest';
import { endpointOf, withoutValues } from '../../../src/policy/log-lines';
import { RuleGiven } from '../../../src/store/rule';
import { readRules } from '../../../src/store/rule-table';

test.each([
  ['https://www.Shop.example/cart?x=1', 'www.shop.example'],
  ['Shop.example', 'shop.example'],
  ['localhost:8080', 'localhost'],
])('a site is written in any way: %s', (site, host) => {
  expect(RuleGiven.parse({ site, kind: 'send', answer: 'allow' }).site).toBe(host);
});

test('a file of rules reads as a whole or not at all, and says what is wrong', () => {
  const file = (rules: unknown) => JSON.stringify({ offstage: 'rules', version: 1, rules });
  const good = { site: 'shop.example', kind: 'pay', answer: 'never' };
  expect(readRules(file([good]))).toEqual({ ok: true, rules: [good] });
  const problem = (text: string) => {
    const read = readRules(text);
    return read.ok ? '' : read.problem;
  };
  expect(problem('{')).toBe('it is no JSON');
  expect(problem('{"rules": []}')).toMatch(/^offstage: /);
  expect(problem(file([good, { ...good, kind: 'steal' }]))).toMatch(/^rules 2 kind: /);
  expect(problem(file([{ ...good, site: 'no site' }]))).toContain('is no name of a site');
  expect(problem(file([{ ...good, answer: 'maybe' }]))).toMatch(/^rules 1 answer: /);
});

test('the log shows no value of an address', () => {
  const path = (url: string) => endpointOf(url).path;
  expect(path('https://u:pw@a.test/reset/9f8e7d6c5b4a3f2e1d?token=abc#x')).toBe('/reset/:id');
  expect(path('https://a.test/verify/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N')).toBe(
    '/verify/:id',
  );
  expect(path('https://a.test/users/ann@example.com/messages/send')).toBe('/users/:id/messages/send');
  expect(path('https://a.test/orders/8812/cancel')).toBe('/orders/:id/cancel');
});

test('nor of a field, a file or a signature', () => {
  const kept = withoutValues([
    { source: 'request', code: 'field', detail: '_action=send to=ann' },
    { source: 'request', code: 'field', detail: 'commit=Pay 900 EUR to Ann\nnow' },
    { source: 'request', code: 'file', detail: 'Diagnosis Ann Example.pdf' },
    { source: 'request', code: 'path', detail: '/reset/9f8e7d6c5b4a3f2e1d' },
    { source: 'denied', code: 'denied', detail: 'POST https://a.test/x key=abc' },
    { source: 'target', code: 'label', detail: 'send' },
  ]);
  expect(kept.map(({ detail }) => detail)).toEqual(['_action', 'commit', '', '/reset/:id', '', 'send']);
});
