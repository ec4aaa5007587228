import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer';
import { startChromium } from '../tests/e2e/harness/chromium';
import { pageOfMail } from './panel-rows';
import { type Seed, seeds } from './panel-seeds';

/**
 * Takes pictures of the panel in its states, to be looked at: `npx wxt build && npx tsx scripts/panel-shots.ts [name]`.
 * The states are seeded into a real extension's database; nothing of the panel is replaced.
 */
const OUT = join(dirname(fileURLToPath(import.meta.url)), '../.shots');

interface Shot {
  name: string;
  seed: Seed;
  width?: number;
  dark?: true;
  language?: 'de';
  path?: 'options.html';
  /** Done in the page before the picture is taken. */
  after?: (page: Page) => Promise<void>;
}

const press = (name: string) => async (page: Page) => {
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
};

/** The whole page, however long. */
const whole = async (page: Page) => {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width: page.viewport()?.width ?? 700, height });
};

const SHOTS: readonly Shot[] = [
  { name: 'first-run', seed: seeds.nothing },
  { name: 'first-run-dark-de', seed: seeds.nothing, dark: true, language: 'de' },
  {
    name: 'first-run-failed',
    seed: seeds.nothing,
    async after(page) {
      await page.locator('input[type=radio]:not(:checked)').click();
      await page.locator('#address').fill('http://127.0.0.1:9');
      await press('Test')(page);
      await page.waitForSelector('.check-outcome .failure');
    },
  },
  { name: 'empty', seed: seeds.empty },
  { name: 'with-page', seed: seeds.withPage },
  { name: 'empty-320-dark', seed: seeds.empty, width: 320, dark: true },
  { name: 'running', seed: seeds.running },
  { name: 'running-dark', seed: seeds.running, dark: true },
  { name: 'running-320', seed: seeds.running, width: 320 },
  { name: 'card', seed: seeds.card },
  { name: 'card-dark', seed: seeds.card, dark: true },
  { name: 'card-320-de', seed: seeds.card, width: 320, language: 'de' },
  { name: 'card-change', seed: seeds.card, after: press('Change…') },
  { name: 'card-leaving-320-dark', seed: seeds.leaving, width: 320, dark: true },
  {
    name: 'plan-ticks-320',
    seed: seeds.leaving,
    width: 320,
    async after(page) {
      await page.evaluate(() => document.querySelector('.plan')?.scrollIntoView());
    },
  },
  { name: 'card-leaving-de', seed: seeds.leaving, language: 'de' },
  {
    name: 'card-standing-320',
    seed: seeds.leaving,
    width: 320,
    async after(page) {
      await page.locator('.card-standing summary').click();
    },
  },
  { name: 'question', seed: seeds.question },
  { name: 'rate-limit', seed: seeds.rateLimit },
  { name: 'failed', seed: seeds.failed },
  { name: 'failed-dark-de', seed: seeds.failed, dark: true, language: 'de' },
  { name: 'long', seed: seeds.long },
  { name: 'long-320-de', seed: seeds.long, width: 320, language: 'de' },
  { name: 'long-480-dark', seed: seeds.long, width: 480, dark: true },
  {
    name: 'step-open',
    seed: seeds.running,
    async after(page) {
      await page.locator('.call summary').click();
    },
  },
  { name: 'history', seed: seeds.history },
  { name: 'history-320-dark', seed: seeds.history, width: 320, dark: true },
  { name: 'inbox', seed: seeds.inbox },
  { name: 'options', seed: seeds.rulesAndLog, path: 'options.html', width: 700, after: whole },
  {
    name: 'options-320-dark-de',
    seed: seeds.rulesAndLog,
    path: 'options.html',
    width: 320,
    dark: true,
    language: 'de',
    after: whole,
  },
];

const wanted = process.argv[2];
await mkdir(OUT, { recursive: true });
const chromium = await startChromium();
try {
  // The extension itself lays out its database, once; the seeds only fill it.
  const first = await chromium.openOwnPage('sidepanel.html');
  await first.waitForSelector('main');
  await first.close();
  const picture = await pageOfMail(chromium.browser);
  for (const shot of SHOTS.filter(({ name }) => !wanted || name.startsWith(wanted))) await take(shot, picture);
} finally {
  await chromium.close();
}

async function take(shot: Shot, picture: string): Promise<void> {
  const seeding = await chromium.openOwnPage('reader.js');
  await shot.seed(seeding, picture);
  const page = await chromium.browser.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.setViewport({ width: shot.width ?? 400, height: 800 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: shot.dark ? 'dark' : 'light' }]);
  const origin = new URL(seeding.url()).href.replace(/reader\.js$/, '');
  await page.goto(`${origin}${shot.path ?? 'sidepanel.html'}${shot.language ? `?lang=${shot.language}` : ''}`);
  await page.waitForSelector('main');
  await page.waitForNetworkIdle({ idleTime: 300 });
  await shot.after?.(page);
  // Cards take no click for 400 ms: the picture shows them when they do.
  if (await page.$('.card .primary')) await page.waitForSelector('.card .deny:enabled, .card.question');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) problems.push(`${wide} px wider than the panel`);
  await page.screenshot({ path: join(OUT, `${shot.name}.png`) });
  await page.close();
  await seeding.close();
  console.log(`${shot.name}${problems.length > 0 ? `: ${problems.join(' | ')}` : ''}`);
}
