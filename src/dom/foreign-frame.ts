import type { ForeignFrame, FramePlaceInTab, Revealed } from './frame-contract';
import { pathOf, topmost } from './frame-path';
import { contentBoxOf, isUpright, outOfFrames, type ViewPoint } from './frame-place';
import { isFrameTag } from './frame-tag';
import { documentIn, windowIn } from './framed';
import { hitAt, IN_TURNED_FRAME } from './locate';
import { boxOf, clientHeightOf, clientWidthOf, documentOf, scrollOn, tagOf } from './platform';
import type { RefProblem } from './reader-contract';
import type { Rect } from './rect';
import { parentOf } from './shadow';
import { allElementsOf } from './shadow-roots';
import { standStill } from './stand-still';

/** Where a reader's own document is in the tab. */
export function placeInTab(view: Window): FramePlaceInTab {
  const { readyState, location } = view.document;
  return {
    path: pathOf(view),
    width: view.innerWidth,
    height: view.innerHeight,
    loading: readyState === 'loading',
    blank: location.href === 'about:blank',
  };
}

/** A frame as its parent knows it; undefined for one that has no window (yet). */
export function foreignFrame(frame: Element): ForeignFrame | undefined {
  const view = frame.ownerDocument.defaultView;
  const inner = windowIn(frame);
  if (!view || !inner) return undefined;
  const content = contentBoxOf(frame);
  const from = outOfFrames(view, content).point;
  const to = outOfFrames(view, { x: content.x + content.width, y: content.y + content.height }).point;
  const box = { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
  const top = topmost(view);
  const shown = overlap(box, { x: 0, y: 0, width: top.innerWidth, height: top.innerHeight });
  return { path: pathOf(inner), within: pathOf(top), box, ...(shown ? { shown } : {}) };
}

/**
 * Brings a point of a frame into view, from the outside, and tests that a press there goes into the frame.
 *
 * @param path of the frame, which is in this document or in one that can be entered from here
 * @param share of the frame's width and height, 0 to 1
 */
export async function revealInFrame(root: Document, path: string, share: ViewPoint): Promise<Revealed | RefProblem> {
  const frame = frameAt(root, path);
  if (!frame)
    return { ok: false, problem: 'stale', message: 'The frame is no longer on the page. Read the page again.' };
  const around = outOfFrames(frame.ownerDocument.defaultView, { x: 0, y: 0 }).on.map((on) => on.frame);
  if (![frame, ...around].every(isUpright))
    return { ok: false, problem: 'hidden', message: `It is ${IN_TURNED_FRAME}` };
  const pointNow = () => {
    const { x, y, width, height } = contentBoxOf(frame);
    return { x: x + width * share.x, y: y + height * share.y };
  };
  scrollToPoint(frame, pointNow);
  await standStill(frame);
  const { point, covered, hit } = hitAt(frame, frame, pointNow());
  const placed = foreignFrame(frame);
  if (point && placed) return { ok: true, x: point.x, y: point.y, frame: placed };
  const cover = covered ?? hit;
  return {
    ok: false,
    problem: cover ? 'covered' : 'hidden',
    message: cover
      ? `It is in a frame that is covered by ${tagOf(cover)} there. Close or move that first, or scroll.`
      : 'It is in a part of a frame that cannot be scrolled into view.',
  };
}

function frameAt(root: Document, path: string): Element | undefined {
  return framesBelow(root).find((frame) => {
    const inner = windowIn(frame);
    return inner !== null && pathOf(inner) === path;
  });
}

function framesBelow(root: Document): Element[] {
  return allElementsOf(root)
    .filter(isFrame)
    .flatMap((frame) => {
      const entered = documentIn(frame);
      return [frame, ...(entered ? framesBelow(entered) : [])];
    });
}

export function isFrame(element: Element): boolean {
  return isFrameTag(tagOf(element));
}

/** Scrolls what is around a frame, innermost first, until a point of it is inside of each. */
function scrollToPoint(frame: Element, pointNow: () => ViewPoint): void {
  for (let node = parentOf(frame); node; node = parentOf(node)) {
    if (!scrolls(node)) continue;
    const root = documentOf(node).scrollingElement === node;
    const box = root ? { left: 0, top: 0, width: clientWidthOf(node), height: clientHeightOf(node) } : boxOf(node);
    const { x, y } = pointNow();
    const [right, down] = [x - box.left, y - box.top];
    const outside = right < 0 || down < 0 || right >= box.width || down >= box.height;
    if (outside) scrollOn(node, { left: right - box.width / 2, top: down - box.height / 2, behavior: 'instant' });
  }
}

function scrolls(element: Element): boolean {
  if (documentOf(element).scrollingElement === element) return true;
  const { overflowX, overflowY } = getComputedStyle(element);
  return (overflowX !== 'visible' && overflowX !== 'clip') || (overflowY !== 'visible' && overflowY !== 'clip');
}

/** The part that two rectangles share. */
export function overlap(a: Rect, b: Rect): Rect | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
