import { describe, expect, it } from 'vitest';
import { decideRequest } from '../../../src/policy/decide-request';
import type { Token } from '../../../src/policy/evidence';
import { evidenceOf, requestOf } from './evidence-of';

const pay = {
  id: 'k1',
  kind: 'pay',
  origin: 'https://shop.test',
  scope: 'plan',
  maxAmount: { value: 20, currency: 'EUR' },
} satisfies Token;
const send: Token = {
  id: 'k2',
  kind: 'send',
  origin: 'https://mail.test',
  scope: 'plan',
  recipient: 'ann@example.com',
};

function verdict(url: string, json: unknown, token: Token): string {
  return decideRequest(evidenceOf(requestOf({ url, json }), { tokens: [token] })).verdict;
}

describe('a payment that was ticked in the plan', () => {
  const order = (json: unknown) => verdict('https://shop.test/api/orders', json, pay);

  it('passes up to its amount, however that is written', () => {
    expect(order({ total: '19.90', currency: 'EUR' })).toBe('pass');
    expect(order({ total: '19,90 €' })).toBe('pass');
    expect(order({ total: 20, currency: 'eur' })).toBe('pass');
  });

  it('asks above it, in another currency, and where no currency or total is named', () => {
    expect(order({ total: '20.01', currency: 'EUR' })).toBe('ask');
    expect(order({ total: '1.999,00 €' })).toBe('ask');
    expect(order({ total: '19.90', currency: 'USD' })).toBe('ask');
    expect(order({ total: '19.90' })).toBe('ask');
    expect(order({ price: '15.00', quantity: 3, currency: 'EUR' })).toBe('ask');
    expect(order({ items: ['a'] })).toBe('ask');
  });

  it('counts every amount, not the first', () => {
    expect(order({ total: 5, order: { total: 500 }, currency: 'EUR' })).toBe('ask');
  });

  it('is bound to its site and kind', () => {
    expect(verdict('https://other.test/api/orders', { total: '5 €' }, pay)).toBe('ask');
    expect(verdict('https://shop.test/api/donations', { total: '5 €' }, { ...pay, kind: 'book' })).toBe('ask');
  });

  it('is no blank cheque when it names no amount', () => {
    const { maxAmount: _, ...blank } = pay;
    expect(verdict('https://shop.test/api/orders', { total: '5 €' }, blank)).toBe('ask');
  });
});

describe('a message that was ticked in the plan', () => {
  const mail = (json: unknown) => verdict('https://mail.test/api/send', json, send);

  it('passes to its recipient alone', () => {
    expect(mail({ to: 'Ann@Example.com', text: 'Hi' })).toBe('pass');
    expect(mail({ to: [{ email: 'ann@example.com' }], text: 'Hi' })).toBe('pass');
    expect(mail({ to: 'Ann <ann@example.com>', text: 'Hi' })).toBe('pass');
  });

  it('asks when anyone else gets it too, under whatever name', () => {
    expect(mail({ to: 'bo@example.com', text: 'Hi' })).toBe('ask');
    expect(mail({ to: 'ann@example.com', bcc: 'eve@evil.test', text: 'Hi' })).toBe('ask');
    expect(mail({ to: 'ann@example.com, eve@evil.test', text: 'Hi' })).toBe('ask');
    expect(mail({ to: 'ann@example.com', also: 'eve@evil.test', text: 'Hi' })).toBe('ask');
    expect(mail({ text: 'Hi' })).toBe('ask');
  });

  it('covers no body that is too long to be read whole', () => {
    expect(mail({ to: 'ann@example.com', junk: Array.from({ length: 300 }, () => 'x'), bcc: 'eve@evil.test' })).toBe(
      'ask',
    );
  });

  it('counts recipients beyond those that a card has room for', () => {
    const many = Array.from({ length: 6 }, (_, at) => (at < 5 ? 'ann@example.com' : 'eve@evil.test'));
    expect(mail({ to: many, text: 'Hi' })).toBe('ask');
  });
});

describe('the like of what a person approved', () => {
  const likeOf = (url: string, json: unknown): Token => {
    const asked = decideRequest(evidenceOf(requestOf({ url, json })));
    if (asked.verdict !== 'ask' || !asked.like) throw new Error(`not asked about: ${url}`);
    const { kind, signature, like } = asked;
    return { id: 'k3', kind, origin: new URL(url).origin, scope: 'like', signature, like };
  };

  it.each([
    ['another text', '/api/send', { to: 'Ann <ann@example.com>', text: 'Bye' }, 'pass'],
    ['one of those that were shown', '/api/send', { to: 'bo@example.com', text: 'Hi' }, 'pass'],
    ['somebody else', '/api/send', { to: 'eve@evil.test', text: 'Hi' }, 'ask'],
    ['somebody else besides', '/api/send', { to: 'ann@example.com', bcc: 'eve@evil.test', text: 'Hi' }, 'ask'],
    ['another operation', '/api/share', { to: 'ann@example.com', text: 'Hi' }, 'ask'],
    ['more than is read', '/api/send', { to: 'ann@example.com', junk: Array.from({ length: 300 }, () => 'x') }, 'ask'],
  ])('a message to %s', (_, path, json, expected) => {
    const like = likeOf('https://mail.test/api/send', { to: 'ann@example.com', cc: 'bo@example.com', text: 'Hi' });
    expect(verdict(`https://mail.test${path}`, json, like)).toBe(expected);
  });

  it.each([
    ['as much', { total: '19.90', currency: 'EUR' }, 'pass'],
    ['less', { total: '5,00 €' }, 'pass'],
    ['more', { total: '20.00', currency: 'EUR' }, 'ask'],
    ['as much of another currency', { total: '19.90', currency: 'USD' }, 'ask'],
    ['a part that is more', { total: '1.00', price: '99.00', currency: 'EUR' }, 'ask'],
  ])('an order for %s', (_, json, expected) => {
    const like = likeOf('https://shop.test/api/orders', { total: '19.90', currency: 'EUR' });
    expect(verdict('https://shop.test/api/orders', json, like)).toBe(expected);
  });

  it('is bound to where a message is put, by the address or by a field', () => {
    const inPath = likeOf('https://chat.test/api/channels/71/messages', { text: 'Hi' });
    expect(verdict('https://chat.test/api/channels/71/messages', { text: 'Bye' }, inPath)).toBe('pass');
    expect(verdict('https://chat.test/api/channels/72/messages', { text: 'Bye' }, inPath)).toBe('ask');
    const inField = likeOf('https://chat.test/api/chat.postMessage', { channel: 'C1', text: 'Hi' });
    expect(verdict('https://chat.test/api/chat.postMessage', { channel: 'C1', text: 'Bye' }, inField)).toBe('pass');
    expect(verdict('https://chat.test/api/chat.postMessage', { channel: 'C2', text: 'Hi' }, inField)).toBe('ask');
  });

  it('of a deletion is one of the same sort', () => {
    const like = likeOf('https://mail.test/api/messages/8/delete', {});
    expect(verdict('https://mail.test/api/messages/9/delete', {}, like)).toBe('pass');
    expect(verdict('https://mail.test/api/accounts/9/delete', {}, like)).toBe('ask');
  });
});
