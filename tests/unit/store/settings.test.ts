import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, readSettings, type Settings } from '../../../src/store/settings';

/** Node 20 has no Web Locks: one after the other, as a browser grants them. */
let last: Promise<unknown> = Promise.resolve();
const locks = {
  request: (_: string, run: () => Promise<unknown>) => {
    last = last.then(run, run);
    return last;
  },
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks });
});
afterEach(() => vi.unstubAllGlobals());

const budget = (change: Partial<Settings['budget']>) =>
  changeSettings((settings) => ({ ...settings, budget: { ...settings.budget, ...change } }));

test('what is missing or damaged reads as its default, and the rest as it was stored', async () => {
  await browser.storage.local.set({
    settings: {
      provider: { baseURL: 'not an address', model: ' mine ', old: 1 },
      budget: { usd: -1, turns: 7 },
      marks: 'x',
    },
  });
  expect(await readSettings()).toEqual({
    provider: { baseURL: 'https://api.anthropic.com', apiKey: '', model: 'mine', encoding: 'auto' },
    autonomy: 'auto',
    budget: { usd: 5, turns: 7, minutes: 60 },
    members: { file_upload: true, read_console: true, read_network: true, javascript_exec: false },
    marks: false,
  });
  await browser.storage.local.set({ settings: 'damaged' });
  expect((await readSettings()).budget.turns).toBe(100);
});

test('changes that are made at the same time all hold', async () => {
  await Promise.all([
    budget({ usd: 2 }),
    budget({ turns: 9 }),
    changeSettings((settings) => ({ ...settings, autonomy: 'readonly' })),
  ]);
  expect(await readSettings()).toMatchObject({ autonomy: 'readonly', budget: { usd: 2, turns: 9, minutes: 60 } });
});

test.each([
  ['usd', -1],
  ['turns', 1.5],
  ['minutes', Number.NaN],
] as const)('a budget of %s %s is refused, and nothing is changed', async (field, value) => {
  await budget({ usd: 2, turns: 9, minutes: 3 });
  const before = await readSettings();
  await expect(budget({ [field]: value })).rejects.toThrow(field);
  expect(await readSettings()).toEqual(before);
});
