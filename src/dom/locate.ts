import { labelOf } from './describe';
import { isHtml } from './element-kind';
import { pathOf, topmost } from './frame-path';
import { isUpright, outOfFrames, type ViewPoint } from './frame-place';
import { deepestAt } from './hit-test';
import { type Area, boxOfArea, isArea, pointsInArea } from './image-map';
import { boxesOf, boxOf, documentOf, scrollIntoView } from './platform';
import { reaches, visibleBox } from './press-target';
import type { Located, RefProblem } from './reader-contract';
import type { Rect } from './rect';
import { standStill } from './stand-still';
import { isDisabled } from './state';
import { hasArea } from './view-box';

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
  if (!isFullyInView(shown)) scrollIntoView(shown, { block: 'center', inline: 'center', behavior: 'instant' });
  await standStill(shown);
  if (isArea(element)) scrollToArea(element, shown);
  if (isInTurnedFrame(shown)) return problem('hidden', `${label} is ${IN_TURNED_FRAME}`);
  let cover: Element | undefined;
  for (const inFrame of pointsFor(element, shown)) {
    const { point, covered, hit } = hitAt(shown, element, inFrame);
    if (point) return { ok: true, ...point, within: withinOf(element), rect: rectOf(element), label };
    cover ??= covered ?? hit;
  }
  if (getComputedStyle(shown).pointerEvents === 'none') {
    return problem(
      'disabled',
      `${label} takes no pointer (pointer-events: none): it is switched off or only decoration. Something else has to be done first.`,
    );
  }
  if (!cover) return problem('hidden', `${label} is outside of what can be scrolled into view.`);
  return problem('covered', `${label} is covered by ${labelOf(cover)}. Close or move that first, or scroll.`);
}

/** What to say of an element in such a frame. */
export const IN_TURNED_FRAME =
  'in a frame that is turned or mirrored, so its place is not known. Give the point of a screenshot, or use keys such as Tab and Enter.';

function isInTurnedFrame(element: Element): boolean {
  return outOfFrames(documentOf(element).defaultView, { x: 0, y: 0 }).on.some(({ frame }) => !isUpright(frame));
}

/** The frame in whose viewport points and rectangles of an element are told. */
export function withinOf(element: Element): string {
  const view = documentOf(element).defaultView;
  return view ? pathOf(topmost(view)) : '';
}

/** Tests one point of the element's own viewport, in its frame and in each frame around that. */
export function hitAt(
  shown: Element,
  element: Element,
  inFrame: ViewPoint,
): { point?: ViewPoint; covered?: Element; hit?: Element } {
  const hit = deepestAt(shown, inFrame.x, inFrame.y);
  if (!hit) return {};
  if (!reaches(hit, shown, element)) return { hit };
  const { point, on } = outOfFrames(documentOf(shown).defaultView, inFrame);
  for (const { frame, at } of on) {
    const over = deepestAt(frame, at.x, at.y);
    if (over !== frame) return over ? { covered: over } : {};
  }
  return { point };
}

/** Position of an element in the top viewport, for marking it in a picture. */
export function rectOf(element: Element): Rect {
  const shown = visibleBox(element) ?? element;
  const { left, top, right, bottom } =
    isArea(element) && isHtml(shown, 'img') ? boxOfArea(element, shown) : boxOf(shown);
  const view = documentOf(element).defaultView;
  const from = outOfFrames(view, { x: left, y: top }).point;
  const to = outOfFrames(view, { x: right, y: bottom }).point;
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
}

function problem(kind: RefProblem['problem'], message: string): RefProblem {
  return { ok: false, problem: kind, message };
}

function isFullyInView(element: Element): boolean {
  const view = documentOf(element).defaultView;
  const { top, left, bottom, right } = boxOf(element);
  const inside = view && top >= 0 && left >= 0 && bottom <= view.innerHeight && right <= view.innerWidth;
  if (!inside || view.frameElement) return false;
  const hit = deepestAt(element, (left + right) / 2, (top + bottom) / 2);
  return hit !== null && reaches(hit, element, element);
}

function pointsFor(element: Element, shown: Element): { x: number; y: number }[] {
  return isArea(element) && isHtml(shown, 'img') ? pointsInArea(element, shown) : pointsIn(shown);
}

/** A picture may be larger than the window. */
function scrollToArea(area: Area, picture: Element): void {
  const view = documentOf(area).defaultView;
  if (!view || !isHtml(picture, 'img')) return;
  const { left, top, right, bottom } = boxOfArea(area, picture);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const inside = x >= 0 && y >= 0 && x < view.innerWidth && y < view.innerHeight;
  if (!inside) view.scrollBy({ left: x - view.innerWidth / 2, top: y - view.innerHeight / 2, behavior: 'instant' });
}

/** The middle first, then points towards the corners; an inline element broken over lines is tried line by line. */
function pointsIn(element: Element): { x: number; y: number }[] {
  const view = documentOf(element).defaultView;
  const rects = [...boxesOf(element)].filter(hasArea).slice(0, 3);
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
