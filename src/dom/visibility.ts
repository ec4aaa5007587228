import { isHtml } from './element-kind';
import { allIn, attribute, boxOf, checkVisibility, hasAttribute, parentElementOf, rootOf, tagOf } from './platform';

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
  if (!checkVisibility(element, DRAWN)) return !isUnboxed(element);
  return false;
}

/** True when the element's own box can be seen: not `visibility: hidden`. */
export function isSelfVisible(element: Element): boolean {
  return checkVisibility(element, NOT_HIDDEN) || isUnboxed(element);
}

/**
 * A native check box or radio button is often made transparent and drawn by its label: it is still what a person uses.
 */
export function isDrawnByLabel(element: Element): boolean {
  return isHtml(element, 'input') && /^(checkbox|radio|file)$/.test(element.type) && (element.labels?.length ?? 0) > 0;
}

/** True for an element that takes a place on the page, itself or by something in it. */
export function takesPlace(element: Element): boolean {
  return hasArea(boxOf(element)) || [...allIn(element, '*')].some((inner) => hasArea(boxOf(inner)));
}

function hasArea({ width, height }: DOMRect): boolean {
  return width > 0 && height > 0;
}

/** True when some part of the rectangle is inside the viewport. */
export function inViewport(rect: DOMRect, view: { innerWidth: number; innerHeight: number }): boolean {
  return rect.bottom > 0 && rect.right > 0 && rect.top < view.innerHeight && rect.left < view.innerWidth;
}

/** Where a page's origin stands in its viewport, read once for many elements. */
export interface PageOrigin {
  scrollX: number;
  scrollY: number;
  rightToLeft: boolean;
}

export function originOf(root: Document): PageOrigin {
  const view = root.defaultView;
  const scrollX = view?.scrollX ?? 0;
  return { scrollX, scrollY: view?.scrollY ?? 0, rightToLeft: scrollX < 0 || root.dir === 'rtl' };
}

/**
 * True for a rectangle that was moved out to where no scrolling leads: left of or above the page's origin. Traps for
 * robots and links that only show when they have the focus stand there.
 */
export function isOffPage({ width, height, right, bottom }: DOMRect, origin: PageOrigin): boolean {
  if (width === 0 && height === 0) return false;
  return bottom + origin.scrollY <= 0 || (!origin.rightToLeft && right + origin.scrollX <= 0);
}

const DRAWN = { opacityProperty: true, contentVisibilityAuto: true };
const NOT_HIDDEN = { visibilityProperty: true };

function isUnboxed(element: Element): boolean {
  const tag = tagOf(element);
  if (tag === 'option' || tag === 'optgroup') return true;
  if (getComputedStyle(element).display !== 'contents') return false;
  const root = parentElementOf(element) ?? rootOf(element);
  const around = root instanceof ShadowRoot ? root.host : root;
  return around instanceof Element && checkVisibility(around, { opacityProperty: true });
}
