import { describe, expect, it } from 'vitest';
import { decideRequest } from '../../../src/policy/decide-request';
import type { Evidence, Rule, Token } from '../../../src/policy/evidence';
import { payloadRows, summaryOf } from '../../../src/policy/payload-rows';
import { digestOf, learnedKeyOf, signatureOf } from '../../../src/policy/signature';
import { evidenceOf, requestOf } from './evidence-of';

const order = requestOf({ json: { sku: 'A-1', total: '59.90', idempotency_key: 'a1' } });
const opaque = requestOf({ url: 'https://shop.test/api/q7', json: { k: 1 } });

function verdict(given: Partial<Evidence>, request = order): string {
  return decideRequest(evidenceOf(request, given)).verdict;
}

describe('decideRequest', () => {
  it('passes the approved request once more, and nothing that differs from what was shown', () => {
    const asked = decideRequest(evidenceOf(order));
    if (asked.verdict !== 'ask') throw new Error('An order must ask.');
    const { kind, signature, digest } = asked;
    const tokens: Token[] = [{ id: 'k', kind, origin: 'https://shop.test', scope: 'once', signature, digest }];
    const again = requestOf({ json: { sku: 'A-1', total: '59.90', idempotency_key: 'b2' } });
    expect(decideRequest(evidenceOf(again, { tokens }))).toMatchObject({ verdict: 'pass', tokenId: 'k' });
    expect(verdict({ tokens }, requestOf({ json: { sku: 'A-1', total: '599.00' } }))).toBe('ask');
    expect(verdict({ tokens }, requestOf({ json: { sku: 'A-1', total: '59.90', to: 'x' } }))).toBe('ask');
  });

  it.each([
    ['StarIssue', 'pass'],
    ['FollowTopic', 'pass'],
    ['FlagStory', 'pass'],
    ['UnwatchIssue', 'pass'],
    ['AddIssue', 'ask'],
    ['ShareArticle', 'ask'],
  ])('takes the first word of the mutation %s as what is done to the second: %s', (operationName, said) => {
    const query = `mutation ${operationName}($id: ID!) { done(id: $id) }`;
    expect(verdict({}, requestOf({ url: 'https://b.test/graphql', json: { operationName, query } }))).toBe(said);
  });

  it.each([{ unread: true }, { starred: false }, { is_read: false }])('lets a mail be marked: %j', (json) => {
    expect(verdict({}, requestOf({ method: 'PATCH', url: 'https://mail.test/api/mails/m3', json }))).toBe('pass');
    expect(verdict({}, requestOf({ url: 'https://mail.test/api/mails', json: { ...json, text: 'Hello Ann' } }))).toBe(
      'ask',
    );
  });

  it('keeps a denied signature closed, over rules and tokens', () => {
    const task = { id: 't1', prompt: '', origins: [], denied: [signatureOf(order)] };
    const rules: Rule[] = [{ site: 'shop.test', kind: 'pay', answer: 'allow' }];
    expect(verdict({ task, rules })).toBe('never');
    expect(verdict({ task }, requestOf({ url: 'https://shop.test/api/other/orders' }))).toBe('ask');
  });

  it('lets the narrowest rule speak', () => {
    const rules: Rule[] = [
      { site: 'test', kind: 'pay', answer: 'never' },
      { site: 'shop.test', kind: 'pay', answer: 'allow' },
    ];
    expect(verdict({ rules })).toBe('pass');
    expect(verdict({ rules }, requestOf({ url: 'https://evil.test/api/orders' }))).toBe('never');
    const anywhere: Rule = { site: '*', kind: 'pay', answer: 'allow' };
    expect(verdict({ rules: [anywhere] })).toBe('pass');
    expect(verdict({ rules: [anywhere, { site: 'shop.test', kind: 'pay', answer: 'never' }] })).toBe('never');
    expect(
      verdict(
        { rules: [{ site: 'shop.test', kind: 'reversible', answer: 'ask' }] },
        requestOf({ url: 'https://shop.test/cart/add' }),
      ),
    ).toBe('ask');
  });

  it.each([
    ['a payment', order, 'never'],
    ['a cart', requestOf({ url: 'https://shop.test/cart/add' }), 'never'],
    ['a log-in', requestOf({ url: 'https://shop.test/login', json: { user: 'a', password: 'b' } }), 'never'],
    ['a write that nothing explains', opaque, 'never'],
    ['a search', requestOf({ url: 'https://shop.test/api/search', json: { query: 'boots' } }), 'pass'],
    ['an opened page', requestOf({ method: 'GET', url: 'https://shop.test/boots', resourceType: 'Document' }), 'pass'],
    ['a measurement', requestOf({ url: 'https://shop.test/analytics/collect', json: { event: 'x' } }), 'pass'],
  ])('only looks where the person said so: %s', (_, request, said) => {
    const decision = decideRequest(evidenceOf(request, { autonomy: 'readonly' }));
    expect(decision.verdict).toBe(said);
    if (said === 'never') expect(decision.reasons).toEqual([{ source: 'default', code: 'readonly', detail: '' }]);
  });

  it('lets neither a rule nor an approval change anything where tasks only look, but the page by itself', () => {
    const rules: Rule[] = [{ site: 'shop.test', kind: 'pay', answer: 'allow' }];
    expect(verdict({ rules })).toBe('pass');
    expect(verdict({ rules, autonomy: 'readonly' })).toBe('never');
    const { action: _, ...untouched } = evidenceOf(requestOf({ url: 'https://shop.test/session/refresh' }));
    expect(decideRequest({ ...untouched, autonomy: 'readonly' }).verdict).toBe('pass');
  });

  it('learns what a page sends by itself, and nothing that only shares its address', () => {
    const { action: _, ...untouched } = evidenceOf(opaque);
    const decision = decideRequest(untouched);
    expect(decision).toMatchObject({
      verdict: 'pass',
      reasons: [{ source: 'learned', code: 'no-input', detail: learnedKeyOf(opaque) }],
    });
    const learned = [learnedKeyOf(opaque)];
    expect(verdict({ learned }, opaque)).toBe('pass');
    expect(verdict({ learned }, requestOf({ url: 'https://shop.test/api/q7', json: { k: 1, card: 2 } }))).toBe('ask');
    expect(
      verdict(
        { learned },
        requestOf({ url: 'https://shop.test/api/q7', json: { k: 1 }, headers: { 'next-action': 'ff' } }),
      ),
    ).toBe('ask');
  });

  it('takes nothing for the page’s own in a document that was ever touched, nor what was stopped before', () => {
    const { action: _, ...untouched } = evidenceOf(opaque);
    expect(decideRequest({ ...untouched, touched: true }).verdict).toBe('ask');
    const task = { ...untouched.task, stopped: [signatureOf(opaque)] };
    expect(decideRequest({ ...untouched, task }).verdict).toBe('ask');
    expect(decideRequest({ ...untouched, task: { ...task, stopped: ['POST https://shop.test/other'] } }).verdict).toBe(
      'pass',
    );
    // What the page had sent before is known as its own.
    expect(decideRequest({ ...untouched, touched: true, learned: [learnedKeyOf(opaque)] }).verdict).toBe('pass');
  });

  it('learns no commit that names itself', () => {
    expect(verdict({ learned: [learnedKeyOf(order)] })).toBe('ask');
    const { action: _, ...untouched } = evidenceOf(order);
    expect(decideRequest(untouched).verdict).toBe('ask');
  });

  it('does not let a friendly label lower anything', () => {
    const target = { role: 'button', name: 'Just look', tag: 'button', headings: [] };
    expect(verdict({ action: { member: 'left_click', sinceMs: 1, target } })).toBe('ask');
  });
});

describe('signatureOf', () => {
  it('does not mind ids, and tells operations of one endpoint apart', () => {
    const at = (url: string, json: unknown = {}) => signatureOf(requestOf({ url, json }));
    expect(at('https://shop.test/api/orders/12/cancel')).toBe(at('https://shop.test/api/orders/99/cancel'));
    expect(at('https://mail.test/?_task=mail&_action=send')).not.toBe(at('https://mail.test/?_task=mail&_action=list'));
    expect(at('https://x.test/graphql', { doc_id: '1' })).not.toBe(at('https://x.test/graphql', { doc_id: '2' }));
  });
});

describe('what a card shows', () => {
  it('masks secrets', () => {
    const rows = payloadRows(
      requestOf({ json: { cardNumber: '4111111111111111', cvc: '123', password: 'hunter22', name: 'Ann' } }),
    );
    const shown = JSON.stringify(rows);
    expect(shown).not.toMatch(/411111111111|123"|hunter22/);
    expect(rows).toContainEqual({ label: 'name', value: 'Ann' });
  });

  it('says what, to whom and for how much, as far as the payload tells', () => {
    const mail = requestOf({
      url: 'https://mail.test/send',
      json: { to: ['ann@example.com'], bcc: 'bo@example.com', subject: 'Lunch' },
    });
    expect(summaryOf('send', mail)).toEqual({
      kind: 'send',
      site: 'mail.test',
      recipient: 'ann@example.com, bo@example.com',
      what: 'Lunch',
    });
    const total = requestOf({ json: { items: [{ price: '29.95' }], total: '59.90', currency: 'EUR' } });
    expect(summaryOf('pay', total).amount).toBe('59.90 EUR');
    const body = '--x\r\nContent-Disposition: form-data; name="f"; filename="cv.pdf"\r\n\r\n\r\n--x--\r\n';
    const file = requestOf({ body, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect(summaryOf('upload', file).what).toBe('cv.pdf');
  });

  it('binds the digest to values, not to nonces', () => {
    const digest = (json: unknown) => digestOf(requestOf({ json }));
    expect(digest({ a: 1, csrf: 'x' })).toBe(digest({ a: 1, csrf: 'y' }));
    expect(digest({ a: 1 })).not.toBe(digest({ a: 2 }));
    const long = (last: string) => ({ items: Array.from({ length: 300 }, (_, at) => at), to: last });
    expect(digest(long('ann'))).not.toBe(digest(long('eve')));
    const text = (body: string) => digestOf(requestOf({ body, headers: { 'content-type': 'text/plain' } }));
    expect(text(`${'x'.repeat(5000)}1`)).not.toBe(text(`${'x'.repeat(5000)}2`));
  });
});
