import type { DebuggerSession } from './debugger-session';
import { within } from './wait';

/** Longest time until a tab that a form posts into is guarded, in milliseconds. Later its form posts nothing. */
const GUARDED_MS = 5000;

/**
 * Tabs that Chrome opened, blank, for forms that post into a new tab. The page gave each a name, and waits with its
 * form until the tab of that name is guarded: what is posted earlier is blocked by rule, and nobody could say what it
 * was (backstop.ts).
 */
export class PostedTabs {
  readonly #guarded = new Map<string, DebuggerSession>();
  readonly #waiting = new Map<string, (session: DebuggerSession) => void>();

  /** Call it when a tab that was opened from another one is guarded. */
  async guarded(openerTabId: number, session: DebuggerSession): Promise<void> {
    const answer = await session.send('Runtime.evaluate', { expression: 'name' }).catch(() => undefined);
    const name: unknown = answer?.result.value;
    if (typeof name !== 'string' || name === '') return;
    const key = keyOf(openerTabId, name);
    const told = this.#waiting.get(key);
    if (told) return told(session);
    this.#guarded.set(key, session);
    const forget = () => this.#guarded.get(key) === session && this.#guarded.delete(key);
    session.gone.addEventListener('abort', forget, { once: true });
  }

  /** The tab that a page opened under a name, as soon as it is guarded; undefined when that takes too long. */
  async of(openerTabId: number, name: string): Promise<DebuggerSession | undefined> {
    const key = keyOf(openerTabId, name);
    const there = this.#guarded.get(key);
    this.#guarded.delete(key);
    if (there) return there;
    const given = new Promise<DebuggerSession>((resolve) => this.#waiting.set(key, resolve));
    const session = await within(GUARDED_MS, given);
    this.#waiting.delete(key);
    return session;
  }
}

/**
 * What became of the form that is posted into a blank tab next: `stopped` by the barrier, or it went out. Call it
 * before the page is told to post.
 *
 * @param most milliseconds to wait for the document that answers
 */
export async function postedInto(session: DebuggerSession, most: number): Promise<'stopped' | 'sent'> {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, AbortSignal.timeout(most)]);
  let answered = false;
  // A download ends like something that was stopped, but it has an answer.
  session.on('Network.responseReceived', ({ type }) => (answered ||= type === 'Document'), signal);
  const stopped = session.next(
    'Network.loadingFailed',
    ({ type, errorText }) => type === 'Document' && errorText === 'net::ERR_ABORTED',
    signal,
  );
  const arrived = session.next('Page.domContentEventFired', () => true, signal);
  try {
    return await Promise.race([
      stopped.then(() => (answered ? ('sent' as const) : ('stopped' as const))),
      arrived.then(() => 'sent' as const),
    ]);
  } catch {
    return 'sent';
  } finally {
    for (const each of [stopped, arrived]) each.catch(() => undefined);
    done.abort();
  }
}

function keyOf(openerTabId: number, name: string): string {
  return `${openerTabId} ${name}`;
}
