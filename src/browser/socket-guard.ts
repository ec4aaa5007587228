import { z } from 'zod';
import { holdSockets } from '../dom/socket-hold';
import type { RequestEvidence } from '../policy/evidence';
import type { DebuggerSession } from './debugger-session';
import { hearBinding, type PageBinding, type Speaker, secretWord } from './page-binding';

const HeldFrame = z.object({ number: z.number().int(), url: z.url(), text: z.string() });
type HeldFrame = z.infer<typeof HeldFrame>;

/** Decides about one WebSocket frame: true sends it. */
export type JudgeFrame = (request: RequestEvidence, sessionId: string | undefined) => Promise<boolean>;

/**
 * Holds the WebSocket frames of a tab and of everything below it until they are judged. A frame is told to the policy
 * as a request with the method WEBSOCKET and the frame's text as its body.
 */
export class SocketGuard {
  readonly #session: DebuggerSession;
  readonly #binding: PageBinding;
  // Nobody else knows the key, so nobody in the page can answer in the worker's place.
  readonly #release = secretWord();
  readonly #key = secretWord();
  readonly #underway = new Set<Promise<void>>();

  constructor(session: DebuggerSession, judge: JudgeFrame, signal: AbortSignal) {
    this.#session = session;
    const held = (frame: HeldFrame, speaker: Speaker) => {
      const work = this.#held(frame, speaker, judge).finally(() => this.#underway.delete(work));
      this.#underway.add(work);
    };
    this.#binding = hearBinding(session, HeldFrame, held, signal);
  }

  /**
   * Resolves when the page has heard every verdict so far: an approved frame is the page's to send, and is lost before.
   */
  async idle(): Promise<void> {
    await Promise.all(this.#underway);
  }

  /** Takes hold in the tab's documents, or in those of a child session that is a frame: now and from now on. */
  guardFrame(sessionId?: string): Promise<unknown> {
    return Promise.all([
      this.#binding.add(sessionId),
      // Takes no effect in a session that has not asked for the domain.
      this.#session.send('Page.enable', undefined, sessionId),
      this.#session.send(
        'Page.addScriptToEvaluateOnNewDocument',
        { source: this.#source(), runImmediately: true },
        sessionId,
      ),
    ]);
  }

  /** Takes hold in a worker that waits for the debugger. */
  guardWorker(sessionId: string): Promise<unknown> {
    return Promise.all([
      this.#binding.add(sessionId),
      this.#session.send('Runtime.evaluate', { expression: this.#source() }, sessionId),
    ]);
  }

  #source(): string {
    const given = { binding: this.#binding.name, release: this.#release, key: this.#key };
    return `(${holdSockets.toString()})(${JSON.stringify(given)})`;
  }

  async #held({ number, url, text }: HeldFrame, { contextId, sessionId }: Speaker, judge: JudgeFrame): Promise<void> {
    const verdict = await judge(frameEvidence(url, text), sessionId).catch(() => false);
    const expression = `globalThis[${JSON.stringify(this.#release)}](${JSON.stringify(this.#key)}, ${number}, ${verdict})`;
    // A page that went away sends nothing.
    await this.#session.send('Runtime.evaluate', { expression, contextId }, sessionId).catch(() => undefined);
  }
}

function frameEvidence(url: string, body: string): RequestEvidence {
  return { method: 'WEBSOCKET', url, headers: {}, body, resourceType: 'WebSocket', frame: 'main' };
}
