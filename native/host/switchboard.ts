import type { BridgeError, FromClient, FromWorker, ToClient, ToWorker } from '../../src/bridge/protocol';
import { WireError } from '../wire/wire-error';
import type { HostLimits } from './limits';

/** A client as the switchboard sees it: where its messages go, and how it is thrown out. */
export interface ClientLine {
  send(message: ToClient): void;
  close(error: BridgeError): void;
}

/** Who a client says it is. */
export interface ClientName {
  name: string;
  version: string;
  instance: string;
  /** True for the `offstage` command itself. */
  commandLine: boolean;
}

interface Client {
  line: ClientLine;
  underWay: Set<number>;
}

/**
 * Carries requests of several clients to one worker and each answer back to the client that asked. It understands no
 * request. An answer for a client or request that is gone is dropped.
 */
export class Switchboard {
  readonly #clients = new Map<number, Client>();
  readonly #toWorker: (message: ToWorker) => void;
  readonly #limits: HostLimits;
  #next = 1;

  constructor(toWorker: (message: ToWorker) => void, limits: HostLimits) {
    this.#toWorker = toWorker;
    this.#limits = limits;
  }

  /** Whether another client may come in. */
  get full(): boolean {
    return this.#clients.size >= this.#limits.clients;
  }

  /** Lets a client in and returns its number, which no other client of this host ever gets. */
  open({ name, version, instance, commandLine }: ClientName, line: ClientLine): number {
    const client = this.#next;
    this.#next += 1;
    this.#clients.set(client, { line, underWay: new Set() });
    this.#toWorker({ type: 'client-opened', client, name, version, instance, commandLine });
    return client;
  }

  /** Ends a client: what it still waits for is cancelled, because nobody would take the answer. */
  close(number: number): void {
    const client = this.#clients.get(number);
    if (!client) return;
    this.#clients.delete(number);
    for (const id of client.underWay) this.#toWorker({ type: 'cancel', client: number, id });
    this.#toWorker({ type: 'client-closed', client: number });
  }

  /** Takes a message of a client. A request above the client's share is refused at once and reaches nobody. */
  fromClient(number: number, message: FromClient): void {
    const client = this.#clients.get(number);
    if (!client) return;
    const { id } = message;
    if (message.type === 'cancel') {
      if (client.underWay.has(id)) this.#toWorker({ type: 'cancel', client: number, id });
      return;
    }
    if (client.underWay.has(id)) {
      client.line.close({
        code: 'bad-request',
        message: `Request ${id} is still under way. Give each its own number.`,
      });
      return;
    }
    if (client.underWay.size >= this.#limits.underWay) {
      const message = `${client.underWay.size} requests are under way already. Wait for some of them to end.`;
      client.line.send({ type: 'error', id, error: { code: 'too-many', message } });
      return;
    }
    client.underWay.add(id);
    try {
      this.#toWorker({ type: 'request', client: number, id, call: message.call });
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      client.underWay.delete(id);
      client.line.send({ type: 'error', id, error: { code: error.code, message: error.message } });
    }
  }

  /** Takes an answer, an error or news of the worker to the client that asked. */
  fromWorker(message: Exclude<FromWorker, { type: 'browser' }>): void {
    const client = this.#clients.get(message.client);
    const { id } = message;
    if (!client?.underWay.has(id)) return;
    if (message.type === 'progress') {
      client.line.send({ type: 'progress', id, text: message.text });
      return;
    }
    client.underWay.delete(id);
    if (message.type === 'error') {
      client.line.send({ type: 'error', id, error: message.error });
      return;
    }
    try {
      client.line.send({ type: 'answer', id, value: message.value });
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      client.line.send({ type: 'error', id, error: { code: error.code, message: error.message } });
    }
  }

  /** The worker is gone, and with it the host: every client is told. */
  closeAll(error: BridgeError): void {
    for (const { line } of this.#clients.values()) line.close(error);
    this.#clients.clear();
  }
}
