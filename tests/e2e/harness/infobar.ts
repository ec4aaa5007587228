import { execFileSync } from 'node:child_process';
import type { Page } from 'puppeteer';

/** Where the window is, and how large, for `pressCancel`. */
export const WINDOW = ['--window-position=0,0', '--window-size=1200,800'];

/** Half the height of a bar, in pixels. Chrome shows one at a time: puppeteer's own may stand before the debugger's. */
const HALF_BAR = 28;
/** Less than the width of a button. */
const STEP = 24;

/**
 * Presses the buttons in the infobar, as a person does, until the debugger's was hit. The bar ends where the page begins,
 * and its buttons are at the right end: how far in is the theme's to say, so points from the right are pressed.
 *
 * @param shown a page in that window; it comes to the front
 */
export async function pressCancel(shown: Page, display: string, hit: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  await shown.bringToFront();
  while (Date.now() < end) {
    const { bottom, right } = await shown.evaluate(() => ({
      bottom: window.outerHeight - window.innerHeight,
      right: window.outerWidth,
    }));
    for (let x = right - 30; x > right - 270; x -= STEP) {
      execFileSync('xdotool', ['mousemove', String(x), String(bottom - HALF_BAR), 'click', '1'], {
        env: { ...process.env, DISPLAY: display },
      });
      if (await hit()) return;
    }
  }
  throw new Error("the infobar's button was not hit within 30 s");
}
