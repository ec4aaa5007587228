import { z } from 'zod';
import { holdSockets } from '../dom/socket-hold';
import type { RequestEvidence } from '../policy/evidence';
import type { DebuggerSession } from './debugger-session';

const HeldFrame = z.object({ number: z.number().int(), url: z.string(), text: z.string() });

/** Decides about one WebSocket frame: true sends it. */
export type JudgeFrame = (request: RequestEvidence, sessionId: string | undefined) => Promise<boolean>;

/**
 * Holds the WebSocket frames of a tab and of everything below it until they are judged. A frame is told to the policy
 * as a request with the method WEBSOCKET and the frame's text as its body.
 */
export class SocketGuard {
  readonly #session: DebuggerSession;
  // Nobody else knows the names and the key, so nobody in the page can answer in the worker's place.
  readonly #binding = `b${word()}`;
  readonly #release = `r${word()}`;
  readonly #key = word();
  readonly #underway = new Set<Promise<void>>();

  constructor(session: DebuggerSession, judge: JudgeFrame, signal: AbortSignal) {
    this.#session = session;
    session.on(
      'Runtime.bindingCalled',
      ({ name, payload, executionContextId }, sessionId) => {
        if (name !== this.#binding) return;
        const work = this.#held(payload, executionContextId, sessionId, judge).finally(() =>
          this.#underway.delete(work),
        );
        this.#underway.add(work);
      },
      signal,
    );
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
      this.#session.send('Runtime.addBinding', { name: this.#binding }, sessionId),
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
      this.#session.send('Runtime.addBinding', { name: this.#binding }, sessionId),
      this.#session.send('Runtime.evaluate', { expression: this.#source() }, sessionId),
    ]);
  }

  #source(): string {
    const given = { binding: this.#binding, release: this.#release, key: this.#key };
    return `(${holdSockets.toString()})(${JSON.stringify(given)})`;
  }

  async #held(payload: string, contextId: number, sessionId: string | undefined, judge: JudgeFrame): Promise<void> {
    const frame = HeldFrame.safeParse(parsed(payload));
    if (!frame.success || !URL.canParse(frame.data.url)) return;
    const { number, url, text } = frame.data;
    const verdict = await judge(frameEvidence(url, text), sessionId).catch(() => false);
    const expression = `globalThis[${JSON.stringify(this.#release)}](${JSON.stringify(this.#key)}, ${number}, ${verdict})`;
    // A page that went away sends nothing.
    await this.#session.send('Runtime.evaluate', { expression, contextId }, sessionId).catch(() => undefined);
  }
}

function frameEvidence(url: string, body: string): RequestEvidence {
  return { method: 'WEBSOCKET', url, headers: {}, body, resourceType: 'WebSocket', frame: 'main' };
}

function word(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
