import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '../../src/store/task';
import { type StandIn, startStandIn } from '../model/server';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { EXTENSION_ID, type RunningBrowser, startChromium } from './harness/chromium';
import { type Display, startDisplay } from './harness/display';
import { ExtensionSession } from './harness/session';
import { answersOf, script } from './harness/world';

let display: Display;
let chromium: RunningBrowser;
let standIn: StandIn;
let mail: Webmail;

beforeAll(async () => {
  display = await startDisplay();
  [chromium, standIn, mail] = await Promise.all([
    startChromium({ headless: false, env: { DISPLAY: display.name }, args: ['--window-size=1200,860'] }),
    startStandIn(),
    startWebmail(),
  ]);
});
afterAll(async () => {
  await chromium?.close();
  await Promise.all([standIn?.close(), mail?.close()]);
  display?.close();
});

test('ctrl+shift+y opens the panel with the current page as context', async () => {
  const { browser } = chromium;
  const page = await browser.newPage();
  await page.goto(`${mail.origin}/`);
  await page.bringToFront();
  const panel = browser.waitForTarget((target) =>
    target.url().startsWith(`chrome-extension://${EXTENSION_ID}/sidepanel`),
  );
  display.press('ctrl+shift+y');
  await panel;
  const worker = await chromium.worker();
  await expect
    .poll(() => worker.evaluate(() => chrome.storage.session.get('panel-context')))
    .toEqual({ 'panel-context': { url: `${mail.origin}/`, title: 'Inbox – Pigeon Mail' } });
});

test('a real mouse takes the tab of a task, and ctrl+shift+h gives it back and takes it again', async () => {
  const session = new ExtensionSession(await chromium.openOwnPage('sidepanel.html'));
  await session.configure({ baseURL: standIn.baseURL });
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${mail.origin}/` } }],
      [{ name: 'wait', input: { duration: 30 } }],
      [{ name: 'wait', input: { duration: 30 } }],
    ),
  );
  await session.until(id, ({ turns }) => turns === 2, 'the wait');
  await session.send({ type: 'show-tab', taskId: id });
  const pages = await chromium.browser.pages();
  const page = pages.filter((each) => each.url() === `${mail.origin}/`).at(-1);
  await page?.waitForFunction(() => document.querySelector('offstage-mark') !== null);
  const personHas = (task: Task) => task.state.status === 'waiting' && task.state.on.for === 'person';
  display.click(700, 700);
  await session.until(id, personHas, 'the click took the tab');
  display.press('ctrl+shift+h');
  await session.until(id, ({ status, turns }) => status === 'running' && turns === 3, 'the shortcut gave it back');
  display.press('ctrl+shift+h');
  await session.until(id, personHas, 'the shortcut took it');
  await session.send({ type: 'stop-task', taskId: id });
  expect((await session.untilEnded(id)).state).toEqual({ status: 'stopped', by: 'person' });
});

test('ctrl+shift+h on a tab of the person lets the next task work in it', async () => {
  const { browser } = chromium;
  const page = await browser.newPage();
  await page.goto(`${mail.origin}/`);
  await page.bringToFront();
  display.press('ctrl+shift+h');
  const worker = await chromium.worker();
  const given = async () =>
    (await worker.evaluate(() => chrome.storage.session.get<Record<string, { tabId?: number }>>('panel-context')))[
      'panel-context'
    ];
  await expect.poll(async () => (await given())?.tabId).toBeTypeOf('number');
  const session = new ExtensionSession(await chromium.openOwnPage('sidepanel.html'));
  await session.configure({ baseURL: standIn.baseURL });
  const context = { url: '', title: '', ...(await given()) };
  const calls = script([{ name: 'list_tabs' }, { name: 'read_page' }]);
  const reply = await session.send({ type: 'start-task', prompt: calls, context });
  const task = await session.untilEnded(reply.ok ? (reply.taskId ?? '') : '');
  expect(answersOf(task)[0]).toContain(`"tab_id":"${context.tabId}"`);
  expect(answersOf(task)[1]).toContain('Inbox');
});

test('ctrl+shift+u stops everything, from whatever page is in front', async () => {
  const session = new ExtensionSession(await chromium.openOwnPage('sidepanel.html'));
  await session.configure({ baseURL: standIn.baseURL });
  const wait = script([{ name: 'new_tab' }, { name: 'wait', input: { duration: 30 } }]);
  const ids = await Promise.all([session.start(wait), session.start(wait)]);
  for (const id of ids) await session.until(id, ({ turns }) => turns === 1, 'the wait');
  display.press('ctrl+shift+u');
  for (const id of ids) {
    expect((await session.untilEnded(id)).state).toEqual({ status: 'stopped', by: 'shortcut' });
  }
});
