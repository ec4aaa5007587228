import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFaultPages } from '../sites/fault-pages';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { answersOf, script, startWorld, type World } from './harness/world';

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
  await chromium.killWorker();
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
  await chromium.killWorker();
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
    await chromium.killWorker();
    await session.send({ type: 'answer-approval', approvalId: 'none', answer: 'deny', scope: 'once' });
  }
  const approval = await session.untilAsked(id);
  await session.answer(approval.id, 'approve');
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(mail.sent).toHaveLength(1);
});

test('killed while a page is on its way that never comes: the task goes on', async () => {
  const { session, chromium } = world;
  const site = await startFaultPages();
  try {
    const id = await session.start(
      script(
        [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}/silent` } }],
        [{ name: 'navigate', input: { url: `${site.origin}/throws` } }, { name: 'read_page' }],
      ),
    );
    await expect.poll(() => site.asked).toContain('/silent');
    await chromium.killWorker();
    await session.send({ type: 'stop-task', taskId: 'none' });
    const answers = answersOf(await session.untilEnded(id));
    expect(answers.join('\n')).toContain('its outcome is unknown');
    expect(answers.at(-1)).toContain('Before the error');
  } finally {
    await site.close();
  }
});

/** Writes down a further tab as the task's active one, as a worker does that dies right afterwards. */
async function addTab(taskId: string, tabId: number): Promise<void> {
  await world.own.evaluate(
    (given) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('offstage');
        open.onsuccess = () => {
          const change = open.result.transaction('tasks', 'readwrite');
          change.onabort = () => reject(change.error);
          change.oncomplete = () => resolve(open.result.close());
          const tasks = change.objectStore('tasks');
          const read = tasks.get(given.taskId);
          read.onsuccess = () => {
            const { tabs, ...task } = read.result;
            const others = tabs.map((tab: object) => ({ ...tab, active: false }));
            const added = { tabId: given.tabId, url: 'http://127.0.0.1/', title: 'Was here', active: true, nextRef: 1 };
            tasks.put({ ...task, tabs: [...others, added] });
          };
        };
      }),
    { taskId, tabId },
  );
}

test('killed, and one of its tabs is out of reach by then: the task goes on in the other one', async () => {
  const { session, chromium, own } = world;
  const url = 'chrome://version/';
  const { id: lost = 0 } = await own.evaluate((address) => chrome.tabs.create({ url: address, active: false }), url);
  await chromium.browser.waitForTarget((each) => each.url() === url);
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${mail.origin}/` } }],
      [{ name: 'wait', input: { duration: 30 } }],
      ...['read_page', 'read_page', 'read_page', 'list_tabs'].map((name) => [{ name }]),
    ),
  );
  await session.untilStarted(id, 'wait');
  await addTab(id, lost);
  await chromium.killWorker();
  await session.send({ type: 'stop-task', taskId: 'none' });
  const task = await session.untilEnded(id);
  const answers = answersOf(task).join('\n');
  expect(answers).toMatch(
    new RegExp(`read_page ERROR: Tab ${lost} .* could not be entered again.* go on in another tab`),
  );
  expect(answers).toContain('read_page ok: banner');
  expect(task.tabs.map(({ url }) => new URL(url).origin)).toEqual([mail.origin]);
});

test('killed and not called by anybody: the alarm brings it back', async () => {
  const { session, chromium, own } = world;
  const id = await session.start(prompt());
  await session.until(id, ({ turns }) => turns >= 1, 'the first turn');
  await chromium.killWorker();
  const alarm = await own.evaluate(() => chrome.alarms.get('resume'));
  expect(alarm?.periodInMinutes).toBe(0.5);
  await session.until(id, ({ state }) => state.status === 'waiting', 'the alarm woke the worker', 90_000);
  expect(mail.sent).toEqual([]);
  // Chrome fires an alarm after half a minute at the soonest.
}, 120_000);
