import { drawnBy } from './drawn-control';
import { arrivesAt, elementAt, isWithin } from './hit-test';
import { isArea, pictureOf } from './image-map';
import { boxOf, checkVisibility, documentOf, elementsOf, isConnected, tagOf } from './platform';
import { hasArea } from './view-box';
import { isVisible } from './visibility';

/** The element itself, the label that draws it when the native control is hidden behind one, the picture that it is a part of. */
export function visibleBox(element: Element): Element | undefined {
  if (isArea(element)) return pictureOf(element);
  if (hasBox(element) && isVisible(element)) return element;
  const drawn = drawnBy(element);
  if (drawn) return hasBox(drawn) ? drawn : undefined;
  if (tagOf(element) === 'option') return undefined;
  // `display: contents` and empty inline wrappers have no box, their children have.
  return [...elementsOf(element)].find((child) => hasBox(child) && checkVisibility(child, { opacityProperty: true }));
}

function hasBox(element: Element): boolean {
  return hasArea(boxOf(element));
}

/** True when a click on what was hit arrives at the element, or at the label that draws it. */
export function reaches(hit: Element, box: Element, element: Element): boolean {
  // Other areas of the picture are hit as themselves.
  return isArea(element) ? hit === element : isWithin(hit, box) || arrivesAt(hit, element);
}

/**
 * True when a press at a point arrives at the element.
 *
 * @param root in whose viewport the point is: by default the outermost one that can be asked
 */
export function isHit(element: Element, x: number, y: number, root = topDocument(element)): boolean {
  const shown = isConnected(element) ? visibleBox(element) : undefined;
  if (!shown) return false;
  // A press on a frame arrives at what is in it.
  for (let hit = elementAt(root, x, y); hit; hit = documentOf(hit).defaultView?.frameElement ?? undefined)
    if (reaches(hit, shown, element)) return true;
  return false;
}

function topDocument(element: Element): Document {
  let root = documentOf(element);
  for (let frame = root.defaultView?.frameElement; frame; frame = root.defaultView?.frameElement) {
    root = frame.ownerDocument;
  }
  return root;
}
