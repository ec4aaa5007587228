import type { DebuggerSession } from './debugger-session';

/**
 * Answers the dialogs of a page, so that none can wedge a tab, and keeps a line about each for the model.
 *
 * `alert`, `confirm` and `beforeunload` are accepted: what a `confirm` leads to is stopped at the network like anything
 * else (docs/design.md §6), and an answer of No would hide it. A `prompt` is cancelled, because nobody typed an answer.
 */
export class Dialogs {
  #lines: string[] = [];

  /** Begins to answer for one session, until the signal aborts. */
  watch(session: DebuggerSession, opened: (kind: string, message: string) => void, signal: AbortSignal): void {
    session.on(
      'Page.javascriptDialogOpening',
      ({ type, message }, child) => {
        const accept = type !== 'prompt';
        opened(type, message);
        this.#lines.push(`${sayDialog(type, message)} was ${accept ? 'accepted' : 'cancelled'}`);
        session.send('Page.handleJavaScriptDialog', { accept }, child).catch(() => {
          // The dialog went away with its page.
        });
      },
      signal,
    );
  }

  /** Lines about the dialogs since this was last asked. */
  take(): string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }
}

const MESSAGE_LENGTH = 300;

function sayDialog(type: string, message: string): string {
  const text = message.replace(/\s+/g, ' ').trim().slice(0, MESSAGE_LENGTH);
  return text ? `${type} dialog ${JSON.stringify(text)}` : `${type} dialog`;
}
