import { asBridgeError, BridgeFailure } from './bridge-failure';
import type { CallContext, Caller } from './caller';
import type { WholeMessage } from './chunks';
import { BridgeCall, type FromWorker } from './protocol';

interface Client {
  caller: Caller;
  underWay: Map<number, AbortController>;
}

export interface ClientsOptions {
  send(message: FromWorker): void;
  /** Does one call. Rejects with a BridgeFailure that says what to do. */
  answer(call: BridgeCall, context: CallContext): Promise<unknown>;
  /** A running program connected, for the first time or again. */
  came(caller: Caller): void;
  /** Its last connection is gone; `lost` when the host died, so that it may come back. */
  went(caller: Caller, how: 'closed' | 'lost'): void;
}

/** The programs at the host's socket and their calls under way. The host writes the numbers, so they are trusted. */
export class Clients {
  readonly #options: ClientsOptions;
  readonly #clients = new Map<number, Client>();

  constructor(options: ClientsOptions) {
    this.#options = options;
  }

  take(message: Exclude<WholeMessage, { type: 'host' }>): void {
    switch (message.type) {
      case 'client-opened': {
        const { client, name, version, instance, commandLine } = message;
        const caller = { name, version, instance, commandLine };
        this.#clients.set(client, { caller, underWay: new Map() });
        this.#options.came(caller);
        return;
      }
      case 'client-closed':
        this.#close(message.client);
        return;
      case 'cancel':
        this.#clients.get(message.client)?.underWay.get(message.id)?.abort();
        return;
      case 'request':
        void this.#run(message.client, message.id, message.call);
    }
  }

  /** The host is gone. Its clients may come to the next one, so what is under way goes on. */
  lost(): void {
    const callers = [...this.#clients.values()].map(({ caller }) => caller);
    this.#clients.clear();
    for (const caller of callers) this.#options.went(caller, 'lost');
  }

  #close(number: number): void {
    const client = this.#clients.get(number);
    if (!client) return;
    this.#clients.delete(number);
    for (const abort of client.underWay.values()) abort.abort();
    const { instance } = client.caller;
    const again = [...this.#clients.values()].some(({ caller }) => caller.instance === instance);
    if (!again) this.#options.went(client.caller, 'closed');
  }

  async #run(number: number, id: number, raw: unknown): Promise<void> {
    const client = this.#clients.get(number);
    if (!client) return;
    const abort = new AbortController();
    client.underWay.set(id, abort);
    const isOrphaned = () => this.#clients.get(number) !== client;
    const send = (message: FromWorker) => {
      if (!isOrphaned()) this.#options.send(message);
    };
    try {
      const value = await this.#options.answer(readCall(raw), {
        caller: client.caller,
        signal: abort.signal,
        progress: (text) => send({ type: 'progress', client: number, id, text }),
        isOrphaned,
      });
      send({ type: 'answer', client: number, id, value });
    } catch (error) {
      const { code, message } = abort.signal.aborted
        ? new BridgeFailure('cancelled', 'Cancelled. What had begun may have been done.')
        : asBridgeError(error);
      send({ type: 'error', client: number, id, error: { code, message } });
    } finally {
      client.underWay.delete(id);
    }
  }
}

function readCall(raw: unknown): BridgeCall {
  const parsed = BridgeCall.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.path[0] === 'method')
    throw new BridgeFailure('unknown-method', 'The extension does not know this call. Update Offstage in the browser.');
  const field = issue?.path.join('.') || 'call';
  throw new BridgeFailure('bad-request', `${field}: ${issue?.message ?? 'not as declared'}. Nothing was done.`);
}
