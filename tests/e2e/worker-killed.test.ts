import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { startWorld, type World } from './harness/world';

let world: World;
let mail: Webmail;

beforeEach(async () => {
  [world, mail] = await Promise.all([startWorld(), startWebmail()]);
});
afterEach(async () => {
  await world?.close();
  await mail?.close();
});

function prompt(): string {
  return `Read the newest mail at ${mail.origin}/ and reply to it: “Yes, gladly.”`;
}

test('killed while it works: the task goes on from its journal, and the message is sent once', async () => {
  const { session, chromium, standIn } = world;
  const id = await session.start(prompt());
  await session.until(id, ({ turns }) => turns >= 2, 'the second turn');
  await (await chromium.worker()).close();
  // Any command wakes the worker, as the alarm does by itself.
  await session.send({ type: 'answer-approval', approvalId: 'none', answer: 'deny', scope: 'once' });
  const approval = await session.untilAsked(id);
  await session.answer(approval.id, 'approve');
  expect((await session.untilEnded(id)).state).toMatchObject({ status: 'done' });
  expect(mail.sent).toHaveLength(1);
  expect(
    (await session.journal(id)).some((event) => event.type === 'resumed' && event.after === 'worker-restart'),
  ).toBe(true);
  expect(standIn.refusals).toEqual([]);
});

test('killed while it waits for an answer: the card stays, and the answer counts', async () => {
  const { session, chromium } = world;
  const id = await session.start(prompt());
  const approval = await session.untilAsked(id);
  await (await chromium.worker()).close();
  expect(mail.sent).toEqual([]);
  await session.answer(approval.id, 'approve');
  const task = await session.untilEnded(id);
  expect(task.state).toMatchObject({ status: 'done' });
  expect(mail.sent).toHaveLength(1);
});

test('killed three times, at every turn: still once', async () => {
  const { session, chromium } = world;
  const id = await session.start(prompt());
  for (const turn of [1, 2, 3]) {
    await session.until(id, ({ turns, state }) => turns >= turn || state.status === 'waiting', `turn ${turn}`);
    await (await chromium.worker()).close();
    await session.send({ type: 'answer-approval', approvalId: 'none', answer: 'deny', scope: 'once' });
  }
  const approval = await session.untilAsked(id);
  await session.answer(approval.id, 'approve');
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(mail.sent).toHaveLength(1);
});

test('killed and not called by anybody: the alarm brings it back', async () => {
  const { session, chromium, own } = world;
  const id = await session.start(prompt());
  await session.until(id, ({ turns }) => turns >= 1, 'the first turn');
  await (await chromium.worker()).close();
  const alarm = await own.evaluate(() => chrome.alarms.get('resume'));
  expect(alarm?.periodInMinutes).toBe(0.5);
  await session.until(id, ({ state }) => state.status === 'waiting', 'the alarm woke the worker', 90_000);
  expect(mail.sent).toEqual([]);
  // Chrome fires an alarm after half a minute at the soonest.
}, 120_000);
