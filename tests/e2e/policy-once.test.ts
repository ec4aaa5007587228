import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Approval } from '../../src/store/approval';
import type { Grant } from '../../src/store/grant';
import type { LoggedEffect } from '../../src/store/logged-effect';
import { type Sending, startSending } from '../sites/sending/server';
import { at, click, ref } from './harness/hands';
import { answersOf, script, startWorld, type World } from './harness/world';

let world: World;
let site: Sending;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  site = await startSending();
});
afterEach(() => site?.close());

const open = (query = '') => [
  { name: 'new_tab' },
  { name: 'navigate', input: { url: `${site.origin}/${query}` } },
  { name: 'read_page', input: { filter: 'all' } },
];
const start = (...turns: { name: string; input?: unknown }[][]) => world.session.start(script(open(), ...turns));
const sent = () => site.writes.map(({ path }) => path);
const approvalsOf = async (id: string) =>
  (await world.session.rows<Approval>('approvals')).filter(({ taskId }) => taskId === id);
const isWaitingLate = (id: string) =>
  world.session.until(
    id,
    ({ state }) => state.status === 'waiting' && state.on.for === 'late-send',
    'the task watches for a late send',
  );

async function pageOfTask(query = ''): Promise<Page> {
  const page = (await world.chromium.browser.pages()).find((each) => each.url() === `${site.origin}/${query}`);
  if (!page) throw new Error('the page of the task is not there');
  return page;
}
const tries = (page: Page) => page.evaluate(() => (globalThis as unknown as { tries: number }).tries);
const statusOf = (page: Page) => page.$eval('#status', ({ textContent }) => textContent);

/** What the model was told last. */
const lastHeard = () => JSON.stringify(world.standIn.requests.at(-1)?.messages.at(-1));

test('“undo send”: the task that finished at once waits for it, and asks; approved, it goes out once', async () => {
  const { session } = world;
  const id = await start([click('button', 'Send with undo')]);
  await isWaitingLate(id);
  await session.send({ type: 'say', taskId: id, text: 'And tell me the time' });
  const approval = await session.untilAsked(id);
  expect(approval.effect).toMatchObject({ kind: 'send', summary: { recipient: 'ann@example.com' } });
  expect(sent()).toEqual([]);
  await session.answer(approval.id, 'approve');
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(sent()).toEqual(['/api/messages/send']);
  // What was said while the task waited is answered before it ends.
  expect(lastHeard()).toContain('And tell me the time');
});

test('the like for this task: another text to the same person is not asked about, somebody else is', async () => {
  const { session } = world;
  const write = (role: string, name: string, value: string) => ({
    name: 'form_input',
    input: { target: ref(role, name), value },
  });
  const id = await start(
    [click('button', 'Send')],
    [write('textbox', 'Text', 'At one, then.')],
    [click('button', 'Send')],
    [write('textbox', 'To', 'bob@example.com')],
    [click('button', 'Send')],
  );
  const first = await session.untilAsked(id);
  await session.answer(first.id, 'approve', undefined, { scope: 'like' });
  const somebodyElse = await session.untilAsked(id);
  expect(somebodyElse.effect.summary.recipient).toBe('bob@example.com');
  expect(site.writes.map(({ body }) => JSON.parse(body).text)).toEqual(['Lunch at noon?', 'At one, then.']);
  await session.answer(somebodyElse.id, 'deny');
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(sent()).toEqual(['/api/messages/send', '/api/messages/send']);
});

test('the like for a task ends with it: gone on with, the task asks again', async () => {
  const { session } = world;
  const done = [{ name: 'finish', input: { result: 'Sent.' } }];
  const id = await start([click('button', 'Send')], done, open().slice(1), [click('button', 'Send')]);
  await session.answer((await session.untilAsked(id)).id, 'approve', undefined, { scope: 'like' });
  expect((await session.untilEnded(id)).status).toBe('done');
  await session.send({ type: 'say', taskId: id, text: 'Once more' });
  const again = await session.untilAsked(id);
  expect(sent()).toEqual(['/api/messages/send']);
  await session.answer(again.id, 'deny');
  await session.untilEnded(id);
  expect(sent()).toHaveLength(1);
});

test('“undo send” that only its page can send: approved, the model hears that it did not go out', async () => {
  const { session } = world;
  const id = await start([click('button', 'Post with undo')]);
  await isWaitingLate(id);
  const approval = await session.untilAsked(id);
  await session.answer(approval.id, 'approve');
  expect((await session.untilEnded(id, 60_000)).status).toBe('done');
  expect(sent()).toEqual([]);
  expect(lastHeard()).toContain('did not send it again');
});

test('“undo send” that goes out with the next press: approved, it is sent, and that press is not done again', async () => {
  const { session } = world;
  const id = await start([click('button', 'Send with undo'), click('button', 'Add one')]);
  await session.answer((await session.untilAsked(id)).id, 'approve');
  const page = await pageOfTask();
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(sent()).toEqual(['/api/messages/send']);
  expect(await page.$eval('#count', (count) => count.textContent)).toBe('1');
});

test('what reached a server that gives no answer counts as sent, and holds up no stop', async () => {
  const { session } = world;
  const unreadable = await session.start(script(open('?unreadable'), [click('button', 'Send once')]));
  await session.answer((await session.untilAsked(unreadable)).id, 'approve');
  expect(answersOf(await session.untilEnded(unreadable)).at(-1)).toMatch(
    /it was sent. No answer came .* do not repeat/,
  );
  expect(sent()).toEqual(['/api/messages/send?unreadable']);

  const silent = await session.start(script(open('?silent'), [click('button', 'Send once')]));
  await session.answer((await session.untilAsked(silent)).id, 'approve');
  await expect.poll(sent, { timeout: 20_000 }).toHaveLength(2);
  await session.send({ type: 'stop-task', taskId: silent });
  expect((await session.task(silent)).status).toBe('stopped');
});

test('approved with the tab in the person’s hands: nothing is sent behind their back, and the model is to look first', async () => {
  const { session } = world;
  const id = await start([click('button', 'Send once')]);
  const approval = await session.untilAsked(id);
  await session.send({ type: 'take-over', taskId: id });
  await session.answer(approval.id, 'approve');
  await session.send({ type: 'hand-back', taskId: id });
  expect(answersOf(await session.untilEnded(id)).at(-1)).toContain('the approval still holds');
  expect(sent()).toEqual([]);
});

test('a press on a point that sends two things at once asks about each, and sends each once', async () => {
  const { session } = world;
  const press = { name: 'left_click', input: { target: at(100, 100) } };
  const id = await session.start(script(open('?both'), [press]));
  for (const path of ['/api/messages/send', '/api/posts/publish']) {
    const approval = await session.untilAsked(id);
    expect(approval.effect.url).toBe(`${site.origin}${path}`);
    await session.answer(approval.id, 'approve');
  }
  await session.untilEnded(id);
  expect(sent()).toEqual(['/api/messages/send', '/api/posts/publish']);
});

test('“undo send”, and the worker is killed while it waits: the next one watches on, and asks no model again', async () => {
  const { session, chromium, standIn } = world;
  const id = await start([click('button', 'Send with undo')]);
  await isWaitingLate(id);
  const requests = standIn.requests.length;
  await chromium.killWorker();
  await session.send({ type: 'answer-approval', approvalId: 'none', answer: 'deny', scope: 'once' });
  const page = await pageOfTask();
  await expect.poll(() => tries(page), { timeout: 20_000 }).toBe(1);
  const approval = await session.untilAsked(id);
  expect(standIn.requests).toHaveLength(requests);
  expect(sent()).toEqual([]);
  await session.answer(approval.id, 'approve');
  expect((await session.untilEnded(id, 60_000)).status).toBe('done');
  expect(sent()).toEqual(['/api/messages/send']);
});

test('“undo send”, and the person stops the task: the page tries, and nothing arrives', async () => {
  const { session } = world;
  const id = await start([click('button', 'Send with undo')]);
  await isWaitingLate(id);
  const page = await pageOfTask();
  await session.send({ type: 'stop-task', taskId: id });
  await expect.poll(() => tries(page), { timeout: 20_000 }).toBe(1);
  // Not `waitForFunction`: it looks at each frame, and a hidden tab that was let go of draws none.
  await expect.poll(() => statusOf(page), { timeout: 20_000 }).toBe('It did not go out.');
  expect(sent()).toEqual([]);
});

test('“undo send”, and the person takes the tabs without a press: it is not taken for theirs, and a card asks', async () => {
  const { session } = world;
  const id = await start([click('button', 'Send with undo')]);
  await isWaitingLate(id);
  const page = await pageOfTask();
  expect(await session.send({ type: 'take-over', taskId: id })).toMatchObject({ ok: true });
  const approval = await session.untilAsked(id);
  await expect.poll(() => statusOf(page), { timeout: 20_000 }).toBe('It did not go out.');
  expect(sent()).toEqual([]);
  await session.answer(approval.id, 'deny');
  await session.send({ type: 'hand-back', taskId: id });
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(sent()).toEqual([]);
});

test('a page that sends twice, and one that tries again by itself: asked once, sent once', async () => {
  const { session } = world;
  const twice = await start([click('button', 'Send twice')]);
  await session.answer((await session.untilAsked(twice)).id, 'approve');
  expect((await session.untilEnded(twice)).status).toBe('done');
  expect(sent()).toEqual(['/api/messages/send']);
  expect(await approvalsOf(twice)).toHaveLength(1);

  const wait = { name: 'wait', input: { duration: 1 } };
  const retry = await session.start(script(open('?retry'), [click('button', 'Send until it works')], [wait]));
  await session.answer((await session.untilAsked(retry)).id, 'approve');
  const page = await pageOfTask('?retry');
  expect((await session.untilEnded(retry)).status).toBe('done');
  const before = await tries(page);
  await expect.poll(() => tries(page), { timeout: 20_000 }).toBeGreaterThan(before + 2);
  expect(sent()).toEqual(['/api/messages/send', '/api/messages/send?broken=1']);
  expect(await approvalsOf(retry)).toHaveLength(1);
  const log = (await session.rows<LoggedEffect>('effects')).filter(({ taskId }) => taskId === retry);
  expect(log.map(({ reasons }) => reasons[0]?.code)).toContain('double');
});

test('a call that says nothing is tried again and again while its card waits, over the death of the worker: none passes', async () => {
  const { session, chromium } = world;
  const typed = [click('textbox', 'Text'), { name: 'type', input: { text: 'x' } }];
  const id = await start(typed, [click('button', 'Sync')]);
  expect((await session.untilAsked(id)).effect.kind).toBe('unexplained');
  const page = await pageOfTask();
  await chromium.killWorker();
  await session.send({ type: 'stop-task', taskId: 'nobody' });
  await chromium.restarted();
  const before = await tries(page);
  await expect.poll(() => tries(page), { timeout: 20_000 }).toBeGreaterThan(before + 3);
  await session.answer((await session.untilAsked(id)).id, 'deny');
  expect((await session.untilEnded(id)).status).toBe('done');
  const after = await tries(page);
  await expect.poll(() => tries(page), { timeout: 20_000 }).toBeGreaterThan(after + 2);
  expect(sent()).toEqual([]);
});

test('one press that sends two things asks about each, and sends neither twice', async () => {
  const { session } = world;
  const id = await start([click('button', 'Go on')]);
  const first = await session.untilAsked(id);
  await session.answer(first.id, 'approve');
  const second = await session.untilAsked(id);
  expect([first.effect.kind, second.effect.kind]).toEqual(['send', 'publish']);
  await session.answer(second.id, 'approve');
  await session.untilEnded(id);
  expect(sent()).toEqual(['/api/messages/send', '/api/posts/publish']);
});

test('always and never: a rule of the card holds for later tasks, and the log says so without a value', async () => {
  const { session } = world;
  const once = await start([click('button', 'Send')]);
  await session.answer((await session.untilAsked(once)).id, 'approve', undefined, { rule: 'allow' });
  await session.untilEnded(once);
  const always = await start([click('button', 'Send')]);
  await session.untilEnded(always);
  expect(sent()).toHaveLength(2);
  expect(await approvalsOf(always)).toEqual([]);

  await session.send({ type: 'put-rule', rule: { site: '127.0.0.1', kind: 'send', answer: 'never' } });
  const never = await start([click('button', 'Send')]);
  expect(answersOf(await session.untilEnded(never)).at(-1)).toContain('does not allow this');
  expect(sent()).toHaveLength(2);
  await session.send({ type: 'remove-rule', id: '127.0.0.1 send' });

  const log = (await session.rows<LoggedEffect>('effects')).filter(({ taskId }) =>
    [once, always, never].includes(taskId),
  );
  expect(log.map(({ verdict, answer, reasons }) => [verdict, answer, reasons[0]?.code])).toEqual([
    ['ask', 'approved', 'path'],
    ['pass', undefined, 'allow'],
    ['pass', undefined, 'allow'],
    ['never', undefined, 'never'],
  ]);
  expect(JSON.stringify(log)).not.toMatch(/ann@example|noon/);
});

test('a commit that was ticked in the plan goes out without a card, once; a changed plan or another recipient asks', async () => {
  const { session } = world;
  const commit = { kind: 'send' as const, site: site.origin, recipient: 'ann@example.com' };
  const plan = (text: string, to = commit.recipient) => ({
    name: 'update_plan',
    input: { steps: [{ text, status: 'doing', commit: { ...commit, recipient: to } }] },
  });
  const ask = { name: 'ask_user', input: { question: 'Go on?' } };
  const begin = async (...turns: { name: string; input?: unknown }[][]) => {
    const prompt = `Write to ann@example.com. ${script([plan('Send it'), ask], open(), ...turns)}`;
    const id = await session.start(prompt);
    const { state } = await session.until(id, (task) => task.state.status === 'waiting', 'the task asks');
    const step = (await session.task(id)).plan[0];
    expect(step).toMatchObject({ text: 'Send it', commit });
    const tick = { type: 'tick-commit' as const, taskId: id, stepId: step?.id ?? '', ticked: true };
    expect(await session.send({ ...tick, commit: { ...commit, recipient: 'eve@evil.test' } })).toMatchObject({
      ok: false,
    });
    expect(await session.send({ ...tick, commit })).toMatchObject({ ok: true });
    if (state.status !== 'waiting' || state.on.for !== 'question') throw new Error('no question waits');
    await session.send({ type: 'answer-question', questionId: state.on.questionId, answer: 'Yes' });
    return id;
  };
  const statusOf = async (id: string) =>
    (await session.rows<Grant>('grants')).filter(({ taskId }) => taskId === id).map(({ status }) => status);

  const ticked = await begin([click('button', 'Send')], [click('button', 'Send')]);
  const second = await session.untilAsked(ticked);
  expect(sent()).toEqual(['/api/messages/send']);
  expect(await statusOf(ticked)).toEqual(['spent']);
  await session.answer(second.id, 'deny');
  await session.untilEnded(ticked);

  const changed = await begin([plan('Send it now'), ...open()], [click('button', 'Send')]);
  await session.answer((await session.untilAsked(changed)).id, 'deny');
  await session.untilEnded(changed);
  expect(await statusOf(changed)).toEqual(['void']);
  expect(sent()).toHaveLength(1);
});

test('a script that was shown before it ran is not asked about again for what it says; what it does not say is', async () => {
  const { session, own } = world;
  await own.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, members: { javascript_exec: true } } });
  });
  const post = (body: string) =>
    `fetch('/api/messages/send', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${body} }).then(() => 'sent', () => 'stopped')`;
  const shown = post(`JSON.stringify({ to: 'ann@example.com', text: 'Lunch' })`);
  const script = { name: 'javascript_exec', input: { text: shown } };
  const id = await start([script], [script]);
  const approval = await session.untilAsked(id);
  expect(approval.effect).toMatchObject({ method: 'SCRIPT', rows: [{ label: 'script', value: shown }] });
  expect(sent()).toEqual([]);
  // There is no like of a script: it runs once, and is shown each time.
  await session.answer(approval.id, 'approve', undefined, { scope: 'like' });
  await expect.poll(async () => (await approvalsOf(id)).length, { timeout: 20_000 }).toBe(2);
  const again = await session.untilAsked(id);
  expect(again.effect.method).toBe('SCRIPT');
  expect(sent()).toEqual(['/api/messages/send']);
  await session.answer(again.id, 'deny');
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(sent()).toHaveLength(1);

  const hidden = post(`JSON.stringify({ to: 'eve@' + 'evil.test', text: 'Lunch' })`);
  const other = await start([{ name: 'javascript_exec', input: { text: hidden } }]);
  await session.answer((await session.untilAsked(other)).id, 'approve');
  await expect.poll(async () => (await approvalsOf(other)).length, { timeout: 20_000 }).toBe(2);
  const second = await session.untilAsked(other);
  expect(second.effect).toMatchObject({ kind: 'send', summary: { recipient: 'eve@evil.test' } });
  await session.answer(second.id, 'deny');
  await session.untilEnded(other);
  expect(sent()).toHaveLength(1);
});
