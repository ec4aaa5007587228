import {
  allIn,
  attribute,
  boxOf,
  checkVisibility,
  documentOf,
  hasAttribute,
  scrollLeftOf,
  scrollTopOf,
  tagOf,
} from './platform';
import { anyComesWithScrolling, comesWithScrolling } from './scrolled-in';
import { parentOf } from './shadow';
import { hasArea } from './view-box';

/** Never shown, or nothing that a person reads. */
export const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'meta',
  'link',
  'title',
  'base',
  'param',
  'source',
  'track',
  'datalist',
]);

/**
 * True when nothing inside the element can be seen, so that a walk may skip all of it: not rendered, transparent,
 * `aria-hidden` or `inert`. `visibility: hidden` alone is no reason: a child may be visible again.
 *
 * @param tells false for an element without an attribute that tells
 */
export function isSubtreeHidden(element: Element, tag: string, tells: boolean): boolean {
  if (UNSEEN.has(tag)) return true;
  if (tells && (attribute(element, 'aria-hidden') === 'true' || hasAttribute(element, 'inert'))) return true;
  // `display: contents` has no box of its own, and neither has an option in a closed select: their children decide.
  if (!checkVisibility(element, DRAWN)) return !isUnboxed(element) && !appearsOnScroll(element);
  return false;
}

/** True when the element's own box can be seen: not `visibility: hidden`. */
export function isSelfVisible(element: Element): boolean {
  return checkVisibility(element, NOT_HIDDEN) || isUnboxed(element);
}

/** True for a box that is drawn: not hidden, and not faded to nothing, nor is anything around it. */
export function isVisible(element: Element): boolean {
  return checkVisibility(element, SEEN);
}

/** True for an element that takes a place on the page, itself or by something in it. */
export function takesPlace(element: Element): boolean {
  return hasArea(boxOf(element)) || [...allIn(element, '*')].some((inner) => hasArea(boxOf(inner)));
}

/** True when some part of the rectangle is inside the viewport. */
export function inViewport(rect: DOMRect, view: { innerWidth: number; innerHeight: number }): boolean {
  return rect.bottom > 0 && rect.right > 0 && rect.top < view.innerHeight && rect.left < view.innerWidth;
}

/** Where a page's origin stands in its viewport, and how large that is; read once for many elements. */
export interface PageOrigin {
  scrollX: number;
  scrollY: number;
  rightToLeft: boolean;
  width: number;
  height: number;
}

export function originOf(root: Document): PageOrigin {
  const view = root.defaultView;
  const scrollX = view?.scrollX ?? 0;
  return {
    scrollX,
    scrollY: view?.scrollY ?? 0,
    rightToLeft: scrollX < 0 || root.dir === 'rtl',
    width: view?.innerWidth ?? 0,
    height: view?.innerHeight ?? 0,
  };
}

/**
 * True for an element that was moved out to where no scrolling leads: left of or above the page's origin, also with all
 * that scrolled away in boxes around it. Traps for robots and links that only show when they have the focus stand there.
 */
export function isOffPage(element: Element, rect: DOMRect, origin: PageOrigin): boolean {
  if (!isBeyond(rect, origin.scrollX, origin.scrollY, origin.rightToLeft)) return false;
  let { scrollX, scrollY } = origin;
  const root = documentOf(element).scrollingElement;
  for (let at = parentOf(element); at && at !== root; at = parentOf(at)) {
    scrollX += scrollLeftOf(at);
    scrollY += scrollTopOf(at);
  }
  return isBeyond(rect, scrollX, scrollY, origin.rightToLeft);
}

/** An empty box at the very edge is not beyond it: what is in it is placed from there. */
function isBeyond({ width, height, right, bottom }: DOMRect, x: number, y: number, rightToLeft: boolean): boolean {
  if (width === 0 && height === 0) return false;
  const above = height === 0 ? bottom + y < 0 : bottom + y <= 0;
  const before = width === 0 ? right + x < 0 : right + x <= 0;
  return above || (before && !rightToLeft);
}

/** True for a box held in its place in the window, and outside of it: no scrolling leads there either. */
export function isOutOfWindow(element: Element, rect: DOMRect, { width, height }: PageOrigin): boolean {
  if (rect.width === 0 || rect.height === 0) return false;
  const outside = rect.right <= 0 || rect.bottom <= 0 || rect.left >= width || rect.top >= height;
  return outside && !isHeldByBox(element);
}

/** A box with a transform and the like is to those in it what the window is to others (CSS Transforms 1 §3). */
function isHeldByBox(element: Element): boolean {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    const { transform, filter, perspective, contain, willChange } = getComputedStyle(at);
    if (transform !== 'none' || filter !== 'none' || perspective !== 'none') return true;
    if (/paint|layout|strict|content/.test(contain) || /transform|filter|perspective/.test(willChange)) return true;
  }
  return false;
}

/** True for what is drawn, and only faded to nothing until a person scrolls to it. */
function appearsOnScroll(element: Element): boolean {
  if (!anyComesWithScrolling() || !checkVisibility(element)) return false;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (getComputedStyle(at).opacity === '0' && !comesWithScrolling(at)) return false;
  }
  return true;
}

const SEEN = { opacityProperty: true, visibilityProperty: true };
const DRAWN = { opacityProperty: true };
const NOT_HIDDEN = { visibilityProperty: true };

function isUnboxed(element: Element): boolean {
  const tag = tagOf(element);
  if (tag === 'option' || tag === 'optgroup') return true;
  if (getComputedStyle(element).display !== 'contents') return false;
  const around = parentOf(element);
  return around !== null && checkVisibility(around, DRAWN);
}
