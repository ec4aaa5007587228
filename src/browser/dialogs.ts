import { z } from 'zod';
import { PROMPTS_PARTS, type Prompt, refusePrompts } from '../dom/person-prompts';
import type { DebuggerSession } from './debugger-session';
import { ARMED_MS, addPageScript, type SayToPage } from './page-script';

const Told: z.ZodType<Prompt> = z.object({ what: z.string().max(200) });

/**
 * Answers whatever of a page would wait for a person, so that nothing can wedge a tab, and keeps a line about each for
 * the model.
 *
 * `alert`, `confirm` and `beforeunload` are accepted: what a `confirm` leads to is stopped at the network like anything
 * else (docs/policy.md), and an answer of No would hide it. A `prompt` is cancelled, because nobody typed an answer.
 * File choosers never show: file_upload is the way. Log-in windows of the browser are cancelled: passwords are the
 * person's to type. Permissions are denied, printing is left out.
 */
export class Dialogs {
  #lines: string[] = [];
  readonly #sessions = new Set<DebuggerSession>();
  /** Open ones that were left to the person. */
  readonly #left = new Set<() => void>();
  #personDrives = false;
  readonly #armed = new Map<number, SayToPage<never>>();

  /** Begins to answer for one session, until the signal aborts. */
  async watch(
    session: DebuggerSession,
    opened: (kind: string, message: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    session.on(
      'Page.javascriptDialogOpening',
      ({ type, message, defaultPrompt }, child) => {
        const answer = () => {
          const accept = type !== 'prompt';
          opened(type, message);
          const offered = defaultPrompt
            ? ` (it offered ${JSON.stringify(defaultPrompt.slice(0, MESSAGE_LENGTH))})`
            : '';
          this.#add(`${sayDialog(type, message)} was ${accept ? 'accepted' : 'cancelled'}${offered}`);
          session.send('Page.handleJavaScriptDialog', { accept }, child).catch(() => {
            // The dialog went away with its page.
          });
        };
        if (this.#personDrives) this.#left.add(answer);
        else answer();
      },
      signal,
    );
    session.on('Page.javascriptDialogClosed', () => this.#left.clear(), signal);
    session.on(
      'Page.fileChooserOpened',
      ({ mode }) => {
        const many = mode === 'selectMultiple' ? 'files' : 'a file';
        this.#add(
          `the page asked for ${many}: no chooser was shown; put ${many} in with file_upload on what you pressed`,
        );
      },
      signal,
    );
    session.on(
      'Fetch.authRequired',
      ({ requestId, authChallenge }, child) => {
        const answer = (response: 'CancelAuth' | 'Default') => {
          session
            .send('Fetch.continueWithAuth', { requestId, authChallengeResponse: { response } }, child)
            .catch(() => {
              // The request went away with its page.
            });
        };
        if (this.#personDrives) return answer('Default');
        const realm = authChallenge.realm ? ` ${JSON.stringify(authChallenge.realm.slice(0, 80))}` : '';
        this.#add(
          `${authChallenge.origin} asked for a name and password${realm} in a window of the browser: cancelled, because passwords are the person's to type`,
        );
        answer('CancelAuth');
      },
      signal,
    );
    this.#sessions.add(session);
    session.gone.addEventListener('abort', () => this.#sessions.delete(session), { once: true });
    await session.send('Page.setInterceptFileChooserDialog', { enabled: !this.#personDrives });
    const script = { run: refusePrompts, given: {}, armedMs: ARMED_MS, parts: PROMPTS_PARTS };
    const heard = ({ what }: Prompt) => this.#add(`the page ${what}`);
    this.#armed.set(session.tabId, await addPageScript(session, script, { says: Told, heard }, signal));
    signal.addEventListener('abort', () => this.#armed.delete(session.tabId), { once: true });
  }

  /** Call it before each input: what it leads to is answered without a person. */
  async expect(tabId: number): Promise<void> {
    await this.#armed.get(tabId)?.({ kind: 'arm', ms: ARMED_MS });
  }

  /**
   * Leaves what pages ask to the person, who has the tabs and sees the browser's own windows; or answers again, what is
   * still open first.
   */
  async leaveToPerson(personDrives: boolean): Promise<void> {
    this.#personDrives = personDrives;
    const open = [...this.#left];
    this.#left.clear();
    for (const answer of open) answer();
    for (const session of this.#sessions)
      await session.send('Page.setInterceptFileChooserDialog', { enabled: !personDrives }).catch(() => undefined);
    if (personDrives) for (const arm of this.#armed.values()) await arm({ kind: 'arm', ms: 0 });
  }

  /** Lines about the dialogs since this was last asked. */
  take(): string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  #add(line: string): void {
    if (!this.#lines.includes(line)) this.#lines.push(line);
  }
}

const MESSAGE_LENGTH = 300;

function sayDialog(type: string, message: string): string {
  const text = message.replace(/\s+/g, ' ').trim().slice(0, MESSAGE_LENGTH);
  return text ? `${type} dialog ${JSON.stringify(text)}` : `${type} dialog`;
}
