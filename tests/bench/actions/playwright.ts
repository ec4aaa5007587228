import type { Page } from 'playwright-core';
import { ACTIONS } from './cases';
import { noTimings, type Timings } from './ours';

/** The same actions by Playwright, from the call of a script to its return. */
export async function timePlaywright(page: Page, url: string, rounds: number): Promise<Timings> {
  const times = noTimings();
  await page.goto(url, { waitUntil: 'load' });
  for (let round = 0; round < rounds; round++) {
    for (const { name, playwright } of ACTIONS) {
      const begun = performance.now();
      await playwright(page, round);
      times[name].push(performance.now() - begun);
      // Ours finds a settled page; so does this: the frames that the action caused are drawn before the next one.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
  }
  return times;
}
