import type { LinkState } from '../store/link-state';
import { ChunkJoiner, type WholeMessage } from './chunks';
import { type FromWorker, PROTOCOL_VERSION } from './protocol';

/** Fixed by docs/design.md (what others rely on): `offstage install` writes a manifest of this name. */
export const HOST_NAME = 'com.offstage.bridge';

/** Wakes a worker that died while there was a host to talk to. Kept while one is installed, and only then. */
export const BRIDGE_ALARM = 'bridge';

/** The shortest that Chrome takes. */
const ALARM_MINUTES = 0.5;

/** Waits before a host that ended is started again: at once, then longer each time it does not last. */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 30_000;
/** A host that lived as long has recovered. */
const RECOVERED_MS = 10_000;
/**
 * Where no host is installed the worker looks again this often while it lives for other reasons. It is longer than the
 * 30 s after which Chrome ends an idle worker, so the look itself keeps none alive.
 */
const ABSENT_WAIT_MS = 60_000;

export interface PortListener {
  /** A message of a host of our version. */
  message(message: Exclude<WholeMessage, { type: 'host' }>): void;
  /** The host is gone, and with it every client's connection. */
  lost(): void;
  state(state: LinkState): void;
}

/**
 * The worker's line to the native host, for as long as the worker lives. Chrome starts a host for each port and ends it
 * with the port; an open port keeps the worker alive
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle#idle-shutdown).
 */
export class NativePort {
  readonly #listener: PortListener;
  readonly #hello: Extract<FromWorker, { type: 'browser' }>;
  #port: chrome.runtime.Port | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = FIRST_WAIT_MS;
  #wrongVersion = false;

  /** `hello` is the first message to each host. */
  constructor(hello: Extract<FromWorker, { type: 'browser' }>, listener: PortListener) {
    this.#hello = hello;
    this.#listener = listener;
  }

  /** Connects unless a port is open. Failure is no exception: it is tried again as long as the worker lives. */
  connect(): void {
    if (this.#port) return;
    clearTimeout(this.#timer);
    const port = chrome.runtime.connectNative(HOST_NAME);
    const opened = Date.now();
    const chunks = new ChunkJoiner();
    this.#port = port;
    this.#wrongVersion = false;
    port.onMessage.addListener((raw: unknown) => {
      try {
        const message = chunks.take(raw);
        if (message) this.#take(message);
      } catch (error) {
        this.#ended(port, error instanceof Error ? error.message : String(error), opened);
        port.disconnect();
      }
    });
    port.onDisconnect.addListener(() => this.#ended(port, chrome.runtime.lastError?.message ?? '', opened));
    port.postMessage(this.#hello);
  }

  /** Sends to the host. What no host is there for is dropped: its client is gone with the host. */
  send(message: FromWorker): void {
    this.#port?.postMessage(message);
  }

  #take(message: WholeMessage): void {
    if (message.type !== 'host') {
      if (!this.#wrongVersion) this.#listener.message(message);
      return;
    }
    const { version, hostVersion } = message;
    void chrome.alarms.create(BRIDGE_ALARM, { periodInMinutes: ALARM_MINUTES });
    this.#wrongVersion = version !== PROTOCOL_VERSION;
    const older = version < PROTOCOL_VERSION ? 'host' : 'extension';
    this.#listener.state(
      this.#wrongVersion ? { at: 'wrong-version', hostVersion, older } : { at: 'connected', hostVersion },
    );
  }

  #ended(port: chrome.runtime.Port, why: string, opened: number): void {
    if (this.#port !== port) return;
    this.#port = undefined;
    this.#listener.lost();
    if (/not found|forbidden/i.test(why)) {
      void chrome.alarms.clear(BRIDGE_ALARM);
      this.#listener.state({ at: 'absent' });
      this.#wait = FIRST_WAIT_MS;
      this.#timer = setTimeout(() => this.connect(), ABSENT_WAIT_MS);
      return;
    }
    this.#listener.state({ at: 'lost', why });
    if (Date.now() - opened >= RECOVERED_MS) this.#wait = FIRST_WAIT_MS;
    this.#timer = setTimeout(() => this.connect(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }
}
