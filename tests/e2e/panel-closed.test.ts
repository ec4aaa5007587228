import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { ExtensionSession } from './harness/session';
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

test('the task goes on while no page of the extension is open, and waits for an answer', async () => {
  const { session, own, chromium } = world;
  const id = await session.start(`Read the newest mail at ${mail.origin}/ and reply to it: “Yes.”`);
  await own.close();
  // The draft is saved by the page shortly before Send is pressed: from here on the task has worked alone.
  await expect.poll(() => mail.drafts.size, { timeout: 20_000 }).toBe(1);
  const later = new ExtensionSession(await chromium.openOwnPage('sidepanel.html'));
  const approval = await later.untilAsked(id);
  expect(mail.sent).toEqual([]);
  await later.answer(approval.id, 'approve');
  expect((await later.untilEnded(id)).status).toBe('done');
  expect(mail.sent).toHaveLength(1);
});
