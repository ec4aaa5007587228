import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import type { HostEntry } from '../../src/bridge/handshake';
import type { BridgeCall } from '../../src/bridge/protocol';
import { readEntries } from '../host-entries';
import { readSecret } from '../secret';
import { WireError } from '../wire/wire-error';
import { describeHost, hostsNamed, noHost } from './choose-host';
import { Connection, ConnectionLost, type RequestOptions } from './connection';
import type { Caller } from './shake-hands';

export interface BridgeOptions {
  home: string;
  /** Folders where hosts have their entries. */
  folders: readonly string[];
  /** The browser to use, by name; the newest one when left out. */
  browser?: string | undefined;
  /** Who connects. Asked at each connection: an MCP server learns its client's name late. */
  who(): Pick<Caller, 'name' | 'kind' | 'version'>;
  /** How long the first call waits for a host, in milliseconds. */
  firstWaitMs: number;
  /** How long a call waits for the host to come back, in milliseconds: a restart of the browser takes some seconds. */
  againWaitMs: number;
}

/**
 * `againWaitMs` of people's programs: Chrome wakes a worker that was killed by an alarm, and that takes up to 30 s
 * (https://developer.chrome.com/docs/extensions/reference/api/alarms#method-create).
 */
export const AGAIN_WAIT_MS = 35_000;

/** Time between two looks for a host, in milliseconds. */
const LOOK_MS = 100;

/**
 * How long a lost host is looked for while nobody calls, in milliseconds. The extension keeps the tabs of a client that
 * comes back in time, and closes those of one that does not (src/bridge/sessions.ts).
 */
const COME_BACK_MS = 120_000;
const COME_BACK_LOOK_MS = 1000;

/** Calls that change nothing, and so may be asked again of a new host. Nothing else is ever repeated. */
const PLAIN_READS: ReadonlySet<BridgeCall['method']> = new Set([
  'ping',
  'task-status',
  'list-tasks',
  'read-picture',
  'read-config',
]);

/**
 * A client's line to a browser that outlives restarts of the browser, its worker and the host: the next call after one
 * finds the new host. It stays with the browser that it found first, because tabs and tasks live there.
 */
export class Bridge {
  readonly #options: BridgeOptions;
  readonly #ended = new AbortController();
  readonly #instance = randomUUID();
  #connection: Connection | undefined;
  #connecting: Promise<Connection> | undefined;
  #last: HostEntry | undefined;

  constructor(options: BridgeOptions) {
    this.#options = options;
  }

  /**
   * Asks the browser and checks the answer's shape. Rejects with a WireError whose message says what to do next; when
   * the browser went away with the call under way, it says that the outcome is unknown.
   */
  async call<T>(call: BridgeCall, answer: z.ZodType<T>, options: RequestOptions = {}): Promise<T> {
    for (;;) {
      const connection = await this.#connected(options.signal);
      try {
        const value = await connection.request(call, options);
        const parsed = answer.safeParse(value);
        if (parsed.success) return parsed.data;
        throw new WireError(
          'wrong-version',
          'The extension answered in a shape this program does not know. Update it.',
        );
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        if (!PLAIN_READS.has(call.method)) throw outcomeUnknown(call, error);
      }
    }
  }

  /** The host in use, once there was a call. */
  get host(): HostEntry | undefined {
    return this.#last;
  }

  /** Ends the connection. The browser closes what this client had open. */
  close(): void {
    this.#ended.abort();
    this.#connection?.close();
  }

  async #connected(signal: AbortSignal | undefined): Promise<Connection> {
    if (this.#connection && !this.#connection.closed) return this.#connection;
    // Several calls wait for one connection; a caller that gives up does not end it for the others.
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = undefined;
    });
    return await untilAborted(this.#connecting, signal);
  }

  async #connect(): Promise<Connection> {
    const { firstWaitMs, againWaitMs } = this.#options;
    const deadline = Date.now() + (this.#last ? againWaitMs : firstWaitMs);
    for (;;) {
      const { connection, entries } = await this.#look();
      if (connection) return connection;
      if (Date.now() >= deadline) throw this.#nobody(entries);
      await delay(LOOK_MS, undefined, { signal: this.#ended.signal });
    }
  }

  /** One try of all hosts that will do. */
  async #look(): Promise<{ connection?: Connection; entries: HostEntry[] }> {
    const { home, folders, browser } = this.#options;
    const caller = { ...this.#options.who(), instance: this.#instance, secret: await readSecret(home) };
    const entries = await readEntries(folders);
    for (const entry of hostsNamed(entries, browser).filter((found) => this.#isOurs(found))) {
      const connection = await this.#try(entry, caller);
      if (!connection) continue;
      if (this.#connection && !this.#connection.closed) {
        // A call and the look in the background found one at the same time.
        connection.close();
        return { connection: this.#connection, entries };
      }
      this.#connection = connection;
      this.#last = entry;
      connection.whenLost(() => void this.#comeBack().catch(() => undefined));
      return { connection, entries };
    }
    return { entries };
  }

  /** Connects again without being called. A call meanwhile looks for itself, and has its own patience. */
  async #comeBack(): Promise<void> {
    const deadline = Date.now() + COME_BACK_MS;
    while (Date.now() < deadline) {
      await delay(COME_BACK_LOOK_MS, undefined, { signal: this.#ended.signal, ref: false });
      if (!this.#last || (this.#connection && !this.#connection.closed)) return;
      if (!this.#connecting) await this.#look().catch(() => undefined);
    }
  }

  async #try(entry: HostEntry, caller: Caller) {
    try {
      return await Connection.open(entry, caller, this.#ended.signal);
    } catch (error) {
      // A host that is just ending. The next look finds its successor.
      if (error instanceof WireError && error.code === 'not-connected') return undefined;
      throw error;
    }
  }

  #isOurs(entry: HostEntry): boolean {
    if (!this.#last || this.#options.browser) return true;
    return entry.browser === this.#last.browser && entry.profile === this.#last.profile;
  }

  #nobody(entries: readonly HostEntry[]): WireError {
    const last = this.#last;
    if (!last || this.#options.browser || entries.length === 0) return noHost(entries, this.#options.browser);
    // Another browser has none of this client's tabs and tasks: it is used only after its caller was told.
    this.#last = undefined;
    const others = entries.map(describeHost).join('; ');
    return new WireError(
      'not-connected',
      `${describeHost(last)} is gone, with its tabs and tasks. Connected is: ${others}. The next call goes there.`,
    );
  }
}

function outcomeUnknown(call: BridgeCall, lost: ConnectionLost): ConnectionLost {
  const what = call.method === 'member' ? call.member : call.method;
  const look = call.method === 'start-task' ? 'list the tasks' : 'look at the page';
  return new ConnectionLost(
    `${lost.message} ${what} was under way, so its outcome is unknown: it may have been done. Before you do it again, ${look}.`,
  );
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(new WireError('cancelled', 'Cancelled while connecting.'));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
