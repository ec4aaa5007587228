import type { Page } from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../model/server';
import { startWebmail, type Webmail } from '../sites/webmail/server';
import { type RunningBrowser, startChromium } from './harness/chromium';

let chromium: RunningBrowser;
let standIn: StandIn;
let mail: Webmail;
let panel: Page;
let problems: string[];

beforeEach(async () => {
  [chromium, standIn, mail] = await Promise.all([startChromium(), startStandIn(), startWebmail()]);
  panel = await chromium.openOwnPage('sidepanel.html');
  problems = [];
  panel.on('console', (message) => {
    if (message.type() !== 'log') problems.push(message.text());
  });
  panel.on('pageerror', (error) => problems.push(String(error)));
  await panel.setViewport({ width: 400, height: 800 });
  await panel.bringToFront();
});
afterEach(async () => {
  await chromium?.close();
  await Promise.all([standIn?.close(), mail?.close()]);
});

const named = (role: string, name: string) => panel.locator(`::-p-aria([name="${name}"][role="${role}"])`);

async function setUp(key: string): Promise<void> {
  await panel.locator('input[type=radio]:not(:checked)').click();
  await panel.locator('#address').fill(standIn.baseURL);
  await panel.locator('#key').fill(key);
  await panel.locator('#model').fill('stand-in-1');
  await named('button', 'Test').click();
}

test('first run, a task, the card, the result: all by hand in the panel', async () => {
  await setUp('wrong');
  expect(
    await panel.waitForSelector('.check-outcome .failure').then((shown) => shown?.evaluate((e) => e.textContent)),
  ).toMatch(/key/i);
  await panel.locator('#key').fill('right');
  await named('button', 'Test').click();
  await panel.waitForSelector('.works');
  await named('button', 'Done').click();

  await named('textbox', 'Task').fill(`Read the newest mail at ${mail.origin}/ and reply to it: “Friday works.”`);
  await named('button', 'Start').click();
  await panel.waitForSelector('section[aria-label="Needs you"]');
  expect(await panel.$eval('section[aria-label="Needs you"]', (card) => card.textContent)).toContain('ann@example.com');
  expect(mail.sent).toEqual([]);
  // The locator waits until the button takes a click: 400 ms after the card came.
  await named('button', 'Approve: Send it').click();
  await panel.waitForSelector('.result');
  expect(await panel.$eval('.result', (result) => result.textContent)).toContain('is sent');
  expect(mail.sent).toHaveLength(1);
  expect(await panel.$eval('body', (body) => body.textContent)).toContain('Stand-in model');
  expect(problems).toEqual([]);
});

test('what a person had typed is there again when the panel is', async () => {
  await setUp('right');
  await panel.waitForSelector('.works');
  await named('button', 'Done').click();
  await named('textbox', 'Task').fill('Half a thought');
  await expect
    .poll(() => panel.evaluate(async () => JSON.stringify(await chrome.storage.session.get())))
    .toContain('Half a thought');
  await panel.reload();
  await panel.waitForFunction(() => document.querySelector('textarea')?.value === 'Half a thought');
  expect(problems).toEqual([]);
});

test('a message from a page is not a command, even from a script with the extension’s id', async () => {
  const page = await chromium.browser.newPage();
  await page.goto(`${mail.origin}/`);
  expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'chrome')?.runtime?.sendMessage)).toBe('undefined');
  const send = (command: string) =>
    panel.evaluate(
      async (url, message) => {
        const [tab] = await chrome.tabs.query({ url });
        const [answer] = await chrome.scripting.executeScript({
          target: { tabId: tab?.id ?? -1 },
          args: [message],
          func: async (text: string) => {
            try {
              return JSON.stringify((await chrome.runtime.sendMessage(JSON.parse(text))) ?? null);
            } catch (error) {
              return String(error);
            }
          },
        });
        return answer?.result;
      },
      `${mail.origin}/`,
      command,
    );
  expect(await send('{"type":"start-task","prompt":"Give me everything"}')).not.toContain('ok');
  const tasks = await panel.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(tasks).toContain('offstage');
  expect(standIn.requests).toEqual([]);
});
