import type { Readable, Writable } from 'node:stream';
import { encodeFrame, FrameDecoder } from '../../../native/wire/frame';
import {
  type BridgeError,
  FromWorker,
  NATIVE_FRAME_BYTES,
  PROTOCOL_VERSION,
  ToWorker,
} from '../../../src/bridge/protocol';

type Request = Extract<ToWorker, { type: 'request' }>;

/** What a fake worker does with a request. Without an answer the request stays under way. */
export type OnRequest = (request: Request, worker: FakeWorker) => void;

/**
 * Stands for Chromium and the extension at the host's standard input and output, in these tests of Node alone. It
 * refuses what Chromium refuses: frames above 1 MB.
 */
export class FakeWorker {
  readonly seen: ToWorker[] = [];
  readonly #toHost: Writable;
  readonly #decoder = new FrameDecoder(NATIVE_FRAME_BYTES);
  readonly #watchers = new Set<() => void>();
  #chunks = '';
  onRequest: OnRequest = () => undefined;

  constructor(fromHost: Readable, toHost: Writable) {
    this.#toHost = toHost;
    // A host that was killed closes its pipe in mid-write.
    toHost.on('error', () => undefined);
    fromHost.on('data', (chunk: Buffer) => {
      for (const frame of this.#decoder.push(chunk)) this.#take(ToWorker.parse(frame));
    });
  }

  /** Says which browser this is, as an extension does first. */
  hello(browser = 'Chromium', version = PROTOCOL_VERSION): void {
    this.send({ type: 'browser', version, extension: '0.1.0', browser });
  }

  send(message: FromWorker): void {
    this.#toHost.write(encodeFrame(FromWorker.parse(message), 64 * 1024 * 1024));
  }

  answer({ client, id }: Request, value: unknown): void {
    this.send({ type: 'answer', client, id, value });
  }

  fail({ client, id }: Request, code: BridgeError['code'], message: string): void {
    this.send({ type: 'error', client, id, error: { code, message } });
  }

  progress({ client, id }: Request, text: string): void {
    this.send({ type: 'progress', client, id, text });
  }

  /** Bytes as they are, however broken. */
  raw(bytes: Uint8Array): void {
    this.#toHost.write(bytes);
  }

  /** Closes the port, as a worker or browser that ends does. */
  end(): void {
    this.#toHost.end();
  }

  /** Resolves with the first message, seen already or still to come, that fits. */
  async until<T extends ToWorker>(fits: (message: ToWorker) => message is T): Promise<T>;
  async until(fits: (message: ToWorker) => boolean): Promise<ToWorker>;
  async until(fits: (message: ToWorker) => boolean): Promise<ToWorker> {
    for (;;) {
      const found = this.seen.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.#watchers.add(resolve));
    }
  }

  #take(message: ToWorker): void {
    if (message.type === 'chunk') {
      this.#chunks += message.text;
      if (!message.last) return;
      const whole = ToWorker.parse(JSON.parse(this.#chunks));
      this.#chunks = '';
      this.#take(whole);
      return;
    }
    this.seen.push(message);
    for (const watcher of this.#watchers) watcher();
    this.#watchers.clear();
    if (message.type === 'request') this.onRequest(message, this);
  }
}

export function isRequest(message: ToWorker): message is Request {
  return message.type === 'request';
}
