import { connect, type Socket } from 'node:net';
import { Challenge, type HostEntry, Welcome } from '../../src/bridge/handshake';
import { type BridgeCall, type FromClient, MOST_BYTES, PROTOCOL_VERSION, ToClient } from '../../src/bridge/protocol';
import { prove } from '../secret';
import { encodeFrame, FrameDecoder } from '../wire/frame';
import { WireError } from '../wire/wire-error';

/** Who connects: what the person sees in the panel, and the install's secret. */
export interface Caller {
  name: string;
  version: string;
  secret: string;
}

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

type Welcomed = Extract<Welcome, { type: 'welcome' }>;

/** Time for a host to answer a hello. It waits five seconds for ours. */
const WELCOME_MS = 5000;

/** One connection to one host. When it is gone, another one is opened; see bridge.ts. */
export class Connection {
  readonly entry: HostEntry;
  readonly #socket: Socket;
  readonly #pending = new Map<number, Pending>();
  #welcome: Welcomed | undefined;
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
    const decoder = new FrameDecoder(MOST_BYTES);
    const messages = received(this.#socket, decoder);
    const challenge = Challenge.safeParse((await messages.next()).value);
    if (!challenge.success) throw new WireError('not-connected', `What listens at ${this.entry.socket} is no host.`);
    const { version, nonce } = challenge.data;
    if (version !== PROTOCOL_VERSION) {
      const older = version < PROTOCOL_VERSION ? 'Offstage in the browser, and restart it' : 'this program';
      throw new WireError(
        'wrong-version',
        `The host speaks version ${version} of the bridge, this program ${PROTOCOL_VERSION}. Update ${older}.`,
      );
    }
    const { name, version: clientVersion, secret } = caller;
    const proof = prove(secret, nonce);
    this.#socket.write(
      encodeFrame({ type: 'hello', version: PROTOCOL_VERSION, name, clientVersion, proof }, MOST_BYTES),
    );
    const welcome = Welcome.safeParse((await messages.next()).value);
    if (!welcome.success) throw new WireError('not-connected', 'The host ended the connection without a welcome.');
    if (welcome.data.type === 'refused') throw new WireError('refused', welcome.data.message);
    this.#welcome = welcome.data;
    void this.#listen(messages);
  }

  async #listen(messages: AsyncGenerator<unknown, void, undefined>): Promise<void> {
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
  }
}

/** The messages of a socket until it ends, in whatever way. */
async function* received(socket: Socket, decoder: FrameDecoder): AsyncGenerator<unknown, void, undefined> {
  try {
    for await (const chunk of socket) if (Buffer.isBuffer(chunk)) yield* decoder.push(chunk);
  } catch (error) {
    if (error instanceof WireError) throw error;
    if (error instanceof Error && 'code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ENOENT')) {
      throw new WireError('not-connected', 'Nobody listens there.');
    }
  }
}
