import { chromium } from 'playwright-core';
import { startWorld } from '../../e2e/harness/world';
import { startSite } from '../../sites/site';
import { median, rounded } from '../median';
import { table } from '../table';
import { ACTIONS } from './cases';
import { type Timings, timeOurs } from './ours';
import { type ParallelFigures, runParallel } from './parallel';
import { timePlaywright } from './playwright';
import { type ScreenshotTimings, timeScreenshots } from './screenshots';

const ROUNDS = 20;
const TASKS = 10;

/** Actions through the real extension in a background tab, beside Playwright's same actions in the same run. */
export async function benchActions(say: (line: string) => void): Promise<object> {
  const [world, site] = await Promise.all([startWorld(), startSite('controls', () => false)]);
  const peer = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  try {
    const page = await peer.newPage({ viewport: { width: 780, height: 493 } });
    const ours = await timeOurs(world, `${site.origin}/`, ROUNDS);
    const playwright = await timePlaywright(page, `${site.origin}/`, ROUNDS);
    const screenshots = await timeScreenshots(world, `${site.origin}/`, ROUNDS);
    // Playwright's browser would take its share of the processors.
    await peer.close();
    const parallel = await runParallel(world, `${site.origin}/`, TASKS);
    const result = {
      action_ms: rounded(median(inputs(ours)), 1),
      playwright_action_ms: rounded(median(inputs(playwright)), 1),
      screenshot_ratio: rounded(median(screenshots.ours) / median(screenshots.bare)),
      activations: (await world.activations()).length,
      parallel: {
        tasks: parallel.tasks,
        per_minute: rounded(parallel.per_minute, 1),
        mb_before: Math.round(parallel.mb_before),
        mb_peak: Math.round(parallel.mb_peak),
        mb_after: Math.round(parallel.mb_after),
      },
      per_action: perAction(ours, playwright),
      screenshots: screenshotFigures(screenshots),
    };
    say(print(result));
    return result;
  } finally {
    await Promise.all([peer.close(), world.close(), site.close()]);
  }
}

/** All times of what acts on the page: a read is fast, and would make the median look better. */
function inputs({ read_page: _, ...acting }: Timings): number[] {
  return Object.values(acting).flat();
}

function perAction(ours: Timings, playwright: Timings) {
  return Object.fromEntries(
    ACTIONS.map(({ name }) => [
      name,
      { ours_ms: rounded(median(ours[name]), 1), playwright_ms: rounded(median(playwright[name]), 1) },
    ]),
  );
}

function screenshotFigures({ ours, bare, bare_jpeg, hung }: ScreenshotTimings) {
  return {
    ours_ms: rounded(median(ours), 1),
    bare_ms: rounded(median(bare), 1),
    bare_jpeg_ms: rounded(median(bare_jpeg), 1),
    bare_hung: hung,
  };
}

interface Figures {
  action_ms: number;
  playwright_action_ms: number;
  screenshot_ratio: number;
  activations: number;
  parallel: ParallelFigures;
  per_action: ReturnType<typeof perAction>;
  screenshots: ReturnType<typeof screenshotFigures>;
}

function print({ per_action, screenshots, parallel, ...figures }: Figures): string {
  const rows = Object.entries(per_action).map(([name, { ours_ms, playwright_ms }]) => [name, ours_ms, playwright_ms]);
  const all = ['all but reads', figures.action_ms, figures.playwright_action_ms];
  const { ours_ms, bare_ms, bare_jpeg_ms, bare_hung } = screenshots;
  return `Actions, ${ROUNDS} rounds, medians in ms
${table(['action', 'ours', 'playwright'], [...rows, all])}
screenshot in the background: ours ${ours_ms} ms, bare capture ${bare_ms} ms as PNG and ${bare_jpeg_ms} ms as JPEG (ratio ${figures.screenshot_ratio}); ${bare_hung} bare captures hung
${parallel.tasks} tasks at once: ${parallel.per_minute} a minute; ${parallel.mb_before} MB before, ${parallel.mb_peak} MB at the peak, ${parallel.mb_after} MB after
activations of a tab or window: ${figures.activations}`;
}
