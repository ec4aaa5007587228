import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../model/server';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { EXTENSION_ID, type RunningBrowser, startChromium } from './harness/chromium';
import { type Display, startDisplay } from './harness/display';
import { ExtensionSession } from './harness/session';
import { script } from './harness/world';

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
