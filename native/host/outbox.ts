import type { Socket } from 'node:net';
import type { Challenge, Welcome } from '../../src/bridge/handshake';
import type { BridgeError, ToClient } from '../../src/bridge/protocol';
import { encodeFrame } from '../wire/frame';
import type { HostLimits } from './limits';

/**
 * What goes to one client. Node queues what a client does not read yet; when that grows past the limit the client is
 * dropped with an error, so that one that sleeps costs the others neither time nor memory.
 */
export class Outbox {
  readonly #socket: Socket;
  readonly #limits: HostLimits;
  #ended = false;

  constructor(socket: Socket, limits: HostLimits) {
    this.#socket = socket;
    this.#limits = limits;
  }

  /** Sends, or drops the client when it is too slow. Throws a WireError `too-large` for a message above the limit. */
  send(message: ToClient | Challenge | Welcome): void {
    if (this.#ended || this.#socket.destroyed) return;
    const frame = encodeFrame(message, this.#limits.frameBytes);
    const waiting = this.#socket.writableLength;
    if (waiting > 0 && waiting + frame.length > this.#limits.queueBytes) {
      this.close({ code: 'too-large', message: `${waiting} bytes of answers were not read. Read faster; reconnect.` });
      return;
    }
    this.#socket.write(frame);
  }

  /** Ends the connection after a last message that says why, if the client still reads. */
  close(error: BridgeError): void {
    this.end({ type: 'closing', error });
  }

  /** Ends the connection after a last message. */
  end(last: ToClient | Welcome): void {
    if (this.#ended || this.#socket.destroyed) return;
    this.#ended = true;
    this.#socket.end(encodeFrame(last, this.#limits.frameBytes));
    const timer = setTimeout(() => this.#socket.destroy(), this.#limits.goodbyeMs);
    this.#socket.once('close', () => clearTimeout(timer));
  }

  get ended(): boolean {
    return this.#ended;
  }
}
