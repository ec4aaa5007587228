import type { DebuggerSession } from './debugger-session';
import { goTo } from './navigation';
import type { OpenTab } from './open-tab';

/** True in a page where somebody has typed or chosen something: loading it again would lose that. */
const EDITED = `[...document.querySelectorAll('input, textarea, select, [contenteditable]')].some((field) =>
  field.isContentEditable ? field.textContent.trim() !== ''
  : field instanceof HTMLSelectElement ? [...field.options].some((o) => o.selected !== o.defaultSelected && o.defaultSelected)
  : field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
  : field.type !== 'hidden' && field.value !== field.defaultValue)`;

/** Loads again what the death of a worker left unfinished in these tabs. Rejects only when the signal aborts. */
export async function mendPages(tabs: readonly OpenTab[], signal: AbortSignal): Promise<void> {
  await Promise.all(tabs.map(({ session, url }) => mendPage(session, url, signal)));
}

/**
 * Loads a page again when the takeover from a dead worker cut off what it was waiting for: it would show an error, or
 * half of itself, for ever. A page with something typed in it is left as it is.
 *
 * @param url its address as Chrome tells it
 */
async function mendPage(session: DebuggerSession, url: string, signal: AbortSignal): Promise<void> {
  if (!session.takeover?.cutOff || !/^https?:/.test(url)) return;
  try {
    const { result } = await session.send('Runtime.evaluate', { expression: EDITED, returnByValue: true });
    if (result.value !== false) return;
    // A reload would send a form again whose answer this page is. Only an address with a fragment cannot be asked for
    // anew.
    await goTo(session, url.includes('#') ? { kind: 'reload' } : { kind: 'url', url }, signal);
  } catch {
    signal.throwIfAborted();
  }
}
