import type { TaskRegistry } from '../agent/task-registry';
import type { OffstageDatabase } from '../store/database';
import { keepLinkState } from '../store/link-state';
import { readSettings } from '../store/settings';
import { DEFAULT_BASE_URL } from '../store/settings-defaults';
import type { PingAnswer } from './answers';
import type { BridgeWords } from './bridge-words';
import { browserName } from './browser-name';
import type { CallContext } from './caller';
import { Clients } from './clients';
import { readConfig, writeConfig } from './config-calls';
import { NativePort } from './native-port';
import { type BridgeCall, PROTOCOL_VERSION } from './protocol';
import { Sessions } from './sessions';
import { TaskCalls } from './task-calls';

export interface BridgeOptions {
  db: OffstageDatabase;
  tasks: TaskRegistry;
  words: BridgeWords;
}

/** The extension's end of the bridge (docs/bridge.md): serves programs that the native host let in. */
export class Bridge {
  readonly #sessions: Sessions;
  readonly #taskCalls: TaskCalls;
  readonly #port: NativePort;

  constructor(options: BridgeOptions) {
    this.#sessions = new Sessions(options);
    this.#taskCalls = new TaskCalls(options);
    const clients = new Clients({
      send: (message) => this.#port.send(message),
      answer: (call, context) => this.#answer(call, context),
      came: (caller) => this.#sessions.came(caller),
      went: (caller, how) => this.#sessions.went(caller, how),
    });
    const { version: extension } = chrome.runtime.getManifest();
    this.#port = new NativePort(
      { type: 'browser', version: PROTOCOL_VERSION, extension, browser: browserName() },
      {
        message: (message) => clients.take(message),
        lost: () => clients.lost(),
        state: (state) => void keepLinkState(state),
      },
    );
  }

  /** Connects to the host where one is installed. Call it when the open tasks of a former worker run again. */
  async start(): Promise<void> {
    await this.#sessions.adopt();
    this.#port.connect();
  }

  /** Looks for a host now, unless there is one: after an install, or when an alarm woke the worker. */
  connect(): void {
    this.#port.connect();
  }

  async #answer(call: BridgeCall, context: CallContext): Promise<unknown> {
    switch (call.method) {
      case 'ping':
        return this.#ping(context);
      case 'member':
        return this.#sessions.call(call, context);
      case 'end-session':
        await this.#sessions.end(context.caller, call.session ?? '');
        return { done: true };
      case 'start-task':
        return this.#taskCalls.start(call, context);
      case 'task-status':
        return this.#taskCalls.status(call, context);
      case 'reply-task':
        return this.#taskCalls.reply(call, context);
      case 'stop-task':
        return this.#taskCalls.stop(call, context);
      case 'list-tasks':
        return this.#taskCalls.list(call, context);
      case 'read-picture':
        return this.#taskCalls.picture(call, context);
      case 'read-config':
        return readConfig();
      case 'write-config':
        await writeConfig(call);
        return { done: true };
    }
  }

  async #ping(context: CallContext): Promise<PingAnswer> {
    const { provider } = await readSettings();
    const { tasks } = await this.#taskCalls.list({ method: 'list-tasks', open: true }, context);
    return {
      extension: chrome.runtime.getManifest().version,
      browser: browserName(),
      // A server of one's own may want no key.
      hasKey: provider.apiKey !== '' || !provider.baseURL.startsWith(DEFAULT_BASE_URL),
      tasks: tasks.length,
    };
  }
}
