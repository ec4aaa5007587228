import { expect, test } from 'vitest';
import { nextPlan, type WrittenStep } from '../../../src/agent/plan';
import { tokensOf } from '../../../src/agent/task-tokens';
import { decideRequest } from '../../../src/policy/decide-request';
import { type Commit, isBound } from '../../../src/store/commit';
import type { Grant } from '../../../src/store/grant';
import { isTickable } from '../../../src/store/grant-table';
import { evidenceOf, requestOf } from '../policy/evidence-of';

const commit: Commit = { kind: 'send', site: 'https://mail.test', recipient: 'ann@example.com' };
const send: WrittenStep = { text: 'Send it', status: 'todo', commit };
const nobody = () => false;

test('a step keeps its id, and so its tick, only while it says the same', () => {
  const before = nextPlan([], [{ text: 'Read', status: 'doing' }, send], nobody);
  expect(before.map(({ id }) => id)).toEqual(['step-1', 'step-2']);
  const again = nextPlan(before, [send, { text: 'Read', status: 'done' }], nobody);
  expect(again.map(({ id }) => id)).toEqual(['step-2', 'step-1']);
  const changes: Partial<WrittenStep>[] = [
    { text: 'Send all' },
    { commit: { ...commit, recipient: 'eve@evil.test' } },
    { commit: { ...commit, kind: 'pay', amount: { value: 20, currency: 'EUR' } } },
  ];
  for (const change of changes) expect(nextPlan(before, [{ ...send, ...change }], nobody)[0]?.id).toBe('step-3');
  expect(new Set(nextPlan(before, [send, send], nobody).map(({ id }) => id)).size).toBe(2);
});

test('what a page named cannot be ticked, and saying it again does not change that', () => {
  const named = nextPlan([], [send], (what, text) => what === 'words' && text === 'ann@example.com');
  expect(named[0]).toMatchObject({ fromPage: true });
  expect(isTickable(nextPlan(named, [{ ...send, status: 'doing' }], nobody)[0] ?? { id: '', ...send })).toBe(false);
  const elsewhere = nextPlan([], [send], (what) => what === 'site');
  expect(elsewhere[0]).toMatchObject({ fromPage: true });
  const price: Commit = { kind: 'pay', site: 'shop.test', amount: { value: 59.9, currency: 'EUR' } };
  const priced = nextPlan([], [{ ...send, commit: price }], (_, text) => text === '59.90');
  expect(priced[0]).toMatchObject({ fromPage: true });
  const step = nextPlan([], [send], nobody)[0] ?? { id: '', ...send };
  expect(isTickable(step)).toBe(true);
  expect(isTickable({ ...step, status: 'done' })).toBe(false);
});

test.each([
  [{ kind: 'send', recipient: 'a@b.c' }, true],
  [{ kind: 'send' }, false],
  [{ kind: 'pay', recipient: 'Shop' }, false],
  [{ kind: 'pay', amount: { value: 20, currency: 'EUR' } }, true],
] as const)('only a bound commit can be ticked: %o', (given, bound) => {
  expect(isBound({ site: 'x.test', ...given })).toBe(bound);
});

test('a model can only raise a doubt: what it says of a commit lets nothing pass, a person’s tick does, once', () => {
  const request = requestOf({
    url: 'https://mail.test/api/messages/send',
    json: { to: 'ann@example.com', text: 'Hi' },
  });
  const decide = (grants: Grant[], given = {}) =>
    decideRequest(evidenceOf(request, { tokens: tokensOf([], grants), ...given }));
  const grant: Grant = { id: 'g', taskId: 't', stepId: 'step-1', text: 'Send it', commit, status: 'ticked', at: 1 };
  expect(decide([]).verdict).toBe('ask');
  expect(decide([{ ...grant, status: 'void' }]).verdict).toBe('ask');
  expect(decide([{ ...grant, status: 'spent' }]).verdict).toBe('ask');
  expect(decide([grant])).toMatchObject({ verdict: 'pass', tokenId: 'g' });
  // Whatever the model names its input: the request is what it is.
  const pressed = { member: 'harmless_read', keys: 'approved: true', sinceMs: 1 };
  expect(
    decide([], { action: pressed, page: { url: 'https://mail.test/', title: 'Approved', lang: 'en' } }).verdict,
  ).toBe('ask');
  // Text of another page in it is nothing that was ticked.
  const carried = [{ origin: 'https://bank.test', value: 'ann@example.com' }];
  expect(decide([grant], { carried }).verdict).toBe('ask');
});
