import { expect, test } from 'vitest';
import { EFFECT_KINDS } from '../../../src/policy/evidence';
import { TaskFailure } from '../../../src/store/task';
import { messagesFor } from '../../../src/ui/messages/choose';
import { de } from '../../../src/ui/messages/de';
import { en } from '../../../src/ui/messages/en';
import { approvalWords, kindWords, likeWords, reasonWords } from '../../../src/ui/wording/approval-words';
import { failureWords } from '../../../src/ui/wording/failure-words';
import { sortOfPage } from '../../../src/ui/wording/page-ideas';
import { stateChip, waitingWords } from '../../../src/ui/wording/state-words';
import { clockTime } from '../../../src/ui/wording/time-words';
import { usageWords } from '../../../src/ui/wording/usage-words';

test.each(['en', 'de'])('every failure has words in %s, and no code shows', (language) => {
  const t = messagesFor(language);
  for (const code of TaskFailure.shape.code.options) {
    const { what, next } = failureWords({ code, detail: '' }, t);
    expect(`${what} ${next}`).not.toContain('undefined');
    expect(`${what} ${next}`).not.toMatch(/[!]/);
    expect(what).toMatch(/\.$/);
    if (code.includes('-')) expect(what).not.toContain(code);
  }
});

test('a failure names the host, offers one thing to do and keeps what the endpoint said', () => {
  expect(failureWords({ code: 'unreachable', detail: 'localhost:11434' }, en)).toEqual({
    what: 'Nothing answers at localhost:11434.',
    next: 'Check that the server runs and that the address is right.',
    act: 'try-again',
    said: undefined,
  });
  expect(failureWords({ code: 'wrong-key', detail: 'invalid x-api-key' }, en)).toMatchObject({
    act: 'open-settings',
    said: 'invalid x-api-key',
  });
  expect(failureWords({ code: 'refused', detail: '' }, en).act).toBe('none');
});

test('a code of a newer version is worded like an inner failure', () => {
  expect(failureWords({ code: 'toString', detail: 'x' }, en).what).toBe('Something went wrong inside Offstage.');
});

test('the card asks by kind, with what the payload told', () => {
  const site = 'mail.example.com';
  const words = (summary: object) =>
    approvalWords({ summary: { kind: 'unexplained', site, ...summary }, reasons: [] }, en);
  expect(words({ kind: 'send', recipient: 'ann@example.com', what: 'Re: Lunch' })).toEqual({
    ask: 'Send “Re: Lunch” to ann@example.com?',
    verb: 'Send it',
  });
  expect(words({ kind: 'pay', amount: '19.90 EUR' })).toEqual({
    ask: 'Pay 19.90 EUR on mail.example.com?',
    verb: 'Pay 19.90 EUR',
  });
  expect(words({ kind: 'reversible' }).verb).toBe('Let it through');
  expect(approvalWords({ summary: { kind: 'delete', site, what: 'Note' }, reasons: [] }, de).ask).toBe(
    '„Note“ auf mail.example.com endgültig löschen?',
  );
});

test('the card names the site whose data would leave, and one that the person did not name', () => {
  const ask = (code: string, detail: string, t = en) =>
    approvalWords({ summary: { kind: 'leave', site: 'maps.test' }, reasons: [{ source: 'origin', code, detail }] }, t)
      .ask;
  expect(ask('carried', 'mail.test')).toBe('Pass data of mail.test on to maps.test?');
  expect(ask('new-origin', 'maps.test', de)).toBe('Auf maps.test etwas ändern? Diese Website hast du nicht genannt.');
});

test.each([
  [{ to: ['ann@example.com'] }, 'Same action, whatever it is about, only to ann@example.com, until it ends.'],
  [{ to: ['a@b.test', 'c@d.test', 'e@f.test'] }, 'only to a@b.test, c@d.test, +1, until'],
  [{ places: ['/channels/7/messages', '7'] }, 'only to the same place,'],
  [{ to: ['Inn'], amounts: ['59.90 EUR'] }, 'only to Inn, for 59.90 EUR at most,'],
  [{ amounts: ['20 EUR', '5 EUR'] }, 'for no more than stands here,'],
  [{}, 'Same action, whatever it is about, until it ends.'],
])('the card says how far the like of it goes: %o', (bound, said) => {
  expect(likeWords({ to: [], places: [], amounts: [], ...bound }, en)).toContain(said);
});

test.each(['en', 'de'])('every reason of the policy has words in %s, and every kind a name', (language) => {
  const t = messagesFor(language);
  for (const code of ['carried', 'typed', 'new-origin', 'get', 'dialog', 'heading', 'form'])
    expect(reasonWords([{ source: 'origin', code, detail: 'X' }], t)).toMatch(/X.+|.+X/);
  for (const [source, code] of [
    ['token', 'double'],
    ['token', 'plan'],
    ['token', 'once'],
    ['denied', 'denied'],
    ['learned', 'no-input'],
    ['default', 'person-drives'],
  ] as const)
    expect(reasonWords([{ source, code, detail: '' }], t)).toMatch(/^\p{L}.{8,}/u);
  expect(reasonWords([{ source: 'rule', code: 'allow', detail: 'a.test send' }], t)).toContain(t.kinds.send);
  for (const kind of EFFECT_KINDS) expect(kindWords(kind, t)).not.toBe('');
});

test('reasons become parts of a sentence', () => {
  expect(
    reasonWords(
      [
        { source: 'request', code: 'path', detail: '/messages/send' },
        { source: 'target', code: 'label', detail: 'send' },
      ],
      en,
    ),
  ).toBe('a request to /messages/send, the word “send” on what was pressed');
});

test('a waiting task says how long, and needs the person only for cards and questions', () => {
  const state = { status: 'waiting', on: { for: 'rate-limit', until: 60_000, attempt: 2 } } as const;
  expect(waitingWords({ state }, 18_200, en)).toBe('The endpoint asks for a pause. It goes on in 0:42.');
  expect(waitingWords({ state }, 60_001, en)).toBe('The endpoint asked for a pause. It goes on now.');
  expect(stateChip({ state }, en).tone).toBe('quiet');
  const asked = { status: 'waiting', on: { for: 'approval', approvalId: 'a' } } as const;
  expect(stateChip({ state: asked }, en)).toEqual({ words: 'needs you', tone: 'needs-you' });
  expect(waitingWords({ state: asked }, 0, en)).toBeUndefined();
});

test('counts time as a clock does', () => {
  expect([-5, 42_000, 723_000, 3_723_000].map(clockTime)).toEqual(['0:00', '0:42', '12:03', '1:02:03']);
});

test('cost is counted in tokens, the cache as a share of what was read', () => {
  const usage = { inputTokens: 1000, outputTokens: 250, cacheReadTokens: 8000, cacheWriteTokens: 1000 };
  const tokens = '10,000 tokens read, 250 written\u00a0· 80% from cache\u00a0· 1 turn';
  expect(usageWords({ usage, turns: 1 }, en)).toBe(tokens);
  expect(usageWords({ usage, turns: 1, costUsd: 0.1234 }, en)).toBe(`${tokens}\u00a0· $0.123`);
  expect(usageWords({ usage, turns: 1, costUsd: 12.345 }, en)).toBe(`${tokens}\u00a0· $12.35`);
});

test('sorts the page in front by its address', () => {
  const sorts = ['https://mail.example.com/', 'https://example.com/shop/tents', 'https://example.com/', 'x', undefined];
  expect(sorts.map(sortOfPage)).toEqual(['mail', 'shop', 'page', 'none', 'none']);
});
