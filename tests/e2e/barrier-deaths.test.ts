import { execFileSync } from 'node:child_process';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startVectors, type Vectors } from '../sites/vectors/server';
import { startDisplay } from './harness/display';
import { ExtensionSession } from './harness/session';
import { script, startWorld, type World } from './harness/world';

/**
 * The page sends in all ways at once, and once more when it is left. A card waits. Then something dies: nothing of it
 * may reach the server, at that moment or later.
 */
let world: World;
let site: Vectors;

beforeEach(async () => {
  site = await startVectors();
});
afterEach(async () => {
  await world?.close().catch(() => undefined);
  await site?.close();
});

/** A task whose page sent everything; its card is there. */
async function everythingAsked(query = '?sw'): Promise<{ id: string; approvalId: string; page: Page }> {
  const { session, chromium } = world;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}/${query}` } }],
      [
        { name: 'find', input: { query: 'Ready' } },
        { name: 'read_page', input: { filter: 'interactive' } },
      ],
      [{ name: 'left_click', input: { target: { type: 'ref', ref: '$ref(button, everything)' } } }],
    ),
  );
  const approval = await session.untilAsked(id);
  const pages = await chromium.browser.pages();
  const page = pages.find((each) => each.url().replace('#pinged', '') === `${site.origin}/${query}`);
  if (!page) throw new Error('the page of the task is not there');
  expect(site.reached).toEqual([]);
  return { id, approvalId: approval.id, page };
}

/** Resolves once something that the page sends now, and may send, was answered: what it sent before is through by then. */
async function overtaken(page: Page): Promise<void> {
  const status = await page.evaluate(() => fetch('/left.html', { cache: 'no-store' }).then((answer) => answer.status));
  expect(status).toBe(200);
}

test('denied: nothing, and not when the task has ended and its tab is closed', async () => {
  world = await startWorld();
  const { id, approvalId, page } = await everythingAsked();
  await world.session.answer(approvalId, 'deny');
  await world.session.untilEnded(id);
  await overtaken(page);
  await page.close({ runBeforeUnload: true });
  await site.quiet();
  expect(site.reached).toEqual([]);
});

test('the worker is killed: nothing, and the card is still there', async () => {
  world = await startWorld();
  const { id, approvalId, page } = await everythingAsked();
  await (await world.chromium.worker()).close();
  await world.session.send({ type: 'answer-approval', approvalId: 'none', answer: 'deny', scope: 'once' });
  expect((await world.session.untilAsked(id)).id).toBe(approvalId);
  await overtaken(page);
  await world.session.answer(approvalId, 'deny');
  await world.session.untilEnded(id);
  await overtaken(page);
  expect(site.reached).toEqual([]);
});

test('sent while no worker lives: nothing, also when the next one takes over and lets go', async () => {
  world = await startWorld();
  const { id, approvalId, page } = await everythingAsked();
  await (await world.chromium.worker()).close();
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('button')) if (button.textContent === 'everything') button.click();
  });
  await world.session.send({ type: 'answer-approval', approvalId: 'none', answer: 'deny', scope: 'once' });
  await world.session.untilAsked(id);
  await world.session.answer(approvalId, 'deny');
  await world.session.untilEnded(id);
  await overtaken(page);
  expect(site.reached).toEqual([]);
});

test('the extension is reloaded: nothing, and the card is still there', async () => {
  world = await startWorld();
  const { id, approvalId, page } = await everythingAsked();
  const worker = await world.chromium.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await world.chromium.restarted();
  const own = await world.chromium.openOwnPage('sidepanel.html');
  const session = new ExtensionSession(own);
  expect((await session.untilAsked(id)).id).toBe(approvalId);
  await overtaken(page);
  await session.answer(approvalId, 'deny');
  await session.untilEnded(id);
  await overtaken(page);
  expect(site.reached).toEqual([]);
});

test('the tab is closed by the person: nothing, not even what it sends on its way out', async () => {
  world = await startWorld();
  const { id, page } = await everythingAsked();
  const { tabs } = await world.session.task(id);
  await world.own.evaluate(
    (tabIds) => chrome.tabs.remove(tabIds),
    tabs.map(({ tabId }) => tabId),
  );
  await expect.poll(() => page.isClosed()).toBe(true);
  await site.quiet();
  expect(site.reached).toEqual([]);
});

test('the person presses Cancel in the infobar: nothing, and the task has stopped', async () => {
  const display = await startDisplay();
  try {
    world = await startWorld({
      headless: false,
      env: { DISPLAY: display.name },
      args: ['--window-position=0,0', '--window-size=1200,800'],
    });
    const { id, page } = await everythingAsked();
    const stopped = async () => (await world.session.task(id)).status === 'stopped';
    // The button is somewhere at the right end of a bar below the address; where exactly is the theme's to say.
    for (let y = 80; y < 180 && !(await stopped()); y += 8)
      for (let x = 1190; x > 950 && !(await stopped()); x -= 12)
        execFileSync('xdotool', ['mousemove', String(x), String(y), 'click', '1'], {
          env: { ...process.env, DISPLAY: display.name },
        });
    expect((await world.session.untilEnded(id)).state).toEqual({ status: 'stopped', by: 'infobar' });
    await overtaken(page);
    expect(site.reached).toEqual([]);
  } finally {
    display.close();
  }
});

test('the browser is quit: nothing', async () => {
  world = await startWorld();
  await everythingAsked();
  await world.chromium.browser.close();
  await site.quiet();
  expect(site.reached).toEqual([]);
});

test('a page that tries again by itself: nothing, before the answer, after it, and after the end of the task', async () => {
  world = await startWorld();
  const { id, approvalId, page } = await everythingAsked('?retry');
  const tries = () => page.evaluate(() => (globalThis as unknown as { tries: number }).tries);
  const threeMore = async () => {
    const before = await tries();
    await expect.poll(tries, { timeout: 10_000 }).toBeGreaterThan(before + 3);
  };
  await threeMore();
  await world.session.answer(approvalId, 'deny');
  await world.session.untilEnded(id);
  await threeMore();
  await overtaken(page);
  expect(site.reached).toEqual([]);
});
