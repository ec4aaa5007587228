import { connect, type Socket } from 'node:net';
import type { HostEntry } from '../../src/bridge/handshake';
import { type BridgeCall, type FromClient, MOST_BYTES, ToClient } from '../../src/bridge/protocol';
import { encodeFrame, FrameDecoder } from '../wire/frame';
import { WireError } from '../wire/wire-error';
import { type Caller, type Messages, received, shakeHands, type Welcomed } from './shake-hands';

export interface RequestOptions {
  /** Cancels the request at the worker and rejects at once. */
  signal?: AbortSignal | undefined;
  /** News while the request is under way. */
  onProgress?: ((text: string) => void) | undefined;
}

/** The host went away while a request was under way: whether it was done is not known. */
export class ConnectionLost extends WireError {
  constructor(message: string) {
    super('not-connected', message);
    this.name = 'ConnectionLost';
  }
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
  onProgress: ((text: string) => void) | undefined;
}

/** Time for a host to answer a hello. It waits five seconds for ours. */
const WELCOME_MS = 5000;

/** One connection to one host. When it is gone, another one is opened; see bridge.ts. */
export class Connection {
  readonly entry: HostEntry;
  readonly #socket: Socket;
  readonly #pending = new Map<number, Pending>();
  #welcome: Welcomed | undefined;
  readonly #gone = new AbortController();
  #next = 0;
  #lost: WireError | undefined;

  private constructor(entry: HostEntry, socket: Socket) {
    this.entry = entry;
    this.#socket = socket;
  }

  /**
   * Connects to a host and shows that it may. Rejects with a WireError: `not-connected` when nobody listens, the
   * host's own words when it refuses, `wrong-version` when it speaks another version, `cancelled` on abort.
   */
  static async open(entry: HostEntry, caller: Caller, signal: AbortSignal): Promise<Connection> {
    const socket = connect(entry.socket);
    const connection = new Connection(entry, socket);
    const give = AbortSignal.any([signal, AbortSignal.timeout(WELCOME_MS)]);
    const stop = () => socket.destroy();
    give.addEventListener('abort', stop, { once: true });
    try {
      await connection.#enter(caller);
      return connection;
    } catch (error) {
      socket.destroy();
      if (signal.aborted) throw new WireError('cancelled', 'Cancelled while connecting.');
      if (give.aborted) throw new WireError('not-connected', `The host at ${entry.socket} did not answer. Try again.`);
      throw error;
    } finally {
      give.removeEventListener('abort', stop);
    }
  }

  /** What the host said of itself and its browser. */
  get welcome(): Welcomed | undefined {
    return this.#welcome;
  }

  /** Calls back once when the connection is lost or closed; at once when it is already. */
  whenLost(listener: () => void): void {
    if (this.#gone.signal.aborted) listener();
    else this.#gone.signal.addEventListener('abort', listener, { once: true });
  }

  get closed(): boolean {
    return this.#lost !== undefined || this.#socket.destroyed;
  }

  /**
   * Asks the worker. Resolves with the answer as it came (answers.ts says its shape); rejects with a WireError of the
   * worker's or host's, `cancelled` on abort, or a ConnectionLost.
   */
  request(call: BridgeCall, { signal, onProgress }: RequestOptions = {}): Promise<unknown> {
    if (this.closed) return Promise.reject(this.#lost ?? new ConnectionLost('The connection is closed.'));
    if (signal?.aborted) return Promise.reject(new WireError('cancelled', 'Cancelled before it was sent.'));
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.#pending.delete(id);
        this.#send({ type: 'cancel', id });
        reject(new WireError('cancelled', 'Cancelled. What had begun may have been done.'));
      };
      const done = () => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel, { once: true });
      this.#pending.set(id, {
        resolve: (value) => {
          done();
          resolve(value);
        },
        reject: (error) => {
          done();
          reject(error);
        },
        onProgress,
      });
      try {
        this.#send({ type: 'request', id, call });
      } catch (error) {
        this.#pending.delete(id);
        done();
        reject(error);
      }
    });
  }

  /** Ends the connection. Requests under way are cancelled by the host. */
  close(): void {
    this.#lose(new ConnectionLost('The connection was closed.'));
    this.#socket.destroy();
  }

  #send(message: FromClient): void {
    if (!this.closed) this.#socket.write(encodeFrame(message, MOST_BYTES));
  }

  async #enter(caller: Caller): Promise<void> {
    const messages = received(this.#socket, new FrameDecoder(MOST_BYTES));
    this.#welcome = await shakeHands(this.#socket, messages, caller);
    void this.#listen(messages);
  }

  async #listen(messages: Messages): Promise<void> {
    try {
      for await (const message of messages) this.#take(ToClient.parse(message));
    } catch {
      // A broken frame or message: nothing after it can be trusted.
    }
    this.#lose(new ConnectionLost('The browser or its extension went away.'));
    this.#socket.destroy();
  }

  #take(message: ToClient): void {
    if (message.type === 'closing') {
      this.#lose(new ConnectionLost(message.error.message));
      return;
    }
    const pending = this.#pending.get(message.id);
    if (message.type === 'progress') {
      pending?.onProgress?.(message.text);
      return;
    }
    this.#pending.delete(message.id);
    if (message.type === 'answer') pending?.resolve(message.value);
    else pending?.reject(new WireError(message.error.code, message.error.message));
  }

  #lose(error: WireError): void {
    this.#lost ??= error;
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of waiting) reject(this.#lost);
    this.#gone.abort();
  }
}
