import type { Readable, Writable } from 'node:stream';
import { FromWorker, MOST_BYTES, type ToWorker } from '../../src/bridge/protocol';
import { FrameDecoder } from '../wire/frame';
import { workerFrames } from '../wire/worker-frames';

/** The host's line to the extension's worker: native messaging over the pipes that the browser gave it. */
export class WorkerPort {
  readonly #input: Readable;
  readonly #output: Writable;
  #drained: Promise<void> | undefined;

  constructor(input: Readable, output: Writable) {
    this.#input = input;
    this.#output = output;
    // The browser went away in mid-write. The end of the input says so too, and ends the host.
    output.on('error', () => undefined);
  }

  /** Sends a message, in chunks when it is above Chrome's limit. Throws a WireError `too-large` above 64 MB. */
  send(message: ToWorker): void {
    for (const frame of workerFrames(message)) this.#output.write(frame);
  }

  /** Resolves when the browser takes more. At once when nothing waits, or when it is gone. */
  ready(): Promise<void> {
    if (!this.#output.writableNeedDrain) return Promise.resolve();
    this.#drained ??= new Promise<void>((resolve) => {
      const done = () => {
        this.#drained = undefined;
        this.#output.off('drain', done).off('close', done);
        resolve();
      };
      this.#output.on('drain', done).on('close', done);
    });
    return this.#drained;
  }

  /**
   * What the worker says, until the browser closes the pipe. Messages that this host does not know are passed over
   * with a line for the browser's log: a newer extension may say more. Throws a WireError on a broken frame.
   */
  async *messages(log: (line: string) => void): AsyncGenerator<FromWorker, void, undefined> {
    const decoder = new FrameDecoder(MOST_BYTES);
    for await (const chunk of this.#input) {
      if (!Buffer.isBuffer(chunk)) continue;
      for (const message of decoder.push(chunk)) {
        const parsed = FromWorker.safeParse(message);
        if (parsed.success) yield parsed.data;
        else log(`Passed over a message of the extension: ${parsed.error.issues[0]?.message ?? 'not as declared'}`);
      }
    }
  }
}
