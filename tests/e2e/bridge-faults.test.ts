import { afterAll, beforeAll, expect, test } from 'vitest';
import { TaskResult } from '../../native/mcp/task-result';
import type { Approval } from '../../src/store/approval';
import { type StandIn, startStandIn } from '../model/server';
import { type Site, startSite } from '../sites/site';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { type Agent, type Install, startInstall } from './harness/bridged';
import { writtenReply } from './harness/mail-by-hand';
import { script, type World } from './harness/world';

let install: Install;
let standIn: StandIn;
let world: World;
let site: Site;
let mail: Webmail;
let agent: Agent;

beforeAll(async () => {
  [install, standIn, site, mail] = await Promise.all([
    startInstall(),
    startStandIn(),
    startSite('controls', () => false),
    startWebmail(),
  ]);
  ({ world } = await install.browser({ standIn }));
  agent = await install.agent({ args: ['--patience', '600'] });
});
afterAll(async () => {
  await install?.close();
  await Promise.all([standIn?.close(), site?.close(), mail?.close()]);
});

/** A page of the site in a session of its own. */
async function open(by: Agent, word: string, session = ''): Promise<void> {
  await by.call('browser_new_tab', { session });
  await by.call('browser_navigate', { session, url: `${site.origin}/?${word}` });
}

async function pending(): Promise<Approval> {
  const find = async () => (await world.session.rows<Approval>('approvals')).find(({ status }) => status === 'pending');
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  const approval = await find();
  if (!approval) throw new Error('nothing waits');
  return approval;
}

const groups = () =>
  world.own.evaluate(async () => (await chrome.tabGroups.query({})).map(({ title }) => title).sort());

test('two clients on one browser: no answer goes astray', async () => {
  const [one, two] = await Promise.all([install.agent({ name: 'One' }), install.agent({ name: 'Two' })]);
  await Promise.all([open(one, 'first'), open(two, 'second')]);
  const rounds = Array.from({ length: 15 }, (_, round) => round);
  const [ones, twos] = await Promise.all(
    [one, two].map((each) => Promise.all(rounds.map(() => each.say('browser_list_tabs')))),
  );
  for (const said of ones ?? []) expect(said).toMatch(/\?first(?![\s\S]*\?second)/);
  for (const said of twos ?? []) expect(said).toMatch(/\?second(?![\s\S]*\?first)/);
  await Promise.all([one.close(), two.close()]);
  await expect.poll(groups, { timeout: 20_000 }).toEqual([]);
});

test('a host that is killed: the call under way ends in words, its outcome is told, the tabs are kept', async () => {
  const send = await writtenReply(agent, mail.origin, { session: 'host' });
  const call = agent.say('browser_left_click', send);
  const approval = await pending();
  const [entry] = await install.hosts();
  process.kill(entry?.pid ?? 0, 'SIGKILL');
  expect(await call).toMatch(/outcome is unknown/);
  const after = await install.untilHost(({ id }) => id !== entry?.id);
  expect(after.pid).not.toBe(entry?.pid);

  // The question stands, and its answer counts.
  await world.session.answer(approval.id, 'approve');
  await expect.poll(() => mail.sent.length, { timeout: 20_000 }).toBe(1);
  const next = await agent.say('browser_list_tabs', { session: 'host' });
  expect(next).toMatch(/The earlier left_click, whose answer was lost, ended:[\s\S]*it was sent/);
  expect(next).toContain(mail.origin);
});

test('a worker that is killed: woken by its alarm, it has the session, its tabs and its question', async () => {
  const send = await writtenReply(agent, mail.origin, { session: 'worker' });
  const call = agent.say('browser_left_click', send);
  const approval = await pending();
  const sent = mail.sent.length;
  const [entry] = await install.hosts();
  await world.chromium.killWorker();
  expect(await call).toMatch(/outcome is unknown/);
  await install.untilHost(({ id }) => id !== entry?.id);
  await world.session.answer(approval.id, 'approve');
  await expect.poll(() => mail.sent.length, { timeout: 20_000 }).toBe(sent + 1);
  const next = await agent.say('browser_list_tabs', { session: 'worker' });
  expect(next).toMatch(/The earlier left_click was interrupted by a restart\. .*it was sent/);
  expect(next).toContain(mail.origin);
});

test('a client that is killed in mid-call: its question falls away, its tabs close, another goes on', async () => {
  const doomed = await install.agent({ name: 'Doomed', args: ['--patience', '600'] });
  await open(agent, 'bystander', 'bystander');
  const send = await writtenReply(doomed, mail.origin);
  const sent = mail.sent.length;
  const call = doomed.call('browser_left_click', send).catch(() => 'gone');
  const approval = await pending();
  process.kill(doomed.pid, 'SIGKILL');
  expect(await call).toBe('gone');
  const row = async () => (await world.session.rows<Approval>('approvals')).find(({ id }) => id === approval.id);
  await expect.poll(async () => (await row())?.status, { timeout: 20_000 }).toBe('void');
  await expect.poll(groups, { timeout: 20_000 }).not.toContain('Doomed');
  expect(mail.sent.length).toBe(sent);
  expect(await agent.say('browser_list_tabs', { session: 'bystander' })).toContain('?bystander');
});

test('a client that ends after a restart of the worker: the question that it left falls away too', async () => {
  const doomed = await install.agent({ name: 'Left', args: ['--patience', '600'] });
  const call = doomed.say('browser_left_click', await writtenReply(doomed, mail.origin));
  const approval = await pending();
  await world.chromium.killWorker();
  expect(await call).toMatch(/outcome is unknown/);
  // Any message wakes the worker; the client is there again when it is answered.
  await world.session.send({ type: 'hand-back', taskId: 'none' });
  expect(await doomed.say('browser_list_tabs', { session: 'other' })).toContain('No tabs are open');
  process.kill(doomed.pid, 'SIGKILL');
  const row = async () => (await world.session.rows<Approval>('approvals')).find(({ id }) => id === approval.id);
  await expect.poll(async () => (await row())?.status, { timeout: 20_000 }).toBe('void');
  await expect.poll(groups, { timeout: 20_000 }).not.toContain('Left');
});

test('two browsers: each by its name, and neither knows the other’s tabs and tasks', async () => {
  const [first] = await install.hosts();
  const { world: second, entry } = await install.browser({ standIn });
  const there = await install.agent({ name: 'There', args: ['--browser', entry.id] });
  const here = await install.agent({ name: 'There', args: ['--browser', first?.id ?? ''] });
  await Promise.all([open(there, 'there'), open(here, 'here')]);
  expect(await there.say('browser_list_tabs')).toMatch(/\?there(?![\s\S]*\?here)/);
  expect(await here.say('browser_list_tabs')).toMatch(/\?here(?![\s\S]*\?there)/);
  const task = TaskResult.parse((await there.call('browser_task', { task: 'Say hello' })).structuredContent);
  expect(task.status).toBe('done');
  expect(await here.say('browser_task_status', { task_id: task.task_id })).toContain('There is no task');

  // When the browser that was named goes, the other one is not taken in its place.
  await second.close();
  await expect.poll(async () => (await install.hosts()).length, { timeout: 20_000 }).toBe(1);
  expect(await here.say('browser_list_tabs')).toContain('?here');
  await Promise.all([there.close(), here.close()]);
});

test('a browser that is started again: the next call finds it, and a task goes on', async () => {
  const started = await agent.call('browser_task', {
    task: script([{ name: 'ask_user', input: { question: 'Which one?' } }]),
  });
  const { task_id } = TaskResult.parse(started.structuredContent);
  await open(agent, 'before', 'restart');
  const { userDataDir } = world.chromium;
  await world.close();
  await expect.poll(() => install.hosts(), { timeout: 20_000 }).toEqual([]);
  const listing = agent.say('browser_list_tabs', { session: 'restart' });
  ({ world } = await install.browser({ standIn, userDataDir }));
  expect(await listing).toMatch(/No tabs are open|\?before/);
  const replied = await agent.call('browser_task_reply', { task_id, text: 'The blue one' });
  expect(replied.structuredContent).toMatchObject({ status: 'done', result: expect.stringContaining('The blue one') });
  await open(agent, 'after', 'restart');
  expect(await agent.say('browser_list_tabs', { session: 'restart' })).toContain('?after');
});
