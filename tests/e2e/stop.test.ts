import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFaultPages } from '../sites/fault-pages';
import { startSending } from '../sites/sending/server';
import type { Site } from '../sites/site';
import { startWebmail } from '../sites/webmail/server';
import { click } from './harness/hands';
import { script, startWorld, type World } from './harness/world';

let world: World;
let pages: Site;

beforeAll(async () => {
  [world, pages] = await Promise.all([startWorld(), startFaultPages()]);
});
afterAll(async () => {
  await world?.close();
  await pages?.close();
});

async function stopped(id: string): Promise<void> {
  const begun = Date.now();
  await world.session.send({ type: 'stop-task', taskId: id });
  const task = await world.session.task(id);
  expect(task.state).toEqual({ status: 'stopped', by: 'person' });
  // Not when what it was doing is over: that would take half a minute.
  expect(Date.now() - begun).toBeLessThan(15_000);
}

test.each([
  ['a wait of half a minute', () => [{ name: 'new_tab' }, { name: 'wait', input: { duration: 30 } }]],
  [
    'a page that never loads',
    () => [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${pages.origin}/never` } }],
  ],
])('before the call is over, in %s', async (_, calls) => {
  const id = await world.session.start(script(calls()));
  await world.session.untilStarted(id, calls().at(-1)?.name ?? '');
  await stopped(id);
});

test('in a page that froze', async () => {
  const id = await world.session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${pages.origin}/frozen` } }, { name: 'read_page' }],
      [{ name: 'left_click', input: { target: { type: 'ref', ref: '$ref(button, Freeze)' } } }],
      [{ name: 'read_page' }],
    ),
  );
  await world.session.untilStarted(id, 'left_click');
  await stopped(id);
});

test('at the approval card: the card falls with the task, and nothing is sent', async () => {
  const mail = await startWebmail();
  const id = await world.session.start(`Read the newest mail at ${mail.origin}/ and reply to it: “Yes.”`);
  const approval = await world.session.untilAsked(id);
  await stopped(id);
  const late = await world.session.send({
    type: 'answer-approval',
    approvalId: approval.id,
    answer: 'approve',
    scope: 'once',
  });
  expect(late).toMatchObject({ ok: false });
  expect(mail.sent).toEqual([]);
  await mail.close();
});

/** Lets nobody write to the log of effects, which every decision waits for, until what it returns is called. */
async function effectsHeld(): Promise<() => Promise<void>> {
  const held = await world.own.evaluateHandle(
    () =>
      new Promise<{ over: boolean; done: Promise<void> }>((resolve, reject) => {
        const open = indexedDB.open('offstage');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const transaction = open.result.transaction('effects', 'readwrite');
          const done = new Promise<void>((ended) => {
            transaction.oncomplete = () => [open.result.close(), ended()];
          });
          const state = { over: false, done };
          // A transaction lasts as long as something is asked of it.
          const again = () => {
            if (!state.over) transaction.objectStore('effects').count().onsuccess = again;
          };
          transaction.objectStore('effects').count().onsuccess = () => [again(), resolve(state)];
        };
      }),
  );
  return () =>
    held.evaluate((state) => {
      state.over = true;
      return state.done;
    });
}

test('while a request is being decided about: it is not sent when the debugger goes', async () => {
  const site = await startSending();
  const release = await effectsHeld();
  const id = await world.session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}/` } }, { name: 'read_page' }],
      [click('button', 'Send')],
    ),
  );
  const page = await (
    await world.chromium.browser.waitForTarget((target) => target.url() === `${site.origin}/`)
  ).page();
  if (!page) throw new Error('the page of the task is not there');
  await page.waitForFunction(() => (globalThis as unknown as { tries?: number }).tries === 1);
  await stopped(id);
  await page.waitForFunction(() => document.querySelector('#status')?.textContent !== '');
  await release();
  expect(site.writes).toEqual([]);
  expect(await page.$eval('#status', (status) => status.textContent)).toBe('It did not go out.');
  await site.close();
});

test('stop everything stops all tasks', async () => {
  const wait = script([{ name: 'new_tab' }, { name: 'wait', input: { duration: 30 } }]);
  const ids = await Promise.all([world.session.start(wait), world.session.start(wait), world.session.start(wait)]);
  await world.session.send({ type: 'stop-everything' });
  const tasks = await Promise.all(ids.map((id) => world.session.task(id)));
  expect(tasks.map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped']);
});

test('what was left of the turn is not done when a stopped task goes on', async () => {
  const id = await world.session.start(
    script([{ name: 'ask_user', input: { question: 'Shall I?' } }, { name: 'new_tab' }]),
  );
  const asked = ({ state }: { state: { status: string } }) => state.status === 'waiting';
  await world.session.until(id, asked, 'the task asks');
  await stopped(id);
  await world.session.send({ type: 'say', taskId: id, text: 'Something else' });
  expect((await world.session.untilEnded(id)).status).toBe('done');
  const events = await world.session.journal(id);
  expect(events.flatMap((event) => (event.type === 'call_started' ? [event.tool] : []))).toEqual([
    'ask_user',
    'finish',
  ]);
  expect(JSON.stringify(world.standIn.requests.at(-1)?.messages)).toContain(
    'Not executed: the person stopped the task.',
  );
});

test('a stopped task goes on when the person says something to it', async () => {
  const id = await world.session.start(script([{ name: 'new_tab' }], [{ name: 'wait', input: { duration: 20 } }]));
  await world.session.until(id, ({ turns }) => turns >= 2, 'the second turn');
  await stopped(id);
  await world.session.send({ type: 'say', taskId: id, text: 'Go on, please' });
  const task = await world.session.untilEnded(id);
  expect(task.status).toBe('done');
  expect(JSON.stringify(world.standIn.requests.at(-1)?.messages)).toContain('Go on, please');
});
