import { boxOf, checkVisibility, contains, documentOf, parentElementOf, positionOf } from './platform';
import type { SnapshotNode } from './snapshot-node';
import { contentBoxOf, hasArea } from './view-box';
import { isOffPage, originOf, type PageOrigin } from './visibility';

/** A box that hides what lies behind it. */
export interface Cover {
  element: Element;
  rect: DOMRect;
  zIndex: number;
}

/** Smaller boxes are icons and badges; to look behind each would cost more than it tells. */
const SMALLEST_PX = 16;

/**
 * The cover that an element is, if it is one: placed over the page by `position: absolute`, with a colour or picture that
 * lets nothing through. A fixed box is none: the page scrolls out from below it.
 */
export function coverOf(element: Element): Cover | undefined {
  const style = getComputedStyle(element);
  if (style.position !== 'absolute' || style.opacity !== '1' || style.visibility !== 'visible') return undefined;
  if (!isOpaque(style.backgroundColor)) return undefined;
  const zIndex = Number(style.zIndex) || 0;
  const rect = boxOf(element);
  return zIndex >= 0 && rect.width >= SMALLEST_PX && rect.height >= SMALLEST_PX ? { element, rect, zIndex } : undefined;
}

/** `rgb(…)` is opaque; `rgba(…)` is what lets something through. */
function isOpaque(colour: string): boolean {
  return colour.startsWith('rgb(');
}

/**
 * A snapshot without the words that nobody can see although their style shows them: moved off the page, scaled to nothing,
 * or behind a cover. What can be operated stays: a label often covers its control.
 */
export function inSight(nodes: SnapshotNode[], covers: readonly Cover[]): SnapshotNode[] {
  return new Sight(covers).of(nodes);
}

/** False for what is left to draw until it is near (`content-visibility: auto`): it has no size before its first time. */
const NEAR = { contentVisibilityAuto: true };

class Sight {
  readonly #covers: readonly Cover[];
  readonly #origins = new Map<Document, PageOrigin>();

  constructor(covers: readonly Cover[]) {
    this.#covers = covers;
  }

  of(nodes: SnapshotNode[]): SnapshotNode[] {
    return nodes.filter((node) => {
      if (node.pieces !== undefined) return node.children.length > 0 || this.#isSeen(node.element);
      if (node.children.length > 0) node.children = this.of(node.children);
      return true;
    });
  }

  #isSeen(element: Element): boolean {
    const rect = boxOf(element);
    // A box that is none has no size of its own.
    if (rect.width === 0 && rect.height === 0)
      return getComputedStyle(element).display === 'contents' || !checkVisibility(element, NEAR);
    // A box without a height may show words all the same; those that are drawn flat do not.
    if ((rect.width === 0 || rect.height === 0) && !hasArea(contentBoxOf(element))) return false;
    if (isOffPage(element, rect, this.#originOf(documentOf(element)))) return false;
    return !this.#covers.some((cover) => isBehind(element, rect, cover));
  }

  #originOf(root: Document): PageOrigin {
    const known = this.#origins.get(root);
    if (known) return known;
    const origin = originOf(root);
    this.#origins.set(root, origin);
    return origin;
  }
}

function isBehind(element: Element, rect: DOMRect, { element: cover, rect: over, zIndex }: Cover): boolean {
  const inside =
    rect.left >= over.left - 1 &&
    rect.right <= over.right + 1 &&
    rect.top >= over.top - 1 &&
    rect.bottom <= over.bottom + 1;
  if (!inside || contains(cover, element) || contains(element, cover)) return false;
  // In sight the browser itself knows what is on top.
  const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
  const root = documentOf(element);
  const stack = root.elementsFromPoint(x, y);
  if (stack.includes(element)) {
    if (stack.includes(cover)) return stack.indexOf(cover) < stack.indexOf(element);
    // A panel of which nothing is drawn here, cut off by a box around it.
    if (getComputedStyle(cover).pointerEvents !== 'none') return false;
  }
  const later = (positionOf(element, cover) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return !isPlaced(element, cover, zIndex) && (later || zIndex > 0);
}

/** True when the element itself, or a box around it, is placed too: which is on top is not to be told from outside. */
function isPlaced(element: Element, cover: Element, zIndex: number): boolean {
  for (let at: Element | null = element; at && !contains(at, cover); at = parentElementOf(at)) {
    const { position, zIndex: own } = getComputedStyle(at);
    if (position !== 'static' && (Number(own) || 0) >= zIndex) return true;
  }
  return false;
}
