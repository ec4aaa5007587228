import { type LineGiven, workerLine } from '../worker-line';
import { newTabs } from './new-tabs';
import { interceptForms } from './opens-by-form';
import { interceptLinks } from './opens-by-link';
import { interceptScripts } from './opens-by-script';
import { postedForms } from './posted-forms';
import { standIns } from './stand-ins';
import type { OpenMessage, WorkerWords } from './worker-words';

/** What interceptOpens is made of. Each is sent as its source text too, so it may use nothing from around it. */
export const OPENS_PARTS = {
  workerLine,
  newTabs,
  standIns,
  postedForms,
  interceptScripts,
  interceptLinks,
  interceptForms,
};

/**
 * Runs in a page's own world, in every frame, before its scripts. What would open a tab is told to the worker instead,
 * which opens it in the background and guards it before it loads: Chrome brings every tab that a page opens to the
 * front, also from a background tab (measured on 156: `_blank` links, `window.open` and forms, one activation each),
 * and lets it send before anybody can look.
 *
 * It is sent to the page as its source text, so it may use nothing from around it but its parts.
 *
 * @param given `opener` is true in a tab that another page opened and may speak to
 */
export function interceptOpens(given: LineGiven & { opener: boolean }, parts: typeof OPENS_PARTS): void {
  const line = parts.workerLine<OpenMessage, WorkerWords>(given);
  if (!line) return;
  const tabs = parts.newTabs(line);
  const standIns = parts.standIns(line, tabs);
  const posted = parts.postedForms(line, tabs);
  parts.interceptScripts(line, tabs, standIns);
  parts.interceptLinks(line, tabs);
  parts.interceptForms(line, tabs, posted);
  if (given.opener && window === window.top) standIns.forOpener();
}
