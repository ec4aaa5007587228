import { describe, expect, it } from 'vitest';
import { decideRequest } from '../../../src/policy/decide-request';
import type { Evidence, RequestEvidence } from '../../../src/policy/evidence';
import { evidenceOf, requestOf, targetOf } from './evidence-of';

const SECRET = 'Reset code 88-12-70';
const search: Partial<RequestEvidence> = {
  url: 'https://find.example/api/search',
  initiatorOrigin: 'https://find.example',
};

function decide(request: Partial<RequestEvidence> & { json?: unknown }, given: Partial<Evidence> = {}) {
  return decideRequest(
    evidenceOf(requestOf({ ...search, ...request }), {
      carried: [{ origin: 'https://mail.test', value: SECRET }],
      ...given,
    }),
  );
}

describe('a value that was read on another site', () => {
  it('asks before it goes out, and says from where but not what', () => {
    const decision = decide({ json: { q: SECRET } });
    expect(decision).toMatchObject({
      verdict: 'ask',
      kind: 'leave',
      reasons: [{ source: 'origin', code: 'carried', detail: 'mail.test' }, {}],
    });
    expect(JSON.stringify(decision.reasons)).not.toContain('88-12');
  });

  it.each([
    ['plain', SECRET],
    ['with other spaces and case', 'RESET  CODE 881270'],
    ['in base64', btoa(`x ${SECRET} y`)],
    ['in hex', Buffer.from(SECRET).toString('hex')],
    ['escaped twice', encodeURIComponent(encodeURIComponent(SECRET))],
    ['inside JSON inside a field', JSON.stringify({ a: [SECRET] })],
  ])('is found %s', (_, value) => {
    expect(decide({ json: { q: value } }).kind).toBe('leave');
    const url = `https://find.example/search?q=${encodeURIComponent(value)}`;
    expect(decide({ method: 'GET', url }).kind).toBe('leave');
  });

  it('is found in a path and in a host name', () => {
    expect(decide({ method: 'GET', url: `https://evil.test/${encodeURIComponent(SECRET)}/a.png` }).kind).toBe('leave');
    expect(decide({ method: 'GET', url: 'https://reset-code-88-12-70.evil.test/' }).kind).toBe('leave');
  });

  it('may go where it came from, and where the person sends it in their own words', () => {
    expect(decide({ url: 'https://api.mail.test/api/search', json: { q: SECRET } }).verdict).toBe('pass');
    const task = { id: 't1', prompt: `Search for “${SECRET}”.`, origins: [], denied: [] };
    expect(decide({ json: { q: SECRET } }, { task }).verdict).toBe('pass');
  });

  it('is no reason where its own page sends it', () => {
    expect(decide({ initiatorOrigin: 'https://mail.test', json: { q: SECRET } }).verdict).toBe('pass');
  });

  it('adds its reason to a commit that asks anyway, and makes no second pause', () => {
    const decision = decide({ url: 'https://find.example/api/comments', json: { text: SECRET } });
    expect(decision).toMatchObject({ verdict: 'ask', kind: 'publish' });
    expect(decision.reasons[0]).toMatchObject({ source: 'origin', code: 'carried' });
  });

  it('is not let out by a standing answer for another kind', () => {
    const rules = [{ site: 'find.example', kind: 'publish' as const, answer: 'allow' as const }];
    const to = { url: 'https://find.example/api/comments' };
    expect(decide({ ...to, json: { text: 'Hi' } }, { rules }).verdict).toBe('pass');
    expect(decide({ ...to, json: { text: SECRET } }, { rules }).verdict).toBe('ask');
  });

  it('belongs to each site that showed it, and its beginning counts while it is typed', () => {
    const carried = [{ origin: 'https://mail.test', alsoOn: ['https://find.example'], value: SECRET }];
    expect(decide({ json: { q: SECRET } }, { carried }).verdict).toBe('pass');
    expect(decide({ method: 'GET', url: 'https://find.example/suggest?q=Reset+code+88' }).kind).toBe('leave');
    expect(decide({ method: 'GET', url: 'https://find.example/suggest?q=Reset' }).verdict).toBe('pass');
  });

  it('goes out under a wider answer only when the person saw that it would', () => {
    const to = { url: 'https://find.example/api/comments', json: { text: SECRET } };
    const like = {
      id: 'a1',
      kind: 'publish' as const,
      origin: 'https://find.example',
      scope: 'like' as const,
      signature: 'POST https://find.example/api/comments',
      like: { to: [], places: [], amounts: [] },
    };
    expect(decide(to, { tokens: [like] }).verdict).toBe('ask');
    expect(decide(to, { tokens: [{ ...like, seen: ['carried mail.test'] }] }).verdict).toBe('pass');
    expect(decide({ ...to, json: { text: 'Hi' } }, { tokens: [like] }).verdict).toBe('pass');
  });

  it('is found in part, when the whole is long', () => {
    const page =
      'The board met on Monday. It was agreed to sell the northern plant by the end of May, and to tell no one.';
    const carried = [{ origin: 'https://mail.test', value: page }];
    expect(decide({ json: { q: 'agreed to sell the northern plant' } }, { carried }).kind).toBe('leave');
    expect(decide({ json: { q: 'northern plant' } }, { carried }).verdict).toBe('pass');
  });
});

describe('text typed into a form that goes to another site', () => {
  const target = targetOf({
    form: { fields: [{ name: 'q', type: 'text', label: 'Name', value: 'Ann Example', secret: false }] },
  });
  const action = { member: 'left_click', sinceMs: 10, target };
  const form = (url: string) =>
    decide(
      {
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        resourceType: 'Document',
        initiatorOrigin: 'https://page.test',
        body: 'q=Ann+Example',
      },
      { action },
    );

  it('asks', () => {
    expect(form('https://elsewhere.example/search')).toMatchObject({ verdict: 'ask', kind: 'leave' });
  });

  it('passes when it stays', () => {
    expect(form('https://page.test/search').verdict).toBe('pass');
  });
});

describe('a site that the person did not name', () => {
  const task = { id: 't1', prompt: 'x', origins: ['https://www.shop.test'], denied: [] };
  const on = (origin: string) => ({ task, page: { url: `${origin}/p`, title: '', lang: 'en' } });
  const cart = (url: string, origin: string) =>
    decide({ url, initiatorOrigin: origin, json: { sku: 'A-1' } }, on(origin));

  it('is read-only', () => {
    expect(cart('https://other.test/api/cart/items', 'https://other.test')).toMatchObject({
      verdict: 'ask',
      kind: 'leave',
      reasons: [{ source: 'origin', code: 'new-origin', detail: 'other.test' }, {}],
    });
    expect(decide({ method: 'GET', url: 'https://other.test/a' }, { task }).verdict).toBe('pass');
  });

  it('keeps the kind of what asks anyway', () => {
    const decision = decide(
      { url: 'https://other.test/api/send', initiatorOrigin: 'https://other.test', json: { to: 'x' } },
      on('https://other.test'),
    );
    expect(decision).toMatchObject({ verdict: 'ask', kind: 'send', reasons: [{ code: 'new-origin' }, {}] });
  });

  it('covers hosts below the named one and the interfaces of its pages', () => {
    expect(cart('https://api.shop.test/cart/items', 'https://api.shop.test').verdict).toBe('pass');
    expect(cart('https://cdn.example/cart/items', 'https://www.shop.test').verdict).toBe('pass');
    expect(cart('https://evilshop.test/cart/items', 'https://evilshop.test').verdict).toBe('ask');
  });

  it('may do what it does by itself: before a touch, for its session, and for choices about cookies', () => {
    const other = on('https://other.test');
    const write = (url: string, given: Partial<Evidence> = {}) =>
      decide({ url, json: { a: 1 } }, { ...other, ...given });
    const { action: _, ...untouched } = evidenceOf(requestOf(search), other);
    expect(
      decideRequest({ ...untouched, request: requestOf({ url: 'https://other.test/api/cart/items', json: {} }) }),
    ).toMatchObject({ verdict: 'pass' });
    expect(write('https://other.test/api/consent/cookies').verdict).toBe('pass');
    expect(write('https://other.test/api/auth/refresh').verdict).toBe('pass');
    const frame = { url: 'https://widget.test/api/cart/items', initiatorOrigin: 'https://widget.test', json: {} };
    expect(decide(frame, on('https://www.shop.test')).verdict).toBe('pass');
  });
});
