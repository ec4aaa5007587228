import type { DebuggerSession } from './debugger-session';
import { goTo } from './navigation';

/** True in a page where somebody has typed or chosen something: loading it again would lose that. */
const EDITED = `[...document.querySelectorAll('input, textarea, select, [contenteditable]')].some((field) =>
  field.isContentEditable ? field.textContent.trim() !== ''
  : field instanceof HTMLSelectElement ? [...field.options].some((o) => o.selected !== o.defaultSelected && o.defaultSelected)
  : field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
  : field.type !== 'hidden' && field.value !== field.defaultValue)`;

/**
 * Loads a page again when the takeover from a dead worker cut off what it was waiting for: it would show an error, or
 * half of itself, for ever. A page with something typed in it is left as it is. Rejects only when the signal aborts.
 *
 * @param url its address as Chrome tells it
 */
export async function mendPage(session: DebuggerSession, url: string, signal: AbortSignal): Promise<void> {
  if (!session.cutOff || !/^https?:/.test(url)) return;
  try {
    const { result } = await session.send('Runtime.evaluate', { expression: EDITED, returnByValue: true });
    if (result.value !== false) return;
    // A reload would send a form again whose answer this page is. Only an address with a fragment cannot be asked for anew.
    await goTo(session, url.includes('#') ? { kind: 'reload' } : { kind: 'url', url }, signal);
  } catch {
    signal.throwIfAborted();
  }
}
