import type { Reader } from '../../dom/reader-contract';
import type { Driver } from '../driver';
import { refError } from '../page-problem';
import { callByRef } from '../tab-frames';
import { describeRef, evidenceIn } from '../target-point';

/** Sets a form field by its ref, and says what it shows once the page has settled. */
export async function formInput(
  driver: Driver,
  tabId: string | null | undefined,
  ref: string,
  value: string | number | boolean,
  abort: AbortSignal | null | undefined,
): Promise<string> {
  return driver.on(tabId, abort, async (tab, signal) => {
    const described = await describeRef(tab, ref, signal);
    let first = { shown: '', note: '' };
    const set = async () => {
      const { answer: done } = await callByRef(tab.tabId, 'setValue', [ref, value], signal);
      if (!done.ok) throw refError(done);
      driver.notes.add({ target: done.label });
      first = { shown: done.shown, note: done.note ?? '' };
    };
    const news = await driver.act(tab, { member: 'form_input', ...evidenceIn(described) }, set, signal);
    const now = await callByRef(tab.tabId, 'shows', [ref], signal).catch(() => undefined);
    signal.throwIfAborted();
    return [...shownSince(first, now?.answer), news].filter((part) => part !== '').join(' ');
  });
}

/** Many a page takes back what was set, or writes it in another way, a moment later. */
function shownSince(
  first: { shown: string; note: string },
  now: Awaited<ReturnType<Reader['shows']>> | undefined,
): string[] {
  const at = JSON.stringify(first.shown);
  if (!now?.ok) {
    const anew = now?.problem === 'stale' ? 'The page has drawn it anew since: read it to see what it shows now.' : '';
    return [`It showed ${at}.`, first.note, anew];
  }
  const { shown = first.shown, problem } = now;
  const refused = `The page does not accept it${problem ? `: ${problem}` : ''}.`;
  return [
    shown === first.shown
      ? `It now shows ${at}.`
      : `It now shows ${JSON.stringify(shown)}: the page changed it from ${at}.`,
    first.note === '' && problem !== undefined ? refused : first.note,
  ];
}
