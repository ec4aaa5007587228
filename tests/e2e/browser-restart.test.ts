import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Task } from '../../src/store/task';
import { type StandIn, startStandIn } from '../model/server';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { startWorld } from './harness/world';

let userDataDir: string;
let mail: Webmail;
let standIn: StandIn;

beforeEach(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'offstage-profile-'));
  [mail, standIn] = await Promise.all([startWebmail(), startStandIn()]);
});
afterEach(async () => {
  await Promise.all([mail?.close(), standIn?.close()]);
  await rm(userDataDir, { recursive: true, force: true });
});

test('history and settings survive a restart; a card that waited still waits, and its answer counts once', async () => {
  const first = await startWorld({ userDataDir, standIn });
  const done = await first.session.untilEnded(await first.session.start('Say hello'));
  const id = await first.session.start(`Read the newest mail at ${mail.origin}/ and reply to it: “Yes.”`);
  const approval = await first.session.untilAsked(id);
  await first.close();
  expect(mail.sent).toEqual([]);

  const second = await startWorld({ userDataDir, standIn });
  const tasks = await second.session.rows<Task>('tasks');
  expect(tasks.map(({ id, status }) => ({ id, status }))).toContainEqual({ id: done.id, status: 'done' });
  const again = await second.session.untilAsked(id);
  expect(again.id).toBe(approval.id);
  await second.session.answer(approval.id, 'approve');
  const task = await second.session.untilEnded(id);
  // Its tab is gone with the old browser: the model is told so, and nothing was sent behind its back.
  expect(task.status).toBe('done');
  expect(mail.sent.length).toBeLessThanOrEqual(1);
  await second.close();
});
