import { parentOf } from './shadow';

/** A point in CSS pixels of some viewport. */
export interface ViewPoint {
  x: number;
  y: number;
}

/** A rectangle in CSS pixels of some viewport. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How the viewport of a frame lies in its parent's: where it begins, and how many pixels of the parent one of its is. */
interface FramePlace {
  left: number;
  top: number;
  scaleX: number;
  scaleY: number;
}

/**
 * The part of a frame's box that shows its document, in its parent's viewport, with what `transform: scale` and `zoom`
 * make of it. A frame that is turned has no such box: see `isUpright`.
 */
export function contentBoxOf(frame: Element): Box {
  const box = frame.getBoundingClientRect();
  const width = 'offsetWidth' in frame && typeof frame.offsetWidth === 'number' ? frame.offsetWidth : box.width;
  const height = 'offsetHeight' in frame && typeof frame.offsetHeight === 'number' ? frame.offsetHeight : box.height;
  const style = getComputedStyle(frame);
  const padding = (side: string) => Number.parseFloat(style.getPropertyValue(`padding-${side}`)) || 0;
  const [outerX, outerY] = [box.width / (width || 1), box.height / (height || 1)];
  return {
    x: box.left + (frame.clientLeft + padding('left')) * outerX,
    y: box.top + (frame.clientTop + padding('top')) * outerY,
    width: (frame.clientWidth - padding('left') - padding('right')) * outerX,
    height: (frame.clientHeight - padding('top') - padding('bottom')) * outerY,
  };
}

/** False for a frame that is turned, mirrored or in perspective: a place in it cannot be computed from its box. */
export function isUpright(frame: Element): boolean {
  for (let at: Element | null = frame; at; at = parentOf(at)) {
    const { transform, rotate } = getComputedStyle(at);
    if (rotate !== 'none' || transform.startsWith('matrix3d')) return false;
    const [a = 1, b = 0, c = 0, d = 1] = transform.match(/-?[\d.e-]+/g)?.map(Number) ?? [];
    if (b !== 0 || c !== 0 || a < 0 || d < 0) return false;
  }
  return true;
}

function placeOf(frame: Element, inner: Window): FramePlace {
  const { x, y, width, height } = contentBoxOf(frame);
  return { left: x, top: y, scaleX: width / (inner.innerWidth || 1), scaleY: height / (inner.innerHeight || 1) };
}

/** A point of the parent's viewport as one of the frame's own. */
export function intoFrame(frame: Element, inner: Window, { x, y }: ViewPoint): ViewPoint {
  const { left, top, scaleX, scaleY } = placeOf(frame, inner);
  return { x: (x - left) / scaleX, y: (y - top) / scaleY };
}

/** A point of a window's viewport as one of the topmost that can be seen from here, and each frame on the way there. */
export function outOfFrames(
  view: Window | null,
  point: ViewPoint,
): { point: ViewPoint; on: { frame: Element; at: ViewPoint }[] } {
  let at = point;
  const on: { frame: Element; at: ViewPoint }[] = [];
  for (let inner = view; inner?.frameElement; inner = inner.frameElement.ownerDocument.defaultView) {
    const frame: Element = inner.frameElement;
    const { left, top, scaleX, scaleY } = placeOf(frame, inner);
    at = { x: left + at.x * scaleX, y: top + at.y * scaleY };
    on.push({ frame, at });
  }
  return { point: at, on };
}

/** The part of a frame's viewport that can be seen, of what can be seen of its parent's. */
export function viewInFrame(frame: Element, inner: Window, seen: Box): Box | undefined {
  const from = intoFrame(frame, inner, seen);
  const to = intoFrame(frame, inner, { x: seen.x + seen.width, y: seen.y + seen.height });
  const [x, y] = [Math.max(from.x, 0), Math.max(from.y, 0)];
  const [width, height] = [Math.min(to.x, inner.innerWidth) - x, Math.min(to.y, inner.innerHeight) - y];
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
