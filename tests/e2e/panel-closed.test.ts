import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Question } from '../../src/store/question';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { focusChanges, recordFocus } from './harness/focus-log';
import { ExtensionSession } from './harness/session';
import { script, startWorld, type World } from './harness/world';

let world: World;
let mail: Webmail;

beforeEach(async () => {
  [world, mail] = await Promise.all([startWorld(), startWebmail()]);
});
afterEach(async () => {
  await world?.close();
  await mail?.close();
});

/** Ids of the notifications that Chrome shows. */
const notices = async () =>
  (await world.chromium.worker()).evaluate(async () => Object.keys(await chrome.notifications.getAll()));

test('the task goes on while no page of the extension is open, and waits for an answer; a notification says so until it came', async () => {
  const { session, own, chromium } = world;
  await (await chromium.worker()).evaluate(() => {
    const shown: unknown[] = [];
    const { create } = chrome.notifications;
    Object.assign(globalThis, { shown });
    Object.assign(chrome.notifications, {
      create(id: string, options: chrome.notifications.NotificationCreateOptions) {
        shown.push({ title: options.title, message: options.message });
        return create(id, options);
      },
    });
  });
  const id = await session.start(`Read the newest mail at ${mail.origin}/ and reply to it: “Yes.”`);
  await own.close();
  // The draft is saved by the page shortly before Send is pressed: from here on the task has worked alone.
  await expect.poll(() => mail.drafts.size, { timeout: 20_000 }).toBe(1);
  await expect.poll(notices, { timeout: 20_000 }).toHaveLength(1);
  const [notice = ''] = await notices();
  const laterPage = await chromium.openOwnPage('sidepanel.html');
  await recordFocus(laterPage);
  const later = new ExtensionSession(laterPage);
  const approval = await later.untilAsked(id);
  expect(mail.sent).toEqual([]);
  expect(notice).toContain(approval.id);
  const shown = async () => (await chromium.worker()).evaluate(() => Reflect.get(globalThis, 'shown'));
  expect(await shown()).toEqual([
    { title: (await later.task(id)).title, message: `Needs your answer: sending on ${new URL(mail.origin).host}.` },
  ]);
  expect(await focusChanges(laterPage)).toEqual([]);

  await later.answer(approval.id, 'approve');
  await expect.poll(notices).toEqual([]);
  expect((await later.untilEnded(id)).status).toBe('done');
  expect(mail.sent).toHaveLength(1);

  // Who has the panel in front sees the card there: a question of the next task is no notification.
  const asks = script([{ name: 'ask_user', input: { question: 'Which size?', options: ['Small', 'Large'] } }]);
  const questions = async () => (await later.rows<Question>('questions')).filter(({ answer }) => answer === undefined);
  await laterPage.bringToFront();
  const seen = await later.start(asks);
  await expect.poll(questions, { timeout: 20_000 }).toHaveLength(1);
  await later.send({ type: 'stop-task', taskId: seen });
  await expect.poll(questions).toEqual([]);
  await world.person.bringToFront();
  const unseen = await later.start(asks);
  await expect.poll(notices, { timeout: 20_000 }).toHaveLength(1);
  const [question = ''] = await notices();
  expect(await shown()).toEqual([
    expect.anything(),
    { title: (await later.task(unseen)).title, message: 'Has a question for you.' },
  ]);
  // Chrome tells a click like this; the gesture that comes with a real one cannot be made here.
  await (await chromium.worker()).evaluate((clicked) => {
    const { onClicked } = chrome.notifications;
    if ('dispatch' in onClicked && typeof onClicked.dispatch === 'function') onClicked.dispatch(clicked);
  }, question);
  const inFront = () =>
    laterPage.evaluate(async () =>
      (await chrome.tabs.query({ active: true })).map(({ url }) => new URL(url ?? '').pathname),
    );
  await expect.poll(inFront).toEqual(['/sidepanel.html']);
  await expect.poll(notices).toEqual([]);
  await later.send({ type: 'stop-task', taskId: unseen });
});
