import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rule } from '../../src/store/rule';
import type { Settings } from '../../src/store/settings';
import { type RunningBrowser, startChromium } from './harness/chromium';
import { ExtensionSession } from './harness/session';

let chromium: RunningBrowser;
let options: Page;
let session: ExtensionSession;

beforeAll(async () => {
  chromium = await startChromium();
  options = await chromium.openOwnPage('options.html');
  // A tab in the background draws nothing, and a locator waits for a thing that stands still.
  await options.bringToFront();
  session = new ExtensionSession(options);
});
afterAll(() => chromium?.close());

const named = (role: string, name: string) => options.locator(`::-p-aria([name="${name}"][role="${role}"])`);
const rules = async () =>
  (await session.rows<Rule>('rules')).map(({ site, kind, answer }) => `${site} ${kind} ${answer}`);
const said = (words: string) => options.waitForFunction((part) => document.body.textContent.includes(part), {}, words);

async function importText(text: string): Promise<void> {
  const path = join(chromium.userDataDir, 'rules.json');
  await writeFile(path, text);
  const input = await options.waitForSelector('input[type=file]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

test('rules are added, changed, read from a file and removed; a bad file says what is wrong and loses nothing', async () => {
  await named('textbox', 'Site').fill('https://Shop.example/cart');
  await named('button', 'Add').click();
  await expect.poll(rules).toEqual(['shop.example send ask']);
  await options.select('.rules select', 'never');
  await expect.poll(rules).toEqual(['shop.example send never']);

  await importText(
    JSON.stringify({ offstage: 'rules', version: 1, rules: [{ site: 'a.example', kind: 'steal', answer: 'allow' }] }),
  );
  await said('Your rules stay as they were.');
  await importText('no file of rules');
  await said('it is no JSON');
  expect(await rules()).toEqual(['shop.example send never']);

  const file = { offstage: 'rules', version: 1, rules: [{ site: 'a.example', kind: 'pay', answer: 'ask' }] };
  await importText(JSON.stringify(file));
  await said('1 rule was read.');
  expect((await rules()).sort()).toEqual(['a.example pay ask', 'shop.example send never']);

  await named('button', 'Remove the rule for sending on shop.example').click();
  await expect.poll(rules).toEqual(['a.example pay ask']);
});

/** What the button of a section hands the person as a file. */
async function savedFrom(section: string): Promise<string> {
  return options.evaluate(async (id) => {
    const { createObjectURL } = URL;
    const saved = new Promise<Blob>((resolve) => {
      URL.createObjectURL = (given) => {
        if (given instanceof Blob) resolve(given);
        return createObjectURL(given);
      };
    });
    const buttons = [...document.querySelectorAll<HTMLElement>(`section[aria-labelledby=${id}] button`)];
    buttons.find(({ textContent }) => textContent === 'Save as a file')?.click();
    const text = await (await saved).text();
    URL.createObjectURL = createObjectURL;
    return text;
  }, section);
}

test('rules that were saved as a file are all there again when it is read', async () => {
  const rule = { site: 'b.example', kind: 'publish', answer: 'never' };
  await importText(JSON.stringify({ offstage: 'rules', version: 1, rules: [rule] }));
  await expect.poll(rules).toContain('b.example publish never');
  const before = (await rules()).sort();
  const text = await savedFrom('options-rules');
  await named('button', 'Remove the rule for publishing on b.example').click();
  await expect.poll(rules).not.toContain('b.example publish never');
  await importText(text);
  await expect.poll(async () => (await rules()).sort()).toEqual(before);
});

test('a price of one’s own is kept with the budget, and half of one is not', async () => {
  const budget = () =>
    options.evaluate(async () => {
      const { settings } = await chrome.storage.local.get<{ settings?: { budget: unknown } }>('settings');
      return settings?.budget;
    });
  const save = () => options.$eval('section[aria-labelledby=options-budget] button', (button) => button.disabled);
  await options.locator('#usd').fill('0.5');
  await options.locator('#priceIn').fill('0.25');
  await expect.poll(save).toBe(true);
  await options.locator('#priceOut').fill('1');
  await expect.poll(save).toBe(false);
  await options.locator('section[aria-labelledby=options-budget] button').click();
  await expect.poll(budget).toEqual({ turns: 100, minutes: 60, usd: 0.5, price: { input: 0.25, output: 1 } });
});

test('only looking is ticked and taken back', async () => {
  const autonomy = () =>
    options.evaluate(async () => {
      const { settings } = await chrome.storage.local.get<{ settings?: { autonomy: string } }>('settings');
      return settings?.autonomy;
    });
  await named('checkbox', 'Only look, change nothing').click();
  await expect.poll(autonomy).toBe('readonly');
  await named('checkbox', 'Only look, change nothing').click();
  await expect.poll(autonomy).toBe('auto');
});

test('a form that was open while the settings changed elsewhere saves only what was changed in it', async () => {
  const stored = () =>
    options.evaluate(async () => (await chrome.storage.local.get<{ settings: Settings }>('settings')).settings);
  await session.configure({ baseURL: 'http://127.0.0.1:9', model: 'first' }, { turns: 7 });
  await options.reload();
  await options.locator('#usd').fill('2.5');
  await options.locator('#model').fill('mine');
  await session.configure({ baseURL: 'http://127.0.0.1:9', model: 'theirs' }, { turns: 9 });
  await options.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{ settings: Settings }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, autonomy: 'readonly' } });
  });
  // What nobody touched in the form follows what is stored.
  await options.waitForFunction(() => document.querySelector<HTMLInputElement>('#turns')?.value === '9');
  await options.locator('section[aria-labelledby=options-budget] button').click();
  await expect.poll(async () => (await stored()).budget).toMatchObject({ usd: 2.5, turns: 9 });
  await options.locator('section[aria-labelledby=options-model] button.primary').click();
  await expect.poll(async () => (await stored()).provider.model).toBe('mine');
  expect(await stored()).toMatchObject({ autonomy: 'readonly', budget: { usd: 2.5, turns: 9 } });
});

test('the log is searched by words, decision, kind and site', async () => {
  await options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('offstage');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const change = open.result.transaction('effects', 'readwrite');
          const row = (site: string, kind: string, verdict: string, word: string) =>
            change.objectStore('effects').add({
              at: Date.now(),
              taskId: 't',
              taskTitle: `Task about ${word}`,
              verdict,
              kind,
              method: 'POST',
              site,
              path: '/api',
              reasons: [{ source: 'request', code: 'path', detail: `/${word}` }],
            });
          row('mail.example', 'send', 'ask', 'lunch');
          row('shop.example', 'pay', 'never', 'boots');
          row('shop.example', 'reversible', 'pass', 'socks');
          change.oncomplete = () => resolve();
        };
      }),
  );
  await options.reload();
  const shown = () =>
    options.$$eval('.effects li', (lines) => lines.map((line) => /about (\w+)/.exec(line.textContent)?.[1]));
  const choose = (field: number, value: string) =>
    options.select(`.log-search .choice:nth-child(${field}) select`, value);
  await expect.poll(shown).toEqual(['socks', 'boots', 'lunch']);
  await choose(2, 'ask');
  await expect.poll(shown).toEqual(['lunch']);
  await choose(2, '');
  await choose(3, 'reversible');
  await expect.poll(shown).toEqual(['socks']);
  await choose(3, '');
  await choose(4, 'shop.example');
  await expect.poll(shown).toEqual(['socks', 'boots']);
  await named('textbox', 'Search').fill('boots shop');
  await expect.poll(shown).toEqual(['boots']);

  // The file has the whole log, whatever is searched for, and the fields of its lines, none of which holds a content.
  const { effects } = JSON.parse(await savedFrom('options-log'));
  expect(effects.map(({ site }: { site: string }) => site)).toEqual(['shop.example', 'shop.example', 'mail.example']);
  const fields = ['at', 'id', 'kind', 'method', 'path', 'reasons', 'site', 'taskId', 'taskTitle', 'verdict'];
  for (const effect of effects) expect(Object.keys(effect).sort()).toEqual(fields);
});
