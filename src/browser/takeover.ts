import type { HeldRequest } from './debugger-events';
import type { DebuggerSession } from './debugger-session';

const OFFLINE = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/**
 * A debugger session that a killed worker left behind, from when this one takes it over until a new barrier stands.
 * What the dead worker's barrier held is ended: most of its events are lost, and Chrome would send it when the debugger
 * goes. With the network off, letting it go fails it. What is held below the tab, by service workers and frames, is not
 * let go of so: what was heard of it is ended by its id.
 */
export class Takeover {
  readonly #session: DebuggerSession;
  readonly #over = new AbortController();
  #cutOff = false;

  private constructor(session: DebuggerSession) {
    this.#session = session;
  }

  /**
   * Resolves with undefined when the debugger on this tab is not ours.
   *
   * @param unheard what was held before anybody listened to the tab
   */
  static async begin(session: DebuggerSession, unheard: readonly HeldRequest[]): Promise<Takeover | undefined> {
    const takeover = new Takeover(session);
    takeover.#endHeld(unheard);
    return (await takeover.#cutOffNetwork()) ? takeover : undefined;
  }

  /** True when something was cut off that the page was waiting for. */
  get cutOff(): boolean {
    return this.#cutOff;
  }

  /** Lets the tab use the network again: a new barrier stands. */
  async end(): Promise<void> {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    await this.#session.send('Network.emulateNetworkConditions', { ...OFFLINE, offline: false });
  }

  #endHeld(unheard: readonly HeldRequest[]): void {
    const fail = ({ requestId }: { requestId: string }, child: string | undefined) =>
      void this.#session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, child).catch(() => undefined);
    for (const held of unheard) fail(held, held.sessionId);
    this.#session.on('Fetch.requestPaused', fail, this.#over.signal);
  }

  async #cutOffNetwork(): Promise<boolean> {
    const failed = ({ errorText, type }: { errorText: string; type: string }) => {
      if (errorText === 'net::ERR_INTERNET_DISCONNECTED' && type !== 'Ping') this.#cutOff = true;
    };
    this.#session.on('Network.loadingFailed', failed, this.#session.gone);
    try {
      const { status } = await chrome.tabs.get(this.#session.tabId);
      const loading = status === 'loading';
      await Promise.all([
        this.#session.send('Network.emulateNetworkConditions', OFFLINE),
        // Until a navigation ends Chrome keeps what is for the page waiting, and one that is held would never end;
        // failed, it would put an error page in place of the draft.
        loading ? this.#session.send('Page.stopLoading') : undefined,
        this.#session.send('Fetch.disable'),
      ]);
      if (loading) this.#cutOff = true;
      return true;
    } catch {
      return false;
    }
  }
}
