import { boxOf, documentOf } from './platform';
import type { Rect } from './rect';

/** True when some part of a box is in what can be seen of a viewport. */
export function isInView(view: Rect | undefined, { left, top, right, bottom }: DOMRect): boolean {
  if (!view) return false;
  return bottom > view.y && right > view.x && top < view.y + view.height && left < view.x + view.width;
}

/** The box of the words of a text node. */
export function rectOfText(node: Node): DOMRect {
  const range = (node.ownerDocument ?? document).createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

/** The box of what is in an element. */
export function contentBoxOf(element: Element): DOMRect {
  const range = documentOf(element).createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** The box of an element, or of what is in it where it has none of its own. */
export function shownBoxOf(element: Element): DOMRect {
  const box = boxOf(element);
  return hasArea(box) ? box : contentBoxOf(element);
}

export function hasArea({ width, height }: DOMRect): boolean {
  return width > 0 && height > 0;
}

/** The whole viewport of a document. */
export function viewOf(root: Document): Rect | undefined {
  const view = root.defaultView;
  return view ? { x: 0, y: 0, width: view.innerWidth, height: view.innerHeight } : undefined;
}
