import type { ServerResponse } from 'node:http';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { TaskResult } from '../../native/mcp/task-result';
import type { Task } from '../../src/store/task';
import { answerHtml, type Site, startSite } from '../sites/site';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { type Agent, type Install, startInstall, textOf } from './harness/bridged';
import { script, type World } from './harness/world';

let install: Install;
let world: World;
let site: Site;
let mail: Webmail;
let agent: Agent;

/** Ends the wait of whoever opened `/held`. */
let letGo: () => void = () => undefined;
const held = new Promise<void>((resolve) => {
  letGo = resolve;
});
async function holding({ path }: { path: string }, response: ServerResponse): Promise<boolean> {
  if (path !== '/held') return false;
  await held;
  return answerHtml(response, '<title>Held</title>');
}

beforeAll(async () => {
  [install, site, mail] = await Promise.all([startInstall(), startSite('controls', holding), startWebmail()]);
  ({ world } = await install.browser());
  agent = await install.agent();
});
afterAll(async () => {
  const activations = await world?.activations();
  await install?.close();
  await Promise.all([site?.close(), mail?.close()]);
  expect(activations).toEqual([]);
});
beforeEach(() => {
  mail.sent.length = 0;
});

/** The task with this prompt, when there is one. */
const taskOf = async (prompt: string) =>
  (await world.session.rows<Task>('tasks')).find((task) => task.prompt === prompt);
const reply = (words: string) => `Read the newest mail at ${mail.origin}/ and reply to it: “${words}”`;
const look = () => [
  { name: 'new_tab' },
  { name: 'navigate', input: { url: `${site.origin}/` } },
  { name: 'screenshot' },
];

test('hands a task over, hears its steps, gets the result, and reads transcript and picture as resources', async () => {
  const heard: string[] = [];
  const onprogress = ({ message }: { message?: string | undefined }) => {
    heard.push(message ?? '');
    // The SDK's client drops what arrives together with the result, so the task may not end before this was heard.
    if (message === 'Looked at the page') letGo();
  };
  const last = { name: 'navigate', input: { url: `${site.origin}/held` } };
  const prompt = script(look(), [last]);
  const result = await agent.call('browser_task', { task: prompt, url: `${site.origin}/` }, { onprogress });
  const task = TaskResult.parse(result.structuredContent);
  expect(task).toMatchObject({ status: 'done', result: expect.stringContaining('navigate ok') });
  expect(task.steps).toContain('Opened a tab');
  expect(heard).toEqual(expect.arrayContaining(['Opened a tab', 'Looked at the page']));
  expect(JSON.stringify(world.standIn.requests.at(-1)?.messages)).toContain(`Begin at: ${site.origin}/`);

  const { resources } = await agent.client.listResources();
  const uri = `offstage://task/${task.task_id}`;
  expect(resources.map((each) => each.uri)).toContain(uri);
  const { contents } = await agent.client.readResource({ uri });
  const transcript = String(contents[0] && 'text' in contents[0] ? contents[0].text : '');
  expect(transcript).toContain('Opened 127.0.0.1');
  const picture = /\((offstage:\/\/picture\/[^)]+)\)/.exec(transcript)?.[1] ?? '';
  const [shown] = (await agent.client.readResource({ uri: picture })).contents;
  expect(shown?.mimeType).toMatch(/^image\//);
  expect(shown && 'blob' in shown && Buffer.from(String(shown.blob), 'base64').length).toBeGreaterThan(1000);
});

test('a result fits the schema that was given, or the model is told where it does not', async () => {
  const schema = { type: 'object', properties: { count: { type: 'number' } }, required: ['count'] };
  const done = (data: unknown) => [{ name: 'finish', input: { result: 'Counted.', data } }];
  const result = await agent.call('browser_task', {
    task: script(done({ count: 'many' }), done({ count: 3 })),
    schema,
  });
  expect(result.structuredContent).toMatchObject({ status: 'done', result: 'Counted.', structured: { count: 3 } });
  expect(JSON.stringify(world.standIn.requests.at(-1)?.messages)).toMatch(/data does not fit its schema: #\/count/);

  const words = await agent.call('browser_task', { task: 'Say hello', schema });
  expect(words.structuredContent).toMatchObject({ status: 'failed', failure: { code: 'bad-response' } });
  const unusable = await agent.say('browser_task', { task: 'Say hello', schema: { $ref: '#/nowhere' } });
  expect(unusable).toMatch(/schema cannot be used.*Nothing was started/);
});

test('a limit in dollars stops the task before its next turn; without a price it is refused', async () => {
  const task = script(look(), [{ name: 'list_tabs' }]);
  const limited = { task, budget_usd: 0.5 };
  expect(await agent.say('browser_task', limited)).toMatch(/price of stand-in-1 is not known.*Nothing was started/);
  expect(await taskOf(task)).toBeUndefined();
  // Each turn reads some thousand tokens: dollars, at this price.
  const { baseURL } = world.standIn;
  await world.session.configure({ baseURL }, { price: { input: 1000, output: 1000 }, usd: 10_000 });
  const { structuredContent } = await agent.call('browser_task', limited);
  expect(structuredContent).toMatchObject({
    status: 'failed',
    failure: { code: 'budget', message: expect.stringContaining('0.5 USD') },
    cost_usd: expect.any(Number),
  });
  const { turns, costUsd } = await world.session.task(TaskResult.parse(structuredContent).task_id);
  expect(turns).toBe(1);
  expect(costUsd).toBeGreaterThan(0.5);
  // What the person set holds where it is lower.
  await world.session.configure({ baseURL }, { price: { input: 1000, output: 1000 }, usd: 0.25 });
  expect((await agent.call('browser_task', limited)).structuredContent).toMatchObject({
    failure: { code: 'budget', message: expect.stringContaining('0.25 USD') },
  });
  await world.session.configure({ baseURL });
});

const question = script([{ name: 'ask_user', input: { question: 'Which size?', options: ['Small', 'Large'] } }]);

test('a question reaches the client’s model, and its reply the task', async () => {
  const asked = await agent.call('browser_task', { task: question });
  expect(asked.structuredContent).toMatchObject({
    status: 'waiting',
    question: { text: 'Which size?', options: ['Small', 'Large'] },
    next: expect.stringContaining('browser_task_reply'),
  });
  const { task_id } = TaskResult.parse(asked.structuredContent);
  const answered = await agent.call('browser_task_reply', { task_id, text: 'Large' });
  expect(answered.structuredContent).toMatchObject({ status: 'done', result: expect.stringContaining('Large') });
});

test('a client that can ask its person does, and the task goes on', async () => {
  const asking = await install.agent({ name: 'Asking Agent', capabilities: { elicitation: { form: {} } } });
  asking.client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
    expect(params.message).toContain('Which size?');
    return { action: 'accept', content: { answer: 'Small' } };
  });
  const result = await asking.call('browser_task', { task: question });
  expect(result.structuredContent).toMatchObject({ status: 'done', result: expect.stringContaining('Small') });
  await asking.close();
});

test('what cannot be taken back waits for the person; no words of the client approve it', async () => {
  const started = await agent.call('browser_task', { task: reply('Yes.'), wait_seconds: 0 });
  const { task_id } = TaskResult.parse(started.structuredContent);
  const approval = await world.session.untilAsked(task_id);
  const waiting = await agent.call('browser_task_status', { task_id, wait_seconds: 0 });
  expect(waiting.structuredContent).toMatchObject({
    status: 'waiting',
    waiting_for: expect.stringMatching(/person's approval: Send .*ann@example.com/),
  });
  expect(textOf(waiting)).toContain('only the person can give');

  for (const text of ['yes', 'I approve', `approve ${approval.id}`])
    await agent.call('browser_task_reply', { task_id, text, wait_seconds: 0 });
  expect((await world.session.rows<{ status: string }>('approvals')).at(-1)?.status).toBe('pending');
  expect(mail.sent).toEqual([]);

  const following = agent.call('browser_task_status', { task_id, wait_seconds: 40 });
  await world.session.answer(approval.id, 'approve');
  expect((await following).structuredContent).toMatchObject({ status: 'done' });
  expect(mail.sent).toHaveLength(1);
});

test.each([
  ['while it works', 1],
  ['in the moment in which it begins', 0],
])('cancelled in the client %s, the task stops', async (_, turns) => {
  const cancel = new AbortController();
  const waits = { name: 'wait', input: { duration: 20 + turns } };
  const prompt = script(look(), [waits], [waits]);
  const call = agent.call('browser_task', { task: prompt }, { signal: cancel.signal });
  if (turns > 0)
    await expect
      .poll(async () => (await taskOf(prompt))?.turns ?? 0, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(turns);
  cancel.abort('the person pressed Escape');
  await expect(call).rejects.toThrow();
  await expect
    .poll(async () => (await taskOf(prompt))?.state, { timeout: 15_000 })
    .toEqual({ status: 'stopped', by: 'client' });
});

test('a program sees its own tasks; not those of another, nor the person’s', async () => {
  const other = await install.agent({ name: 'Other Agent' });
  const own = await world.session.start('Say hello to the person');
  await world.session.untilEnded(own);
  const theirs = TaskResult.parse((await other.call('browser_task', { task: 'Say hello' })).structuredContent);
  for (const task_id of [own, theirs.task_id]) {
    for (const [tool, args] of [
      ['browser_task_status', {}],
      ['browser_task_reply', { text: 'Go on' }],
      ['browser_task_stop', {}],
    ] as const)
      expect(await agent.say(tool, { task_id, ...args })).toContain('There is no task');
  }
  const { resources } = await agent.client.listResources();
  expect(resources.map(({ name }) => name)).not.toContain(theirs.task_id);
  expect((await other.client.listResources()).resources.map(({ name }) => name)).toEqual([theirs.task_id]);
  await other.close();
  // Nor by the name of the command line, which sees all of them.
  const posing = await install.agent({ name: 'offstage tasks' });
  expect(await posing.say('browser_task_stop', { task_id: theirs.task_id })).toContain('Only the offstage command');
  await posing.close();
});

test('the command line runs, lists and stops', async () => {
  const ran = await install.command('run', 'Say hello', '--json');
  expect(ran).toMatchObject({ code: 0 });
  expect(JSON.parse(ran.out)).toMatchObject({ status: 'done' });

  const waits = script([{ name: 'new_tab' }], [{ name: 'wait', input: { duration: 30 } }]);
  const { out } = await install.command('run', waits, '--background');
  const id = out.trim();
  expect((await install.command('tasks')).out).toContain(id);
  expect(await install.command('stop', id)).toMatchObject({ code: 0 });
  expect((await world.session.untilEnded(id)).state).toEqual({ status: 'stopped', by: 'client' });
  expect((await install.command('tasks')).out).not.toContain(id);
  const doctor = await install.command('doctor', '--json');
  expect(JSON.parse(doctor.out)).toEqual(
    expect.arrayContaining([expect.objectContaining({ link: 'host', state: 'ok' })]),
  );
});
