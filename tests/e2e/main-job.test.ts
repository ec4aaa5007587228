import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { startWorld, type World } from './harness/world';

const WORDS = 'Friday works. See you at half past twelve.';
const REPLY = {
  to: 'ann@example.com',
  subject: 'Re: Lunch on Friday?',
  body: WORDS,
  inReplyTo: 'm3',
};

let world: World;
let mail: Webmail;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  mail = await startWebmail();
});
afterEach(() => mail?.close());

function prompt(): string {
  return `Read the newest mail at ${mail.origin}/ and reply to it: “${WORDS}”`;
}

test('approved: one message is sent, and no tab came to the front', async () => {
  const { session, standIn } = world;
  const id = await session.start(prompt());
  const approval = await session.untilAsked(id);
  expect(mail.sent).toEqual([]);
  expect(mail.writes.map(({ method, path }) => `${method} ${path}`)).not.toContain('POST /api/messages');
  expect(approval.effect).toMatchObject({
    kind: 'send',
    method: 'POST',
    summary: { recipient: 'ann@example.com', what: 'Re: Lunch on Friday?' },
  });
  expect(approval.effect.rows).toContainEqual({ label: 'body', value: WORDS });
  expect(approval.picture?.mark?.width).toBeGreaterThan(20);

  await session.answer(approval.id, 'approve');
  const task = await session.untilEnded(id);
  expect(task.state).toEqual({ status: 'done', result: `The reply to ann@example.com is sent:\n\n> ${WORDS}` });
  expect(mail.sent).toEqual([REPLY]);
  expect([...mail.drafts.keys()]).toEqual(['d-m3']);
  expect(task.plan.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'doing']);
  expect(task.thumbnailId).toBeDefined();
  expect(await world.activations()).toEqual([]);
  expect(standIn.refusals).toEqual([]);
});

test('denied: nothing is sent, and the model is told in the person’s words', async () => {
  const { session, standIn } = world;
  const id = await session.start(prompt());
  const approval = await session.untilAsked(id);
  await session.answer(approval.id, 'deny', 'I will call her instead');
  const task = await session.untilEnded(id);
  expect(task.state).toMatchObject({ status: 'done', result: expect.stringContaining('was not sent') });
  expect(mail.sent).toEqual([]);
  const told = JSON.stringify(standIn.requests.at(-1)?.messages);
  expect(told).toContain('The person denied this (send');
  expect(told).toContain('I will call her instead');
  expect(await world.activations()).toEqual([]);
});

test('the same task with plain tools, because the settings say so', async () => {
  const { session, standIn } = world;
  await session.configure({ baseURL: standIn.baseURL, encoding: 'tools' });
  const before = standIn.requests.length;
  const id = await session.start(prompt());
  const approval = await session.untilAsked(id);
  await session.answer(approval.id, 'approve');
  const task = await session.untilEnded(id);
  await session.configure({ baseURL: standIn.baseURL });
  expect(task.state).toMatchObject({ status: 'done' });
  expect(mail.sent).toEqual([REPLY]);
  const tools = standIn.requests.slice(before).flatMap(({ tools }) => tools ?? []);
  expect(tools.some(({ type }) => type === 'browser_toolset_20260801')).toBe(false);
  expect(await world.activations()).toEqual([]);
});

test('two tasks at once, each with its own tabs', async () => {
  const { session } = world;
  const other = await startWebmail();
  const ids = await Promise.all([
    session.start(prompt()),
    session.start(`Read the newest mail at ${other.origin}/ and reply to it: “I am away.”`),
  ]);
  for (const id of ids) await session.answer((await session.untilAsked(id)).id, 'approve');
  const tasks = await Promise.all(ids.map((id) => session.untilEnded(id)));
  await other.close();
  expect(tasks.map(({ status }) => status)).toEqual(['done', 'done']);
  expect(mail.sent.map(({ body }) => body)).toEqual([WORDS]);
  expect(other.sent.map(({ body }) => body)).toEqual(['I am away.']);
  expect(new Set(tasks.map(({ groupId }) => groupId)).size).toBe(2);
});
