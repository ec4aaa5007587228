import type { Protocol } from 'devtools-protocol';
import { z } from 'zod';
import { watchTouches } from '../dom/touch-watch';
import type { DebuggerSession } from './debugger-session';
import { hearBinding, type PageBinding } from './page-binding';

const Touch = z.object({
  kind: z.enum(['pointerdown', 'keydown', 'wheel']),
  key: z.string().max(40),
  /** True when it may have set something off, other than typing or looking. */
  acts: z.boolean(),
  /** What was pressed, in its own words; empty for keys and where it has none. */
  label: z.string().max(80),
  /** Where in the viewport, in CSS pixels; of a pointer in the page itself, not in its frames. */
  x: z.number().optional(),
  y: z.number().optional(),
  /** The page's device pixel ratio, which its zoom is part of. */
  scale: z.number(),
  /** Time since it happened until it was told, in milliseconds. */
  ageMs: z.number(),
});
type Touch = z.infer<typeof Touch>;

/** A press or key of the person's. */
export type Press = Pick<Touch, 'acts' | 'label'>;

/** Longest time from a command to the event that it makes, in milliseconds: the browser makes it, not the page. */
const SENT_MS = 5000;

/** How far from its command a press may arrive, in CSS pixels: fractions are cut. */
const NEAR_PX = 2;

interface Sent {
  kind: Touch['kind'];
  key: string;
  /** Of a press. */
  x?: number;
  y?: number;
  /** `Date.now()` of its command. */
  at: number;
}

/**
 * Tells when a person presses, types or scrolls in a tab. Trusted events look the same whoever made them, so each input
 * command of ours is written down when it goes out, and the event that comes of it is crossed off.
 *
 * The page is watched from the time that it first comes to the front: nobody can touch it before.
 */
export class Touches {
  readonly #session: DebuggerSession;
  readonly #touched: (press: Press | undefined) => void;
  readonly #frames = new Set<string>();
  readonly #binding: PageBinding;
  #sent: Sent[] = [];
  #watching = false;

  /**
   * Call it before the frames below the tab are attached to.
   *
   * @param touched is told of each press and key, and of nothing when they only scrolled
   */
  constructor(session: DebuggerSession, touched: (press: Press | undefined) => void, signal: AbortSignal) {
    this.#session = session;
    this.#touched = touched;
    session.beforeSend((method, params) => {
      const sent = inputOf(method, params);
      if (!sent) return;
      this.#sent.push(sent);
      while (sent.at - (this.#sent[0]?.at ?? sent.at) > SENT_MS) this.#sent.shift();
    }, signal);
    this.#binding = hearBinding(session, Touch, (touch) => this.#heard(touch), signal);
    session.on(
      'Target.attachedToTarget',
      ({ sessionId, targetInfo }) => {
        if (targetInfo.type !== 'iframe') return;
        this.#frames.add(sessionId);
        if (this.#watching) void this.#enter(sessionId);
      },
      signal,
    );
    session.on('Target.detachedFromTarget', ({ sessionId }) => void this.#frames.delete(sessionId), signal);
  }

  /** Begins to watch the page and all its frames. */
  async watch(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    await Promise.all([this.#enter(undefined), ...[...this.#frames].map((frame) => this.#enter(frame))]);
  }

  async #enter(frame: string | undefined): Promise<void> {
    const { name: worldName } = this.#binding;
    const source = `(${watchTouches.toString()})(${JSON.stringify({ binding: worldName })})`;
    try {
      await Promise.all([
        this.#binding.add(frame, worldName),
        this.#session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName, runImmediately: true }, frame),
      ]);
    } catch {
      // The frame went away.
    }
  }

  #heard(touch: Touch): void {
    const at = Date.now() - touch.ageMs;
    const ours = this.#sent.findIndex(
      (sent) =>
        at - sent.at < SENT_MS &&
        sent.kind === touch.kind &&
        (sent.kind !== 'keydown' || sent.key === touch.key) &&
        isThere(sent, touch),
    );
    if (ours < 0) this.#touched(touch.kind === 'wheel' ? undefined : { acts: touch.acts, label: touch.label });
    // One turn of the wheel may come as several events.
    else if (touch.kind !== 'wheel') this.#sent.splice(ours, 1);
  }
}

/** False for a press at another place than ours: a hand that came in between. A zoomed page counts in larger pixels. */
function isThere(sent: Sent, { kind, x, y, scale }: Touch): boolean {
  if (kind !== 'pointerdown' || x === undefined || y === undefined || sent.x === undefined || sent.y === undefined)
    return true;
  if (Math.abs(x - sent.x) <= NEAR_PX && Math.abs(y - sent.y) <= NEAR_PX) return true;
  return scale !== 1 && Math.abs(x * sent.y - y * sent.x) <= NEAR_PX * Math.hypot(sent.x, sent.y);
}

function inputOf(method: string, params: object | undefined): Sent | undefined {
  const at = Date.now();
  if (method === 'Input.dispatchMouseEvent') {
    const { type, x, y } = params as Protocol.Input.DispatchMouseEventRequest;
    if (type === 'mousePressed') return { kind: 'pointerdown', key: '', x, y, at };
    if (type === 'mouseWheel') return { kind: 'wheel', key: '', at };
  }
  if (method === 'Input.dispatchKeyEvent') {
    const { type, key = '' } = params as Protocol.Input.DispatchKeyEventRequest;
    if (type === 'keyDown' || type === 'rawKeyDown') return { kind: 'keydown', key, at };
  }
  return undefined;
}
