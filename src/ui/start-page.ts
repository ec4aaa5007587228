import { type ComponentChild, render } from 'preact';
import { config } from 'zod';
import { t } from './messages/current';
import { followSettings } from './state/configured';

/** Renders an own page of the extension and follows the settings for as long as it lives. */
export function startPage(page: ComponentChild, title: string): void {
  // Zod probes for `new Function`, which our CSP refuses with an error in the console: https://zod.dev/api (jitless).
  config({ jitless: true });
  document.documentElement.lang = t.language;
  document.title = title;
  void followSettings(new AbortController().signal);
  render(page, document.body);
}
