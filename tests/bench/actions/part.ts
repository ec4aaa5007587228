import { chromium } from 'playwright-core';
import { startWorld } from '../../e2e/harness/world';
import { startSite } from '../../sites/site';
import { median, rounded } from '../median';
import { table } from '../table';
import { ACTIONS } from './cases';
import { type Timings, timeOurs } from './ours';
import { timePlaywright } from './playwright';

const ROUNDS = 20;

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
    const result = {
      action_ms: rounded(median(Object.values(ours).flat()), 1),
      playwright_action_ms: rounded(median(Object.values(playwright).flat()), 1),
      activations: (await world.activations()).length,
      per_action: perAction(ours, playwright),
    };
    say(print(result));
    return result;
  } finally {
    await Promise.all([peer.close(), world.close(), site.close()]);
  }
}

function perAction(ours: Timings, playwright: Timings) {
  return Object.fromEntries(
    ACTIONS.map(({ name }) => [
      name,
      { ours_ms: rounded(median(ours[name]), 1), playwright_ms: rounded(median(playwright[name]), 1) },
    ]),
  );
}

function print(result: { per_action: ReturnType<typeof perAction>; action_ms: number; playwright_action_ms: number }) {
  const rows = Object.entries(result.per_action).map(([name, { ours_ms, playwright_ms }]) => [
    name,
    ours_ms,
    playwright_ms,
  ]);
  return `Actions, ${ROUNDS} rounds, medians in ms
${table(['action', 'ours', 'playwright'], [...rows, ['all', result.action_ms, result.playwright_action_ms]])}`;
}
