import { frameAndMotion, quietPage } from '../dom/motion';
import type { DebuggerSession } from './debugger-session';
import { OpenRequests } from './open-requests';
import { within } from './wait';

/** Longest time that a page may take to settle after an action, in milliseconds. */
const PATIENCE_MS = 4000;
/** A document that was asked for gets longer: it is what the action was about. */
const NAVIGATION_MS = 10_000;
/** A frame of a page that draws at all; one that does not is not waited for. */
const FRAME_MS = 500;
/** After an answer a page is waited for until it has not changed for so long: many draw it a moment later. */
const QUIET_MS = 150;
/** Longest time that a page without anything on its way may go on moving or changing. */
const RESTLESS_MS = 1000;

/**
 * Watches a tab from before an action until the page has settled: no document on its way, no request of the action
 * open, in the page, its workers or its frames; a frame drawn after the last answer, what came of the answer shown; and
 * what shows or moves content at its place. By evidence, not by a fixed sleep; bounded, because some pages never rest.
 */
export class SettleWatch {
  readonly #session: DebuggerSession;
  readonly #done = new AbortController();
  readonly #requests: OpenRequests;
  #wake: () => void = () => undefined;

  constructor(session: DebuggerSession) {
    this.#session = session;
    this.#requests = new OpenRequests(session, () => this.#wake(), this.#done.signal);
  }

  /** True when a new document came since the watch began. */
  get navigated(): boolean {
    return this.#requests.navigated;
  }

  /**
   * Resolves when the page has settled or patience is over, and ends the watch. Rejects when the signal aborts.
   *
   * @param most milliseconds at most; by default four seconds, ten when a document is on its way
   */
  async settled(signal: AbortSignal, most?: number): Promise<void> {
    const requests = this.#requests;
    const begun = performance.now();
    let restless = RESTLESS_MS;
    try {
      for (;;) {
        const moving = await nextFrame(this.#session, signal);
        const patience = most ?? (requests.navigated || requests.documentOpen ? NAVIGATION_MS : PATIENCE_MS);
        const left = patience - (performance.now() - begun);
        if (left <= 0) return;
        if (!requests.none) {
          await this.#change(left, signal);
          continue;
        }
        const at = performance.now();
        const answered = requests.takeAnswered();
        if (answered.length > 0) await this.#quiet(answered, Math.min(restless, left), signal);
        else if (moving > 0) await this.#change(Math.min(moving, restless, left), signal);
        else return;
        restless -= performance.now() - at;
        if (restless <= 0 && requests.none) return;
      }
    } finally {
      this.#done.abort();
    }
  }

  /** Ends the watch without waiting. */
  dispose(): void {
    this.#done.abort();
  }

  /** Resolves when the documents that something was answered to have not changed for a while, or go on changing. */
  async #quiet(answered: readonly (string | undefined)[], most: number, signal: AbortSignal): Promise<void> {
    const quiet = (child?: string) => runIn(this.#session, quietPage, [QUIET_MS, most], most, signal, child);
    // What a worker or a frame heard often shows in the page.
    await Promise.all([...new Set([undefined, ...answered])].map(quiet));
  }

  async #change(ms: number, signal: AbortSignal): Promise<void> {
    const changed = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await within(ms, changed, AbortSignal.any([signal, this.#session.gone]));
  }
}

/**
 * Resolves after the page drew a frame and ran what stood in its queue, or after half a second if it draws none.
 *
 * @returns milliseconds for which something in the page goes on moving to its place, 0 when nothing does
 */
export async function nextFrame(session: DebuggerSession, signal: AbortSignal): Promise<number> {
  return Number((await runIn(session, frameAndMotion, [RESTLESS_MS], FRAME_MS, signal)) ?? 0);
}

/** Runs a function in a document's own world. Undefined when it did not answer in time, or the document went away. */
async function runIn<A extends number[]>(
  session: DebuggerSession,
  work: (...args: A) => Promise<unknown>,
  args: A,
  patience: number,
  signal: AbortSignal,
  child?: string,
): Promise<unknown> {
  signal.throwIfAborted();
  const expression = `(${work.toString()})(${args.join(', ')})`;
  const answer = session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, child).then(
    ({ result }): unknown => result.value,
    // A worker has no document, or it went away in between.
    () => undefined,
  );
  return within(patience, answer, signal);
}
