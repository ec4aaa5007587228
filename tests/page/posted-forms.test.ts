import type { Target } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { interceptOpens, OPENS_PARTS } from '../../src/dom/opens/intercept-opens';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

const GIVEN = { binding: 'told', channel: 'words', armedMs: 60_000, opener: false };
const PARTS = Object.entries(OPENS_PARTS).map(([name, part]) => `${name}: ${part}`);

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
  // The test is the worker: it hears of each form, and says when its tab is guarded.
  await under.page.evaluateOnNewDocument(`
    globalThis.opened = [];
    const { open } = window;
    window.open = (...given) => opened[opened.push(open(...given)) - 1];
    globalThis.forms = [];
    const { forms } = globalThis;
    globalThis.told = (message) => forms.push(JSON.parse(message).id);
    (${interceptOpens})(${JSON.stringify(GIVEN)}, {${PARTS}});
  `);
});
afterAll(() => under?.close());

/** Presses a form's button, and resolves with the blank tab that is opened for it and the word that it is guarded. */
async function press(form: string): Promise<{ tab: Target; guarded: () => Promise<unknown> }> {
  const browser = under.page.browser();
  const before = new Set(browser.targets());
  await under.page.bringToFront();
  await under.page.click(`#${form}`);
  const tab = await browser.waitForTarget((target) => target.type() === 'page' && !before.has(target));
  const guarded = () =>
    under.page.evaluate(() => {
      const detail = { kind: 'guarded', name: Reflect.get(globalThis, 'forms').at(-1) };
      dispatchEvent(new CustomEvent('words', { detail }));
    });
  return { tab, guarded };
}

const posted = (form: string) => (target: Target) => target.url().endsWith(`/?${form}`);

test('a tab that was closed before its form was posted into it stays closed', async () => {
  const form = (name: string) =>
    `<form method="post" target="_blank" action="/?${name}"><button id="${name}">Post</button></form>`;
  await under.show(form('first') + form('second'));

  const first = await press('first');
  await (await first.tab.page())?.close();
  await expect.poll(() => under.page.evaluate(() => Reflect.get(globalThis, 'opened').at(-1).closed)).toBe(true);
  await first.guarded();
  const second = await press('second');
  await second.guarded();

  const browser = under.page.browser();
  expect(await browser.waitForTarget(posted('second'))).toBe(second.tab);
  expect(browser.targets().filter(posted('first'))).toEqual([]);
});
