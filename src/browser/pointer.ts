import type { DebuggerSession } from './debugger-session';

/** CSS pixels in the viewport. */
export interface Point {
  x: number;
  y: number;
}

export type Button = 'left' | 'right' | 'middle';
const BUTTON_BITS: Record<Button, number> = { left: 1, right: 2, middle: 4 };

/** A wheel's notch, as Chromium scrolls it. */
const NOTCH_PX = 100;
const DRAG_FRAMES = 6;
/** Moves on the spot at the end: many a target takes a drop only after something has been held over it. */
const REST_FRAMES = 2;

/** Moves the pointer to a point, with a button held or not. It stays there. */
export async function movePointer(session: DebuggerSession, { x, y }: Point, held?: Button): Promise<void> {
  await session.send('Input.dispatchMouseEvent', {
    type: 'mouseMoved',
    x,
    y,
    ...(held ? { button: held, buttons: BUTTON_BITS[held] } : {}),
  });
}

/** Presses a button where the pointer is; `clickCount` 2 is the second press of a double click. */
export async function press(
  session: DebuggerSession,
  { x, y }: Point,
  button: Button,
  clickCount = 1,
  modifiers = 0,
): Promise<void> {
  const buttons = BUTTON_BITS[button];
  await session.send('Input.dispatchMouseEvent', {
    type: 'mousePressed',
    x,
    y,
    button,
    buttons,
    clickCount,
    modifiers,
  });
}

/** Lets go of it. */
export async function lift(
  session: DebuggerSession,
  { x, y }: Point,
  button: Button,
  clickCount = 1,
  modifiers = 0,
): Promise<void> {
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x, y, button, clickCount, modifiers });
}

/**
 * Drags with the left button from one point to another over several frames, and rests before it lets go: a page that
 * follows the pointer measures between frames. What the page makes a drag and drop of its own, Chromium plays for the
 * debugger: no drag of the system begins (input_handler.cc, StartDragging).
 *
 * @param frame resolves after the page's next frame
 */
export async function drag(
  session: DebuggerSession,
  from: Point,
  to: Point,
  frame: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  await movePointer(session, from);
  signal.throwIfAborted();
  await press(session, from, 'left');
  let at = from;
  const drawTo = async (next: Point) => {
    at = next;
    signal.throwIfAborted();
    await movePointer(session, at, 'left');
    await frame();
  };
  try {
    for (let step = 1; step <= DRAG_FRAMES; step++) {
      const part = step / DRAG_FRAMES;
      await drawTo({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    }
    for (let rest = 0; rest < REST_FRAMES; rest++) await drawTo(to);
  } finally {
    // Also when it is broken off: nobody else would let go of the button.
    await lift(session, at, 'left');
  }
}

/** Turns the wheel over a point. */
export async function wheel(
  session: DebuggerSession,
  { x, y }: Point,
  direction: 'up' | 'down' | 'left' | 'right',
  notches: number,
): Promise<void> {
  const way = direction === 'up' || direction === 'left' ? -1 : 1;
  const distance = way * notches * NOTCH_PX;
  const vertical = direction === 'up' || direction === 'down';
  await session.send('Input.dispatchMouseEvent', {
    type: 'mouseWheel',
    x,
    y,
    deltaX: vertical ? 0 : distance,
    deltaY: vertical ? distance : 0,
  });
}
