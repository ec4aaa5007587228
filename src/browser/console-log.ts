import type { Protocol } from 'devtools-protocol';
import { BoundedLog } from './bounded-log';
import type { DebuggerSession } from './debugger-session';
import { maskText, maskUrl } from './mask-secrets';

const MOST_LINES = 200;

/** What a tab's pages wrote to their console since the last read: calls, exceptions, and the browser's own reports. */
export class ConsoleLog {
  readonly #log = new BoundedLog(MOST_LINES);
  #quiet = false;
  #watching = false;

  /** True once it listens. */
  get watching(): boolean {
    return this.#watching;
  }

  /**
   * Begins to listen, until the signal aborts. Chrome sends again what the document had logged before.
   * Rejects when the session is over.
   */
  async watch(session: DebuggerSession, signal: AbortSignal): Promise<void> {
    session.on('Runtime.consoleAPICalled', (called) => this.#add(called.type, textOf(called), placeOf(called)), signal);
    session.on(
      'Runtime.exceptionThrown',
      ({ exceptionDetails: thrown }) => {
        const place = thrown.url ? `${maskUrl(thrown.url)}:${thrown.lineNumber + 1}` : '';
        this.#add('exception', thrown.exception?.description ?? thrown.text, place);
      },
      signal,
    );
    session.on(
      'Log.entryAdded',
      ({ entry }) => this.#add(entry.level, `${entry.source}: ${entry.text}`, entry.url ? maskUrl(entry.url) : ''),
      signal,
    );
    this.#watching = true;
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
  }

  /** Writes nothing down while `work` runs. */
  async quietly(work: () => Promise<void>): Promise<void> {
    this.#quiet = true;
    try {
      await work();
    } finally {
      this.#quiet = false;
    }
  }

  /** Lines since the last call. */
  take(): string[] {
    return this.#log.take();
  }

  #add(kind: string, text: string, place: string): void {
    if (this.#quiet) return;
    const line = maskText(text)
      .replace(/\s*\n\s*/g, ' ⏎ ')
      .trim();
    this.#log.add(`${kind}: ${line}${place ? ` (${place})` : ''}`);
  }
}

function textOf({ args }: Protocol.Runtime.ConsoleAPICalledEvent): string {
  return args.map(argument).join(' ');
}

function argument({ type, value, preview, description, unserializableValue }: Protocol.Runtime.RemoteObject): string {
  if (type === 'string') return String(value);
  if (preview) return inside(preview);
  return unserializableValue ?? description ?? String(value);
}

function inside({ subtype, properties, overflow, description }: Protocol.Runtime.ObjectPreview): string {
  if (subtype === 'error') return description ?? 'Error';
  const more = overflow ? ', …' : '';
  const shown = properties.map(({ name, value = '…', type }) => {
    const said = type === 'string' ? JSON.stringify(value) : value;
    return subtype === 'array' ? said : `${name}: ${said}`;
  });
  return subtype === 'array' ? `[${shown.join(', ')}${more}]` : `{${shown.join(', ')}${more}}`;
}

function placeOf({ stackTrace }: Protocol.Runtime.ConsoleAPICalledEvent): string {
  const frame = stackTrace?.callFrames[0];
  return frame?.url ? `${maskUrl(frame.url)}:${frame.lineNumber + 1}` : '';
}
