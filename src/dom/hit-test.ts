import { isHtml } from './element-kind';
import { intoFrame } from './frame-place';
import { closest, documentOf } from './platform';
import { parentOf, shadowRootOf } from './shadow';

/** The innermost element on top at a point of the viewport of an element's document, through shadow roots. */
export function deepestAt(element: Element, x: number, y: number): Element | null {
  const hit = documentOf(element).elementFromPoint(x, y);
  return hit ? throughShadow(hit, x, y) : null;
}

/** The innermost element at a point, of which the outermost one is known. */
function throughShadow(hit: Element, x: number, y: number): Element {
  let deepest = hit;
  for (;;) {
    const inner: Element | null | undefined = shadowRootOf(deepest)?.elementFromPoint(x, y);
    if (!inner || inner === deepest) return deepest;
    deepest = inner;
  }
}

/** True for an element itself and what is in it, shadow trees too. What is slotted is in the host, not in the slot. */
export function isWithin(inner: Element, outer: Element): boolean {
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** True when a click on what was hit arrives at the element: itself, inside it, or by its label. */
export function arrivesAt(hit: Element, element: Element): boolean {
  if (isWithin(hit, element)) return true;
  const label = closest(hit, 'label');
  return label !== null && isHtml(label, 'label') && label.control === element;
}

/** The element under a point of the top viewport. */
export function elementAt(root: Document, x: number, y: number): Element | undefined {
  const hit = root.elementFromPoint(x, y);
  if (!hit) return undefined;
  const deepest = throughShadow(hit, x, y);
  const inner = isHtml(deepest, 'iframe') ? deepest.contentDocument : null;
  if (!inner?.defaultView) return deepest;
  const at = intoFrame(deepest, inner.defaultView, { x, y });
  return elementAt(inner, at.x, at.y) ?? deepest;
}
