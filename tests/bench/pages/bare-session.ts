import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { type Browser, type CDPSession, connect } from 'puppeteer';

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('a server without a port');
  return address.port;
}

/**
 * Sessions of DevTools to pages of a browser that Playwright drives, beside Playwright: a message there and back takes
 * half a millisecond, and through Playwright's own layers twice that. Those are its cost, not our reader's.
 *
 * @param port that the browser was started with, as `--remote-debugging-port`
 */
export class BareSessions {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(port: number): Promise<BareSessions> {
    return new BareSessions(await connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null }));
  }

  /** A session of the page, which must be the only one at its address. */
  async of(page: Page): Promise<CDPSession> {
    const target = await this.#browser.waitForTarget((each) => each.type() === 'page' && each.url() === page.url());
    return target.createCDPSession();
  }

  async close(): Promise<void> {
    await this.#browser.disconnect();
  }
}
