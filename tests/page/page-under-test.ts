import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import type { Reader } from '../../src/dom/reader-contract';
import { type RunningBrowser, startChromium } from '../e2e/harness/chromium';
import { answerHtml, type Site, startSite } from '../sites/site';

/** A real page with the extension's own reader in its isolated world, called as the worker calls it. */
export interface PageUnderTest {
  page: Page;
  /** Shows a document and forgets the one before. */
  show(html: string, headers?: Record<string, string>): Promise<void>;
  call<M extends keyof Reader>(method: M, ...args: Parameters<Reader[M]>): Promise<Awaited<ReturnType<Reader[M]>>>;
  /** The whole page as text. */
  read(html: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts a browser with the extension, and one tab to show documents in. */
export async function startPageUnderTest(): Promise<PageUnderTest> {
  let html = '';
  let headers: Record<string, string> = {};
  const [chromium, site]: [RunningBrowser, Site] = await Promise.all([
    startChromium({ args: ['--window-size=1000,800'] }),
    startSite('none', ({ path }, response) => path === '/' && answerHtml(response, html, 200, headers)),
  ]);
  const own = await chromium.openOwnPage('sidepanel.html');
  const page = await chromium.browser.newPage();
  await page.setViewport({ width: 800, height: 600 });

  async function call<M extends keyof Reader>(
    method: M,
    ...args: Parameters<Reader[M]>
  ): Promise<Awaited<ReturnType<Reader[M]>>> {
    const answer: unknown = await own.evaluate(
      async (url, name, values) => {
        const [tab] = await chrome.tabs.query({ url });
        const target = { tabId: tab?.id ?? -1 };
        await chrome.scripting.executeScript({ target, files: ['/reader.js'] });
        const [injected] = await chrome.scripting.executeScript({
          target,
          args: [name, values],
          func: async (called: string, given: unknown[]) => {
            const reader = Reflect.get(globalThis, '__offstage_reader');
            return { value: (await reader[called](...given)) ?? null };
          },
        });
        return (injected?.result as { value: unknown } | undefined)?.value;
      },
      `${site.origin}/`,
      method,
      args as unknown[],
    );
    // The reader answered itself, in the shape of its contract; null stands for undefined.
    return (answer ?? undefined) as Awaited<ReturnType<Reader[M]>>;
  }
  const show = async (next: string, sentWith: Record<string, string> = {}) => {
    headers = sentWith;
    html = `<!doctype html><html lang="en"><meta charset="utf-8"><body>${next}</body></html>`;
    await page.goto(`${site.origin}/`);
  };
  return {
    page,
    show,
    call,
    async read(next) {
      await show(next);
      const answer = await call('read', { filter: 'all', firstRef: 1 });
      if (!answer.ok) throw new Error(answer.message);
      return answer.text;
    },
    async close() {
      await chromium.close();
      await site.close();
    },
  };
}

/**
 * A way to write tests of one read each: inline HTML, and the exact text that is read from it.
 *
 * @param under the page, once it has been started
 */
export function readsOn(under: () => PageUnderTest): (name: string, html: string, text: string) => void {
  return (name, html, text) =>
    test(name, async () => {
      expect(await under().read(html)).toBe(text);
    });
}
