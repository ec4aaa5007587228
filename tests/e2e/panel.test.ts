import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
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
  // In a low panel the buttons stay in sight, but at no place of the scroll bar do they cover what they answer.
  await panel.setViewport({ width: 320, height: 480 });
  expect(
    await panel.evaluate(() => {
      const [band, ask, answer] = ['.middle', '.card-ask', '.answer'].map((name) => document.querySelector(name));
      const covered = [];
      for (let top = 0; band && top <= band.scrollHeight - band.clientHeight; top += 10) {
        band.scrollTop = top;
        const edge = ask?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
        if ((answer?.getBoundingClientRect().top ?? 0) < edge) covered.push(top);
      }
      return covered;
    }),
  ).toEqual([]);
  await panel.setViewport({ width: 400, height: 800 });
  // The locator waits until the button takes a click: 400 ms after the card came.
  // What was opened below the buttons counts too: the answer takes the room of all of it, so nothing comes under the hand.
  await panel.locator('.card-standing summary').click();
  const high = () => panel.$eval('.answer', (answer) => answer.getBoundingClientRect().height);
  const before = await high();
  await named('button', 'Approve: Send it').click();
  await panel.waitForSelector('.card.settled');
  expect(Math.round(await high())).toBe(Math.round(before));
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

  // Files that cannot go along say so, and what was typed is not lost.
  const said = (words: string) =>
    panel.waitForFunction(
      (part) => document.querySelector('.composer [role=alert]')?.textContent?.includes(part),
      {},
      words,
    );
  const path = (name: string) => join(chromium.userDataDir, name);
  const field: ElementHandle<HTMLInputElement> | null = await panel.$('.composer input[type=file]');
  const many = Array.from({ length: 21 }, (_, at) => path(`${at}.txt`));
  await Promise.all(many.map((file) => writeFile(file, 'x')));
  await field?.uploadFile(...many);
  await said('20 at most');
  await field?.uploadFile(path('0.txt'));
  await named('button', 'Leave out 0.txt').wait();
  await rm(path('0.txt'));
  await named('button', 'Start').click();
  await said('0.txt cannot be read any more');
  await named('button', 'Leave out 0.txt').click();
  await panel.waitForFunction(() => !document.querySelector('.composer [role=alert]'));
  await named('button', 'Start').click();
  await panel.waitForSelector('.task-head');
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
