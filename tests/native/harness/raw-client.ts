import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { prove, readSecret } from '../../../native/secret';
import { encodeFrame, FrameDecoder } from '../../../native/wire/frame';
import { Challenge } from '../../../src/bridge/handshake';
import { PROTOCOL_VERSION } from '../../../src/bridge/protocol';
import { afterTest } from './host';

const MOST = 64 * 1024 * 1024;

/** A program that speaks to a host by hand, rightly or wrongly. */
export class RawClient {
  readonly socket;
  readonly closed: Promise<void>;
  readonly #messages: AsyncGenerator<unknown, void, undefined>;

  constructor(path: string) {
    this.socket = connect(path);
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
    this.#messages = this.#read();
    afterTest(() => {
      this.socket.destroy();
    });
  }

  send(message: unknown): void {
    this.socket.write(encodeFrame(message, MOST));
  }

  /** The next message, or undefined when the host ended the connection. */
  async next(): Promise<unknown> {
    const { value, done } = await this.#messages.next();
    return done ? undefined : value;
  }

  /** Answers the challenge and resolves with the welcome. */
  async enter(home: string, changes: Record<string, unknown> = {}): Promise<unknown> {
    const { nonce } = Challenge.parse(await this.next());
    const proof = changes.proof ?? prove(await readSecret(home), nonce);
    const hello = { version: PROTOCOL_VERSION, name: 'test', clientVersion: '1', instance: randomUUID() };
    this.send({ type: 'hello', ...hello, ...changes, proof });
    return await this.next();
  }

  async *#read(): AsyncGenerator<unknown, void, undefined> {
    const decoder = new FrameDecoder(MOST);
    try {
      for await (const chunk of this.socket) if (Buffer.isBuffer(chunk)) yield* decoder.push(chunk);
    } catch {
      return;
    }
  }
}
