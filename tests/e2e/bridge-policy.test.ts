import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Approval } from '../../src/store/approval';
import type { LoggedEffect } from '../../src/store/logged-effect';
import type { Task } from '../../src/store/task';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { type Agent, type Install, startInstall } from './harness/bridged';
import { writtenReply } from './harness/mail-by-hand';
import type { World } from './harness/world';

let install: Install;
let world: World;
let mail: Webmail;
let agent: Agent;

beforeAll(async () => {
  [install, mail] = await Promise.all([startInstall(), startWebmail()]);
  ({ world } = await install.browser());
  agent = await install.agent({ args: ['--patience', '600'] });
});
afterAll(async () => {
  const activations = await world?.activations();
  await install?.close();
  await mail?.close();
  expect(activations).toEqual([]);
});
beforeEach(() => {
  mail.sent.length = 0;
});

async function asked(): Promise<Approval> {
  const pending = async () =>
    (await world.session.rows<Approval>('approvals')).find(({ status }) => status === 'pending');
  await expect.poll(pending, { timeout: 20_000 }).toBeDefined();
  const approval = await pending();
  if (!approval) throw new Error('nothing waits');
  return approval;
}

test('a step that sends waits for the person, says so, and ends by itself when they approve', async () => {
  const send = await writtenReply(agent, mail.origin, { session: 'approved', words: 'From the bridge.' });
  const heard: string[] = [];
  const call = agent.call('browser_left_click', send, { onprogress: ({ message }) => heard.push(message ?? '') });
  const approval = await asked();
  expect(approval.effect).toMatchObject({ kind: 'send', summary: { recipient: 'ann@example.com' } });
  await expect.poll(() => heard).toContainEqual(expect.stringMatching(/^Waits for the person's approval: Send /));
  expect(mail.sent).toEqual([]);
  await world.session.answer(approval.id, 'approve');
  const result = await call;
  expect(result.isError ?? false).toBe(false);
  expect(JSON.stringify(result.content)).toContain('The person approved, and it was sent.');
  expect(mail.sent.map(({ body }) => body)).toEqual(['From the bridge.']);
});

test('denied: the client is told in the person’s words, and nothing was sent', async () => {
  const send = await writtenReply(agent, mail.origin, { session: 'denied', words: 'No.' });
  const call = agent.call('browser_left_click', send);
  await world.session.answer((await asked()).id, 'deny', 'I will call her');
  const result = await call;
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result.content)).toMatch(/The person denied this \(send.*I will call her/);
  // The same again is not even asked about.
  expect(await agent.say('browser_left_click', send)).toMatch(/does not allow this/);
  expect(mail.sent).toEqual([]);
});

test('a client that gives the call up takes its question back: nobody can approve it any more', async () => {
  const send = await writtenReply(agent, mail.origin, { session: 'cancelled', words: 'Never.' });
  const cancel = new AbortController();
  const call = agent.call('browser_left_click', send, { signal: cancel.signal });
  const approval = await asked();
  cancel.abort();
  await expect(call).rejects.toThrow();
  const status = async () => (await world.session.rows<Approval>('approvals')).find(({ id }) => id === approval.id);
  await expect.poll(status).toMatchObject({ status: 'void' });
  await expect(world.session.answer(approval.id, 'approve')).rejects.toThrow(/answered before/);
  // The session goes on.
  expect(await agent.say('browser_list_tabs', { session: 'cancelled' })).toContain(mail.origin);
  expect(mail.sent).toEqual([]);
});

test('a client with little patience is told that it waits, and gets the outcome with its next call', async () => {
  const hasty = await install.agent({ name: 'Hasty Agent', args: ['--patience', '5'] });
  const send = await writtenReply(hasty, mail.origin, { words: 'In time.' });
  const { target } = send;
  const first = await hasty.say('browser_left_click', { target });
  expect(first).toMatch(/Waits for the person's approval[\s\S]*Only the person can answer[\s\S]*Do not call it again/);
  await world.session.answer((await asked()).id, 'approve');
  await expect.poll(() => mail.sent.length, { timeout: 20_000 }).toBe(1);
  const next = await hasty.say('browser_list_tabs');
  expect(next).toMatch(/The earlier browser_left_click ended meanwhile:[\s\S]*it was sent/);
  await hasty.close();
});

test('the person stops a session: its client is told, and does not just go on', async () => {
  await agent.call('browser_new_tab', { session: 'stopped' });
  const tasks = await world.session.rows<Task>('tasks');
  const task = tasks.find(({ client }) => client?.session === 'stopped');
  await world.session.send({ type: 'stop-task', taskId: task?.id ?? '' });
  for (let time = 0; time < 2; time += 1) {
    const result = await agent.call('browser_list_tabs', { session: 'stopped' });
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toContain('The person stopped this session');
  }
});

test('readonly holds at once, for a session that runs: nothing is sent, and only the person can take it back', async () => {
  const send = await writtenReply(agent, mail.origin, { session: 'readonly', words: 'Looked only.' });
  const set = (value: string) => install.command('config', 'set', 'autonomy', value);
  expect(await set('readonly')).toMatchObject({ code: 0 });
  const result = await agent.call('browser_left_click', send);
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result.content)).toMatch(/does not allow this \((send|draft) at.*may only look at pages/);
  expect(mail.sent).toEqual([]);
  const log = await world.session.rows<LoggedEffect>('effects');
  // Whichever of the draft and the mail comes first; neither got through.
  expect(log.at(-1)).toMatchObject({ verdict: 'never', reasons: [{ code: 'readonly' }] });
  expect(await set('auto')).toMatchObject({ code: 1, err: expect.stringContaining('only the person can') });
  expect(await set('plan')).toMatchObject({ code: 1 });
  expect((await install.command('config', 'get', 'autonomy')).out.trim()).toBe('readonly');
  await world.session.configure({ baseURL: world.standIn.baseURL });
});

test('the API key is nowhere on the bridge, and no setting lets it out', async () => {
  const key = 'sk-the-secret-key-of-a-person';
  await world.session.configure({ baseURL: world.standIn.baseURL, apiKey: key });
  const said = [
    await install.command('config', 'get'),
    await install.command('config', 'get', 'provider.apiKey'),
    await install.command('doctor'),
    await install.command('run', 'Say hello', '--json'),
    await install.command('tasks', '--all', '--json'),
  ];
  expect(JSON.stringify(said)).not.toContain(key);
  expect(said[0]?.out).toContain(world.standIn.baseURL);
  const set = (...args: string[]) => install.command('config', 'set', ...args);
  expect((await set('provider.apiKey', 'x')).code).not.toBe(0);
  expect(await set('provider.baseURL', 'http://127.0.0.1:9/')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/key is stored for .* Only the person can change it/),
  });
  expect(await set('budget.turns', 'many')).toMatchObject({ code: expect.not.stringMatching('0') });
  expect(await set('budget.turns', '42')).toMatchObject({ code: 0 });
  expect((await install.command('config', 'get', 'budget.turns')).out.trim()).toBe('42');
  await world.session.configure({ baseURL: world.standIn.baseURL });
});
