import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { PageContext } from './composer-state';

/** The web page in front in this window; undefined for Chrome's own pages, which no extension may touch. */
export const pageInFront = signal<PageContext | undefined>(undefined);

/** Follows the tab in front until the signal aborts. Only its address and title are read. */
export function followPageInFront(signal: AbortSignal): void {
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const { url, title } = tab ?? {};
    pageInFront.value = url && /^https?:/.test(url) ? { url, title: title ?? '' } : undefined;
  };
  const onUpdated = (_: number, change: { url?: string; title?: string }) => {
    if (change.url || change.title) void look();
  };
  const onActivated = () => void look();
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener(
    'abort',
    () => {
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
    },
    { once: true },
  );
  void look();
}
