import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { DebuggerSession } from './debugger-session';
import { onDocument, onDocumentAnswer } from './own-document';

/** Whether the process behind a tab's page lives. Commands to a dead one are never answered. */
export class PageHealth {
  #death = new AbortController();
  #type = '';

  /** Begins to listen, until the signal aborts. */
  watch(session: DebuggerSession, signal: AbortSignal): void {
    session.on('Inspector.targetCrashed', () => this.#death.abort(new ToolError(CRASHED)), signal);
    session.on('Inspector.targetReloadedAfterCrash', () => this.#revive(), signal);
    const answered = ({ mimeType }: { mimeType: string }) => {
      this.#type = mimeType;
    };
    onDocumentAnswer(session, answered, signal);
    // A navigation to elsewhere brings a new process too.
    onDocument(session, () => this.#revive(), signal);
  }

  /** Aborts when the page dies; its reason is a ToolError for the model. */
  get crashed(): AbortSignal {
    return this.#death.signal;
  }

  /** MIME type of the document that came last. */
  get documentType(): string {
    return this.#type;
  }

  #revive(): void {
    if (this.#death.signal.aborted) this.#death = new AbortController();
  }
}

const CRASHED =
  'The page crashed: its process ended, and what was not saved in it is lost. Open it again with navigate ("reload" or an address).';
