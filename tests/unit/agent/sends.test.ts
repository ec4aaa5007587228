import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { finishedResult } from '../../../src/agent/finished-result';
import { LastActions } from '../../../src/agent/last-actions';
import { LateSends } from '../../../src/agent/late-sends';
import { StoppedRequests } from '../../../src/agent/stopped-requests';
import { isUnsettled } from '../../../src/agent/unsettled';
import type { StoppedRequest } from '../../../src/browser/barrier';
import type { InputAction } from '../../../src/browser/toolset-hooks';
import type { Decision } from '../../../src/policy/decision';
import type { EffectKind } from '../../../src/policy/evidence';
import { digestOf, signatureOf } from '../../../src/policy/signature';
import type { Approval } from '../../../src/store/approval';
import type { JournalEvent } from '../../../src/store/journal';
import { requestOf, targetOf } from '../policy/evidence-of';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const press = (name: string): InputAction => ({
  member: 'left_click',
  target: targetOf({ name }),
  page: { url: 'https://mail.test/', title: 'Mail', lang: 'en' },
});
const pass = (kind: EffectKind): Decision => ({ verdict: 'pass', kind, reasons: [] });
const ask = { verdict: 'ask', kind: 'send', signature: 's', digest: 'd', reasons: [], rows: [] } as const;
const stop = (text: string): StoppedRequest => ({
  tabId: 1,
  request: requestOf({ json: { text } }),
  decision: { ...ask, summary: { kind: 'send', site: 'shop.test' } },
});
const asked: Decision = { ...ask, summary: { kind: 'send', site: 'mail.test' } };

test.each([
  ['Send and nothing seen', 'Send', '', [], true],
  ['Send, a draft saved', 'Send', '', [pass('draft'), pass('telemetry')], true],
  ['Send, and asked', 'Send', '', [asked], false],
  ['Send, and sent', 'Send', '', [pass('send')], false],
  ['a cart instead of a payment', 'Buy now', '', [pass('reversible')], false],
  ['no button that sends', 'Next', '', [], false],
  ['a page that offers to take it back', 'Next', 'Then: alert "Message sent. Undo".', [], true],
  ['the same in German', 'Weiter', 'Clicked. Then: Gesendet. Rückgängig', [], true],
  ['a page that is read and has such a button', 'Next', 'button "Undo" [ref_4]', [], false],
  ['a window instead', 'Send', 'Clicked. Then: opened tab 12.', [], false],
  ['a move that can be taken back', 'Archive', 'Then: alert "Archived. Undo".', [pass('reversible')], false],
] as const)('may be sent late: %s', (_, name, said, decisions, late) => {
  const sends = new LateSends();
  sends.pressed(1, press(name));
  for (const decision of decisions) sends.judged(1, decision);
  if (said) sends.said(said);
  expect(sends.until !== undefined).toBe(late);
  expect(sends.tabIds).toEqual(late ? [1] : []);
  vi.advanceTimersByTime(36_000);
  expect(sends.until).toBeUndefined();
});

test('what a new tab asks for first is what was pressed in the page that opened it, and what its document sends is not', async () => {
  const sends = new LateSends();
  const actions = new LastActions(async () => undefined);
  await actions.before(1, press('Send'), true);
  for (const tabId of [2, 3]) {
    sends.pressed(1, press('Send'));
    sends.opened(tabId, 1);
    actions.opened(tabId, 1);
    if (tabId === 3) {
      sends.left(tabId);
      actions.newDocument(tabId);
    }
    sends.judged(tabId, asked);
    expect(sends.tabIds).toEqual(tabId === 3 ? [1] : []);
    expect(actions.evidence(tabId)?.action.target?.name).toBe(tabId === 3 ? undefined : 'Send');
    expect(actions.isTouched(tabId)).toBe(tabId === 2);
    expect(actions.wishedAt(tabId)).toBe(actions.wishedAt(1));
  }
  actions.opened(5, 4);
  expect([actions.isTouched(5), actions.evidence(5)]).toEqual([false, undefined]);
});

test('a document that went away sends nothing late; a worker that starts again watches on', () => {
  const sends = new LateSends();
  sends.pressed(1, press('Send'));
  sends.left(1);
  expect(sends.until).toBeUndefined();
  sends.resume([1, 2], Date.now() + 5000);
  expect(sends.until).toBe(Date.now() + 5000);
});

function approvalOf(text: string, signature = 's'): Pick<Approval, 'scope' | 'effect'> {
  const request = requestOf({ json: { text } });
  const { method, url } = request;
  const effect = { kind: 'send', summary: { kind: 'send', site: 'shop.test' }, rows: [], reasons: [], method, url };
  return { scope: 'once', effect: { ...effect, origin: 'https://shop.test', signature, digest: digestOf(request) } };
}

test.each([
  ['nothing like it was stopped', [], false, false],
  ['stopped, and never asked about', [], true, true],
  ['asked about and not answered', ['pending'], true, true],
  ['denied', ['denied'], true, true],
  ['another one was denied', ['denied', 'other'], true, true],
  ['approved: it went out once', ['approved'], true, true],
  ['only another one was approved', ['approved', 'other'], true, false],
] as const)('may still be the agent’s doing long after: %s', (_, [status, text = 'a'], stopped, expected) => {
  const request = requestOf({ json: { text: 'a' } });
  const approvals = status ? [{ status, ...approvalOf(text, signatureOf(request)) }] : [];
  expect(isUnsettled(request, approvals, { wasStopped: () => stopped })).toBe(expected);
});

test('a document stays touched until another one comes, and a worker that starts again does not know better', async () => {
  const actions = new LastActions(async () => undefined);
  expect(actions.isTouched(1)).toBe(false);
  await actions.before(1, press('Send'), true);
  vi.advanceTimersByTime(35_000);
  expect(actions.evidence(1)?.action.sinceMs).toBe(35_000);
  vi.advanceTimersByTime(3_600_000);
  expect(actions.evidence(1)).toBeUndefined();
  expect([actions.isTouched(1), actions.isTouched(2)]).toEqual([true, false]);
  actions.newDocument(1);
  expect(actions.isTouched(1)).toBe(false);
  actions.newDocument(1, { restored: true });
  expect(actions.isTouched(1)).toBe(true);
  expect(actions.within(60_000)).toBe(false);
  actions.resume([2]);
  expect(actions.isTouched(2)).toBe(true);
  expect(actions.within(60_000)).toBe(true);
});

test('each thing is asked about once, and not when it was denied or sent meanwhile', () => {
  const requests = new StoppedRequests();
  for (const text of ['a', 'a', 'b']) requests.add(stop(text));
  expect(requests.take([])).toHaveLength(2);
  requests.add(stop('a'));
  expect(requests.take(['s'])).toEqual([]);
  requests.add(stop('a'));
  vi.advanceTimersByTime(10);
  requests.sends(requestOf({ json: { text: 'a' } }));
  expect(requests.take([])).toEqual([]);
  const pressedBefore = Date.now() - 5;
  expect(requests.isDouble(requestOf({ json: { text: 'a' } }), pressedBefore)).toBe(true);
  expect(requests.isDouble(requestOf({ json: { text: 'b' } }), pressedBefore)).toBe(false);
  vi.advanceTimersByTime(10);
  expect(requests.isDouble(requestOf({ json: { text: 'a' } }), Date.now())).toBe(false);
  expect(requests.refused(['a', 'b'].map((text) => approvalOf(text)))).toEqual([]);
  expect(requests.refused([approvalOf('b')])).toEqual([{ method: 'POST', url: 'https://shop.test/api/orders' }]);
  // What its like covers passes; what was stopped all the same went to somebody else.
  const like: Pick<Approval, 'scope' | 'effect'> = { ...approvalOf('a'), scope: 'like' };
  expect(requests.refused([like])).toHaveLength(1);
  const reasons = [{ source: 'token', code: 'double', detail: '' } as const];
  requests.add({ ...stop('a'), decision: { verdict: 'never', kind: 'send', signature: 's', reasons } });
  expect(requests.take([])).toEqual([]);
  expect(requests.refused(['a', 'b'].map((text) => approvalOf(text)))).toHaveLength(1);
});

test('what came along with what is asked about is kept until it passes or is stopped again', () => {
  const requests = new StoppedRequests();
  const others = ['passes', 'is stopped again', 'is gone'].map(stop);
  requests.hold(others);
  requests.passed(requestOf({ json: { text: 'passes' } }));
  requests.add(stop('is stopped again'));
  expect(requests.takeHeld()).toEqual([others[2]]);
  expect(requests.takeHeld()).toEqual([]);
});

test('a call is done again only for what it set off itself', () => {
  const requests = new StoppedRequests();
  const stopIn = (tabId: number, method = 'POST') => {
    const stopped = {
      tabId,
      request: requestOf({ method }),
      decision: { ...ask, summary: { kind: 'send', site: 'shop.test' } },
    } as const;
    requests.add(stopped);
    return requests.isOfCall(stopped);
  };
  expect(stopIn(1)).toBe(false);
  requests.callRuns(true, [2]);
  expect([stopIn(1), stopIn(2), stopIn(2, 'SCRIPT')]).toEqual([true, false, true]);
  // 'Reply', and now 'Send'.
  requests.pressedAnew(2);
  expect(stopIn(2)).toBe(true);
  requests.callRuns(false, []);
  expect(stopIn(1)).toBe(false);
});

test('a worker that died while it watched ends the task with the result that was there', () => {
  const events: JournalEvent[] = [
    { type: 'call_started', turn: 1, callId: 'f', tool: 'finish', input: { result: 'Done.' } },
    { type: 'call_finished', callId: 'f', isError: false, parts: [], detail: {}, ms: 1 },
    { type: 'resumed', after: 'worker-restart' },
  ];
  const result = (more: JournalEvent[] = [], from = events) =>
    finishedResult([...from, ...more].map((event, seq) => ({ taskId: 't', seq, at: seq, event })));
  expect(result()).toEqual({ result: 'Done.' });
  expect(result([{ type: 'person_said', text: 'More' }])).toBeUndefined();
  expect(result([], [{ type: 'person_said', text: 'More' }, ...events])).toBeUndefined();
  expect(result([{ type: 'harness_said', text: 'It did not go out.' }])).toBeUndefined();
  expect(result([], events.slice(0, 1))).toBeUndefined();
});
