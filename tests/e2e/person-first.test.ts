import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LoggedEffect } from '../../src/store/logged-effect';
import type { Task } from '../../src/store/task';
import { type HardSite, startHard } from '../sites/hard/server';
import { startSending } from '../sites/sending/server';
import { at, click, ref } from './harness/hands';
import { answersOf, script, startWorld, type World } from './harness/world';

let world: World;
let site: HardSite;

beforeAll(async () => {
  [world, site] = await Promise.all([startWorld({ personMoves: true }), startHard()]);
});
afterAll(async () => {
  await world?.close();
  await site?.close();
});

interface Call {
  name: string;
  input?: unknown;
}

/** Starts a task on a page of its own. */
async function start(...turns: Call[][]): Promise<{ id: string; url: string }> {
  const url = `${site.origin}/person.html?${crypto.randomUUID()}`;
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url } }, { name: 'read_page' }];
  return { id: await world.session.start(script(open, ...turns)), url };
}

/** The page of an address as the person sees it. */
async function pageAt(url: string): Promise<Page> {
  const page = (await world.chromium.browser.pages()).find((each) => each.url() === url);
  if (!page) throw new Error(`no page at ${url}`);
  return page;
}

/** Starts a task on a page of its own, and gives that page once the task waits there. */
async function begin(...turns: Call[][]): Promise<{ id: string; tabId: number; page: Page }> {
  const { id, url } = await start(...turns);
  const { tabs } = await world.session.until(id, ({ turns: done }) => done >= 2, 'the page was read');
  return { id, tabId: tabs[0]?.tabId ?? 0, page: await pageAt(url) };
}

/** How bright the corner of a task's screenshot is where a mark would be, 0 to 255: the page is white there. */
async function cornerOf(taskId: string): Promise<number> {
  const artifacts = await world.session.rows<{ taskId: string; kind: string; mediaType: string; data: string }>(
    'artifacts',
  );
  const shot = artifacts.find((row) => row.taskId === taskId && row.kind === 'screenshot');
  return world.person.evaluate(async (url) => {
    const bitmap = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d');
    pen?.drawImage(bitmap, 0, 0);
    return Math.min(...(pen?.getImageData(0, bitmap.height - 40, 300, 40).data ?? [0]));
  }, `data:${shot?.mediaType};base64,${shot?.data}`);
}

/** What only a person's hand does: the tab comes to the front and gets a click. */
async function touch(page: Page): Promise<void> {
  await page.bringToFront();
  await page.click('#count');
}

const drives = ({ state }: Task) => state.status === 'waiting' && state.on.for === 'person';
const handBack = (taskId: string) => world.session.send({ type: 'hand-back', taskId });
const wait = (duration: number) => [{ name: 'wait', input: { duration } }];
const seen = (page: Page) => page.$eval('#log', (log) => log.textContent);

test('a touch in the middle of a call: it stops at once, says so, and goes on with a fresh read', async () => {
  const { id, page } = await begin(wait(25), [click('button', 'Count')]);
  await touch(page);
  await world.session.until(id, drives, 'the person has the tab');
  await page.type('#text', 'mine');
  expect(await seen(page)).toBe('counted 1, text mine');
  await handBack(id);
  const answers = answersOf(await world.session.untilEnded(id));
  expect(answers[3]).toMatch(/wait ERROR: The person took the tab .* handed it back/);
  expect(answers[3]).toContain('="mine"');
  expect(answers[4]).toContain('left_click ok');
  expect(await seen(page)).toBe('counted 2, text mine');
  const events = (await world.session.journal(id)).map(({ type }) => type);
  expect(events.filter((type) => /^person_(took|gave)/.test(type))).toEqual(['person_took', 'person_gave_back']);
});

test('long typing ends in the middle when the person types too', async () => {
  const { id, page } = await begin([click('textbox', 'Text')], [{ name: 'type', input: { text: 'x'.repeat(4000) } }]);
  await page.bringToFront();
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#text')?.value.startsWith('xxx'));
  await page.keyboard.press('q');
  await world.session.until(id, drives, 'the person has the tab');
  const length = await page.$eval('#text', (text) => (text as HTMLInputElement).value.length);
  expect(length).toBeLessThan(4000);
  await handBack(id);
  const answers = answersOf(await world.session.untilEnded(id));
  expect(answers[4]).toMatch(/type ERROR: The person took the tab/);
  expect(await page.$eval('#text', (text) => (text as HTMLInputElement).value.length)).toBeLessThan(4000);
});

test('taken while the pointer is on its way: nothing is pressed after that', async () => {
  const held = site.nextHeld();
  const { id, url } = await start([click('button', 'Slow')]);
  const letGo = await held;
  const took = world.session.send({ type: 'take-over', taskId: id });
  await expect.poll(async () => (await world.session.journal(id)).at(-1)?.type).toBe('person_took');
  letGo();
  await took;
  await handBack(id);
  const answers = answersOf(await world.session.untilEnded(id));
  expect(answers[3]).toMatch(/left_click ERROR: The person took the tab/);
  expect(await seen(await pageAt(url))).toBe('Nothing yet');
});

test('what the model asked for before the person touched the page is not done', async () => {
  const { id, page } = await begin(wait(25), [click('button', 'Count'), click('button', 'Count')]);
  await touch(page);
  await world.session.until(id, drives, 'the person has the tab');
  // A second touch while the person has it, and another page: still theirs.
  await page.click('#count');
  expect((await world.session.task(id)).status).toBe('waiting');
  await handBack(id);
  await world.session.untilEnded(id);
  expect(await seen(page)).toBe('counted 4, text ');
});

test('looking is not touching, and what the agent does itself is not the person', async () => {
  const pad = { name: 'left_click', input: { target: ref('button', 'Count') } };
  const { id, page } = await begin(
    wait(1),
    [pad, { name: 'double_click', input: pad.input }],
    [{ name: 'scroll', input: { target: { type: 'coordinate', x: 300, y: 300 }, scroll_direction: 'down' } }],
    [
      click('textbox', 'Text'),
      { name: 'type', input: { text: 'Hello, 你好' } },
      { name: 'key', input: { text: 'ctrl+a' } },
    ],
    [{ name: 'left_click', input: { target: at(450, 130) } }],
  );
  await page.bringToFront();
  const task = await world.session.untilEnded(id);
  expect(answersOf(task).filter((answer) => answer.includes('ERROR'))).toEqual([]);
  expect(await seen(page)).toBe('in the frame of another site');
  expect((await world.session.journal(id)).map(({ type }) => type)).not.toContain('person_took');
});

test('what the person sends is theirs: no card, no answer in their place, no tab put behind', async () => {
  const { id, page } = await begin(wait(25), [click('button', 'Post')]);
  await touch(page);
  await world.session.until(id, drives, 'the person has the tab');
  const before = site.writes.length;
  await page.click('#post');
  await page.waitForFunction(() => document.querySelector('#log')?.textContent === 'posted 200');
  expect(site.writes.slice(before).map(({ path }) => path)).toEqual(['/api/echo']);
  const asked = new Promise<string>((resolve) => {
    page.once('dialog', async (dialog) => {
      await dialog.dismiss();
      resolve(dialog.message());
    });
  });
  await page.click('#ask');
  expect(await asked).toBe('Really?');
  await page.waitForFunction(() => document.querySelector('#log')?.textContent === 'asked false');
  const opened = world.chromium.browser.waitForTarget((target) => target.url().includes('by=person'));
  await page.click('#open');
  const other = await (await opened).page();
  expect(await other?.evaluate(() => document.visibilityState)).toBe('visible');
  await other?.close();
  await handBack(id);
  // The agent's own press is held against the policy as ever.
  const approval = await world.session.untilAsked(id);
  await world.session.answer(approval.id, 'deny');
  await world.session.untilEnded(id);
  expect(site.writes.slice(before)).toHaveLength(1);
});

test('the person sends themselves what a card asks about: it goes out, once, and is written down', async () => {
  const { id, tabId, page } = await begin([click('button', 'Post')]);
  const approval = await world.session.untilAsked(id);
  const before = site.writes.length;
  // The first touch may be taken for the agent's own press, which nobody saw arrive: the tab was not in front then.
  const took = async () => {
    await touch(page);
    return (await world.session.journal(id)).some(({ type }) => type === 'person_took');
  };
  await expect.poll(took, { timeout: 20_000 }).toBe(true);
  const sealed = () =>
    world.own.evaluate(async (tab) => {
      const rules = await chrome.declarativeNetRequest.getSessionRules();
      return rules.filter(({ condition }) => condition.tabIds?.includes(tab)).length;
    }, tabId);
  await expect.poll(sealed, { timeout: 20_000 }).toBe(0);
  await page.click('#post');
  await expect.poll(() => seen(page), { timeout: 20_000 }).toBe('posted 200');
  expect(site.writes).toHaveLength(before + 1);
  await handBack(id);
  await world.session.answer(approval.id, 'approve');
  await world.session.untilEnded(id);
  expect(site.writes).toHaveLength(before + 1);
  const log = (await world.session.rows<LoggedEffect>('effects')).filter(({ taskId }) => taskId === id);
  expect(log.map(({ reasons }) => reasons[0]?.code)).toContain('person-drives');
});

test('a message of the agent’s that the page holds back stays the agent’s when the person presses something else', async () => {
  const { session } = world;
  const sending = await startSending();
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: sending.origin } }, { name: 'read_page' }];
  const id = await session.start(script(open, [click('button', 'Send with undo')]));
  await session.until(
    id,
    ({ state }) => state.status === 'waiting' && state.on.for === 'late-send',
    'the task watches for a late send',
  );
  const page = await pageAt(`${sending.origin}/`);
  await page.bringToFront();
  await page.click('h1');
  await page.click('#list');
  const approval = await session.untilAsked(id);
  expect(approval.effect).toMatchObject({ kind: 'send', summary: { recipient: 'ann@example.com' } });
  await session.answer(approval.id, 'deny');
  await handBack(id);
  expect((await session.untilEnded(id)).status).toBe('done');
  expect(sending.writes.map(({ path }) => path)).not.toContain('/api/messages/send');
  await sending.close();
});

test('a mark shows whose tab it is, to the person only', async () => {
  const { id, page } = await begin(wait(1), [
    { name: 'read_page', input: { filter: 'all' } },
    { name: 'get_page_text' },
    { name: 'find', input: { query: 'take over' } },
    { name: 'screenshot' },
  ]);
  const marks = () => page.$$eval('offstage-mark', (found) => found.length);
  expect(await marks()).toBe(0);
  const before = await world.person.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]);
  await page.bringToFront();
  await expect.poll(marks).toBe(1);
  const task = await world.session.untilEnded(id);
  expect(task.state).toMatchObject({ status: 'done' });
  expect(answersOf(task).slice(4, 7).join('\n')).not.toMatch(/Offstage|mark/);
  expect(await cornerOf(task.id)).toBeGreaterThan(230);
  await expect.poll(marks).toBe(0);
  await world.person.bringToFront();
  expect(await world.person.evaluate(() => [innerWidth, innerHeight, devicePixelRatio])).toEqual(before);
});

test('taken and given back from the panel, and kept over the death of the worker', async () => {
  const { id, page } = await begin(wait(25), [click('button', 'Count')]);
  const takeOver = () => world.session.send({ type: 'take-over', taskId: id });
  expect(await takeOver()).toEqual({ ok: true });
  await world.session.until(id, drives, 'the person has the tab');
  expect(await takeOver()).toMatchObject({ ok: false, detail: 'you have the tabs of this task already' });
  await world.chromium.killWorker();
  await world.session.send({ type: 'stop-task', taskId: 'nobody' });
  await world.chromium.restarted();
  await world.session.until(id, drives, 'the person still has the tab');
  expect(await handBack(id)).toEqual({ ok: true });
  const answers = answersOf(await world.session.untilEnded(id));
  expect(answers.at(-1)).toContain('left_click ok');
  expect(await seen(page)).toBe('counted 1, text ');
  for (const reply of [await handBack(id), await takeOver()])
    expect(reply).toMatchObject({ ok: false, detail: 'the task does not run' });
});

test('taken and given back in one breath: the tabs are the agent’s, whose dialogs are answered again', async () => {
  const url = `${site.origin}/dialogs.html`;
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url } }, { name: 'read_page' }];
  const id = await world.session.start(script(open, wait(25), [click('button', 'Alert')]));
  await world.session.until(id, ({ turns }) => turns >= 2, 'the page was read');
  const bothAtOnce = world.own.evaluate(
    (taskId) => Promise.all(['take-over', 'hand-back'].map((type) => chrome.runtime.sendMessage({ type, taskId }))),
    id,
  );
  expect(await bothAtOnce).toEqual([{ ok: true }, { ok: true }]);
  const answers = answersOf(await world.session.untilEnded(id));
  expect(answers.at(-1)).toContain('alert dialog "Mind the gap" was accepted');
  const events = (await world.session.journal(id)).map(({ type }) => type);
  expect(events.filter((type) => /^person_(took|gave)/.test(type))).toEqual(['person_took', 'person_gave_back']);
});
