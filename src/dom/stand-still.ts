import { boxOf, contains, documentOf } from './platform';

/** Frames to wait for an element to come to rest before it is clicked where it is anyway. */
const MOST_FRAMES = 30;

/** A frame that comes later than this, in milliseconds, does not come. */
const LATE_FRAME_MS = 250;

/**
 * Resolves when two frames in a row show the element in the same place. Where no frame came in between, what is being
 * animated only seems to stand: its time stands still too.
 */
export async function standStill(element: Element): Promise<void> {
  let before = boxOf(element);
  for (let frame = 0; frame < MOST_FRAMES; frame++) {
    const drawn = await frameOrSoon();
    const now = boxOf(element);
    const same = now.x === before.x && now.y === before.y && now.width === before.width && now.height === before.height;
    if (same && (drawn || !isAnimated(element))) return;
    before = now;
  }
}

/** Resolves true at the next frame, or false a little later in a page that draws none. */
function frameOrSoon(): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), LATE_FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

function isAnimated(element: Element): boolean {
  return documentOf(element)
    .getAnimations()
    .some(({ playState, effect }) => {
      const target = effect !== null && 'target' in effect ? effect.target : null;
      return playState === 'running' && isNode(target) && contains(target, element);
    });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'contains' in value;
}
