import { WireError } from './wire-error';

/** Bytes of a frame's length field, on the native leg and on the socket alike. */
const HEADER_BYTES = 4;
/** What a frame's buffer begins with. It grows with what really arrives, never with what the header promises. */
const FIRST_BYTES = 4096;

/**
 * One message as a frame: a 32-bit length, then that many bytes of UTF-8 JSON. Chrome uses the machine's byte order
 * (https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging), which is little-endian wherever
 * Chrome runs, and the socket does the same.
 *
 * Throws a WireError `too-large` when the JSON is longer than `most` bytes, and `bad-request` when it has no JSON form.
 */
export function encodeFrame(message: unknown, most: number): Buffer {
  const json: string | undefined = JSON.stringify(message);
  if (json === undefined) throw new WireError('bad-request', 'This message has no JSON form. Send an object.');
  const bytes = Buffer.byteLength(json);
  if (bytes > most) throw tooLarge(bytes, most);
  const frame = Buffer.allocUnsafe(HEADER_BYTES + bytes);
  frame.writeUInt32LE(bytes, 0);
  frame.write(json, HEADER_BYTES, 'utf8');
  return frame;
}

/**
 * Takes a byte stream apart into messages, however it was cut on the way.
 *
 * A frame that is empty, too large, not UTF-8 or not JSON makes `push` throw a WireError. What follows it cannot be
 * trusted, so the decoder then refuses everything: close the connection. Memory stays below twice the largest frame.
 */
export class FrameDecoder {
  #most: number;
  readonly #header = Buffer.alloc(HEADER_BYTES);
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #headerBytes = 0;
  #body = Buffer.alloc(0);
  #bodyBytes = 0;
  #expected = 0;
  #broken: WireError | undefined;

  /** `most`: bytes of the largest frame to take. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Changes the limit for the frames that follow: a peer that has shown who it is may send more. */
  allow(most: number): void {
    this.#most = most;
  }

  /** Whether a frame has begun and not ended: a peer that leaves it so for long is not coming back. */
  get midFrame(): boolean {
    return this.#headerBytes > 0;
  }

  /** Bytes held for the frame under way. */
  get heldBytes(): number {
    return this.#body.length;
  }

  /**
   * The messages that end within `chunk`, one by one: those before a broken frame still count, and a caller may change
   * its mind about the rest.
   */
  *push(chunk: Uint8Array): Generator<unknown, void, undefined> {
    let at = 0;
    while (at < chunk.length) {
      if (this.#broken) throw this.#broken;
      at = this.#headerBytes < HEADER_BYTES ? this.#takeHeader(chunk, at) : this.#takeBody(chunk, at);
      if (this.#headerBytes === HEADER_BYTES && this.#bodyBytes === this.#expected) yield this.#finish();
    }
  }

  #takeHeader(chunk: Uint8Array, at: number): number {
    const taken = Math.min(HEADER_BYTES - this.#headerBytes, chunk.length - at);
    this.#header.set(chunk.subarray(at, at + taken), this.#headerBytes);
    this.#headerBytes += taken;
    if (this.#headerBytes < HEADER_BYTES) return at + taken;
    this.#expected = this.#header.readUInt32LE(0);
    this.#bodyBytes = 0;
    if (this.#expected === 0) throw this.#break(new WireError('bad-request', 'A frame was empty. Send JSON in each.'));
    if (this.#expected > this.#most) throw this.#break(tooLarge(this.#expected, this.#most));
    return at + taken;
  }

  #takeBody(chunk: Uint8Array, at: number): number {
    const taken = Math.min(this.#expected - this.#bodyBytes, chunk.length - at);
    this.#makeRoom(this.#bodyBytes + taken);
    this.#body.set(chunk.subarray(at, at + taken), this.#bodyBytes);
    this.#bodyBytes += taken;
    return at + taken;
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#body.length) return;
    const grown = Buffer.allocUnsafe(Math.min(this.#expected, Math.max(bytes, this.#body.length * 2, FIRST_BYTES)));
    this.#body.copy(grown, 0, 0, this.#bodyBytes);
    this.#body = grown;
  }

  #finish(): unknown {
    const bytes = this.#body.subarray(0, this.#bodyBytes);
    this.#headerBytes = 0;
    this.#body = Buffer.alloc(0);
    this.#bodyBytes = 0;
    try {
      return JSON.parse(this.#utf8.decode(bytes));
    } catch (error) {
      const what = error instanceof SyntaxError ? 'JSON' : 'UTF-8';
      throw this.#break(new WireError('bad-request', `A frame was not ${what}. Send UTF-8 JSON in each.`));
    }
  }

  #break(error: WireError): WireError {
    this.#broken = error;
    this.#body = Buffer.alloc(0);
    return error;
  }
}

function tooLarge(bytes: number, most: number): WireError {
  return new WireError('too-large', `A message of ${bytes} bytes is above the limit of ${most}. Send less at a time.`);
}
