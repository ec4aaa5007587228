import { labelOf } from './describe';
import { isHtml, tagOf } from './element-kind';
import type { Located, Rect, RefProblem } from './reader-contract';
import { shadowRootOf } from './shadow';
import { isDisabled } from './state';
import { isDrawnByLabel } from './visibility';

/** Frames to wait for an element to come to rest before it is clicked where it is anyway. */
const MOST_FRAMES = 30;

/**
 * Finds a point that a click on the element really hits: scrolls it into view, waits until it stands still, and tests
 * what is on top there, through shadow roots and same-origin frames.
 *
 * @returns the point in CSS pixels of this frame's top viewport, or what stands in the way
 */
export async function locate(element: Element): Promise<Located | RefProblem> {
  const label = labelOf(element);
  const shown = visibleBox(element);
  if (!shown) return problem('hidden', `${label} is not visible: it has no size or is not rendered.`);
  if (isDisabled(element)) return problem('disabled', `${label} is disabled. Something else has to be done first.`);
  if (!isFullyInView(shown)) shown.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  await standStill(shown);
  let cover: Element | undefined;
  for (const point of pointsIn(shown)) {
    const hit = deepestAt(shown, point.x, point.y);
    if (hit && reaches(hit, shown, element)) {
      const offset = frameOffset(element);
      return {
        ok: true,
        x: point.x + offset.x,
        y: point.y + offset.y,
        rect: shifted(shown.getBoundingClientRect(), offset),
        label,
      };
    }
    cover ??= hit ?? undefined;
  }
  if (!cover) return problem('hidden', `${label} is outside of what can be scrolled into view.`);
  return problem('covered', `${label} is covered by ${labelOf(cover)}. Close or move that first, or scroll.`);
}

/** Position of an element in the top viewport, for marking it in a picture. */
export function rectOf(element: Element): Rect {
  return shifted((visibleBox(element) ?? element).getBoundingClientRect(), frameOffset(element));
}

/** The element under a point of the top viewport. */
export function elementAt(root: Document, x: number, y: number): Element | undefined {
  const hit = root.elementFromPoint(x, y);
  if (!hit) return undefined;
  const inner = hit && isHtml(hit, 'iframe') ? hit.contentDocument : null;
  if (inner) {
    const box = hit.getBoundingClientRect();
    return elementAt(inner, x - box.left - hit.clientLeft, y - box.top - hit.clientTop) ?? hit;
  }
  return throughShadow(hit, x, y);
}

function problem(kind: RefProblem['problem'], message: string): RefProblem {
  return { ok: false, problem: kind, message };
}

/** The element's own box, or the label that draws it when the native control is hidden behind one. */
function visibleBox(element: Element): Element | undefined {
  if (hasBox(element) && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return element;
  if (isDrawnByLabel(element) && isHtml(element, 'input')) return [...(element.labels ?? [])].find(hasBox);
  if (tagOf(element) === 'option') return undefined;
  // `display: contents` and empty inline wrappers have no box, their children have.
  return [...element.children].find((child) => hasBox(child) && child.checkVisibility({ opacityProperty: true }));
}

function hasBox(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

function isFullyInView(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  const { top, left, bottom, right } = element.getBoundingClientRect();
  const inside = view && top >= 0 && left >= 0 && bottom <= view.innerHeight && right <= view.innerWidth;
  if (!inside || view.frameElement) return false;
  const hit = deepestAt(element, (left + right) / 2, (top + bottom) / 2);
  return hit !== null && reaches(hit, element, element);
}

/** Resolves when two frames in a row show the element in the same place. */
async function standStill(element: Element): Promise<void> {
  let before = element.getBoundingClientRect();
  for (let frame = 0; frame < MOST_FRAMES; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = element.getBoundingClientRect();
    if (now.x === before.x && now.y === before.y && now.width === before.width && now.height === before.height) return;
    before = now;
  }
}

/** The middle first, then points towards the corners; an inline element broken over lines is tried line by line. */
function pointsIn(element: Element): { x: number; y: number }[] {
  const view = element.ownerDocument.defaultView;
  const rects = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).slice(0, 3);
  return rects.flatMap((rect) => {
    const left = Math.max(rect.left, 0);
    const top = Math.max(rect.top, 0);
    const width = Math.min(rect.right, view?.innerWidth ?? rect.right) - left;
    const height = Math.min(rect.bottom, view?.innerHeight ?? rect.bottom) - top;
    if (width <= 0 || height <= 0) return [];
    return [
      [0.5, 0.5],
      [0.2, 0.5],
      [0.8, 0.5],
      [0.5, 0.2],
      [0.5, 0.8],
    ].map(([fx = 0.5, fy = 0.5]) => ({ x: left + width * fx, y: top + height * fy }));
  });
}

function deepestAt(element: Element, x: number, y: number): Element | null {
  const hit = element.ownerDocument.elementFromPoint(x, y);
  return hit ? throughShadow(hit, x, y) : null;
}

function throughShadow(hit: Element, x: number, y: number): Element {
  let deepest = hit;
  for (;;) {
    const inner: Element | null | undefined = shadowRootOf(deepest)?.elementFromPoint(x, y);
    if (!inner || inner === deepest) return deepest;
    deepest = inner;
  }
}

/** True when a click on what was hit arrives at the element: itself, inside it, or by its label. */
function reaches(hit: Element, box: Element, element: Element): boolean {
  for (let at: Node | null = hit; at; at = at.parentNode ?? ('host' in at ? (at as ShadowRoot).host : null)) {
    if (at === box || at === element) return true;
  }
  const label = hit.closest('label');
  return label !== null && isHtml(label, 'label') && label.control === element;
}

/** Where the element's frame stands in the top viewport that this reader can see. */
function frameOffset(element: Element): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (
    let frame = element.ownerDocument.defaultView?.frameElement;
    frame;
    frame = frame.ownerDocument.defaultView?.frameElement
  ) {
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
  }
  return { x, y };
}

function shifted(rect: DOMRect, offset: { x: number; y: number }): Rect {
  return { x: rect.x + offset.x, y: rect.y + offset.y, width: rect.width, height: rect.height };
}
