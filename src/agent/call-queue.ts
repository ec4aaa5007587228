import { unless } from '../browser/wait';
import type { EndState } from '../store/task';
import type { CallOutcome, ToolCall } from './tool-call';

/** A session takes no more calls; the message says why, for the client's model. */
export class SessionOver extends Error {
  override name = 'SessionOver';
}

/** A call of a client, waiting for its turn or under way. */
export interface QueuedCall {
  call: ToolCall;
  /** Aborts when the client gives the call up. */
  signal: AbortSignal;
  settle(outcome: CallOutcome): void;
}

interface Entry extends QueuedCall {
  refuse(error: SessionOver): void;
}

/** The calls of one session, between the bridge that takes them in and the session's run that does them in order. */
export class CallQueue {
  readonly #ended = new AbortController();
  readonly #open = new Set<Entry>();
  #waiting: Entry[] = [];
  #notes: string[] = [];
  #wake: () => void = () => undefined;
  #over: SessionOver | 'orderly' | undefined;

  /** Resolves with what a call came to. Rejects with a SessionOver when the session ends first. */
  run(call: ToolCall, signal: AbortSignal): Promise<CallOutcome> {
    return new Promise((resolve, reject) => {
      const over = this.#over;
      if (over) return reject(over === 'orderly' ? new SessionOver('The session was ended.') : over);
      const done = (end: () => void) => {
        this.#open.delete(entry);
        end();
      };
      const entry: Entry = {
        call,
        signal,
        settle: (outcome) => done(() => resolve(outcome)),
        refuse: (error) => done(() => reject(error)),
      };
      this.#open.add(entry);
      this.#waiting.push(entry);
      this.#wake();
    });
  }

  /** The next call; undefined when the session was ended in order. Rejects with the signal's reason. */
  async next(signal: AbortSignal): Promise<QueuedCall | undefined> {
    for (;;) {
      signal.throwIfAborted();
      const first = this.#waiting.shift();
      if (first) return first;
      if (this.#over) return undefined;
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await unless(signal, woken);
    }
  }

  /** Aborts when the client wants no more: what a former worker left open is then taken back. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** Lets the run end after the calls that wait already. */
  end(): void {
    this.#ended.abort();
    this.#over ??= 'orderly';
    this.#wake();
  }

  /** The run is over: whatever was not done is refused. */
  close(why: SessionOver): void {
    if (this.#over === undefined || this.#over === 'orderly') this.#over = why;
    for (const entry of [...this.#open]) entry.refuse(why);
  }

  /** Something that the client is to be told with its next result. */
  tell(note: string): void {
    this.#notes.push(note);
  }

  /** What there is to tell, once. */
  takeNotes(): string[] {
    const notes = this.#notes;
    this.#notes = [];
    return notes;
  }
}

/** Why a session that has ended in this state does nothing more, in words for the client's model. */
export function sessionOver(state: EndState): SessionOver {
  switch (state.status) {
    case 'stopped':
      return new SessionOver(
        state.by === 'client'
          ? 'This session was stopped over the bridge.'
          : 'The person stopped this session in the browser. What was under way may have been done. Do not go on unless they tell you to; a call with another `session` begins a new one.',
      );
    case 'failed':
      return new SessionOver(`This session broke off: ${state.failure.detail}. The next call begins a new one.`);
    case 'done':
      return new SessionOver('This session was ended. The next call begins a new one.');
  }
}
