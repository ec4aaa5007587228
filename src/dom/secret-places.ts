import { isControl, isEditingHost, isElement } from './element-kind';
import { contentBoxOf, isUpright } from './frame-place';
import type { Box, FrameBox, FramePlaces, SecretBox } from './places-contract';
import { allWordsOf, boxOf, childNodesOf, documentOf, hasAttribute, tagOf } from './platform';
import { secrecyOf } from './secret';
import { hostOf, parentOf, shadowRootOf } from './shadow';
import { isVisible } from './visibility';

/** Points of a field that are tested for what lies over it, as parts of its width and height. */
const TESTED = [0.02, 0.25, 0.5, 0.75, 0.98];
const FRAMES = new Set(['iframe', 'frame', 'object']);

/**
 * Where the secret fields of one document are drawn, through its shadow roots, and where its frames are, so that the
 * places of all frames can be put together by somebody who may ask each of them.
 */
export function placesIn(view: Window): FramePlaces {
  const secrets: SecretBox[] = [];
  const frames: FrameBox[] = [];
  each(view.document, (element) => {
    const window = hasWindow(element) ? element.contentWindow : undefined;
    if (!window && !isSecretField(element)) return;
    if (!isVisible(element)) return;
    const box = shownPart(element, view);
    if (!box || isWhollyCovered(element, box)) return;
    if (window) frames.push({ index: indexOf(window, view), ...contentBoxOf(element), upright: isUpright(element) });
    else secrets.push({ ...box, filled: isFilled(element) });
  });
  return { path: pathOf(view), width: view.innerWidth, height: view.innerHeight, secrets, frames };
}

function each(root: Document | ShadowRoot | Element, look: (element: Element) => void): void {
  for (const child of childNodesOf(root)) {
    if (!isElement(child)) continue;
    look(child);
    const shadow = shadowRootOf(child);
    if (shadow) each(shadow, look);
    each(child, look);
  }
}

function isSecretField(element: Element): boolean {
  const holdsWords = isControl(element) || isEditingHost(element) || hasAttribute(element, 'autocomplete');
  return holdsWords && secrecyOf(element) !== 'none';
}

function isFilled(element: Element): boolean {
  if (isControl(element)) return element.value !== '';
  return !isEditingHost(element) || allWordsOf(element).trim() !== '';
}

/** True for a frame with a page in it: an `object` may also hold a picture. */
function hasWindow(element: Element): element is Element & { contentWindow: Window } {
  return FRAMES.has(tagOf(element)) && 'contentWindow' in element && element.contentWindow !== null;
}

/** The number of a frame in its parent's `window.frames`; windows of other sites can be compared, if nothing else. */
function indexOf(inner: Window, parent: Window): number {
  for (let at = 0; at < parent.length; at++) if (parent[at] === inner) return at;
  return -1;
}

function pathOf(view: Window): number[] {
  const path: number[] = [];
  for (let inner = view; inner !== inner.parent; inner = inner.parent) path.unshift(indexOf(inner, inner.parent));
  return path;
}

/** True when everything of the box lies behind something that lets nothing through, such as a dialog over a form. */
function isWhollyCovered(element: Element, box: Box): boolean {
  return TESTED.every((down) =>
    TESTED.every((across) => {
      const stack = documentOf(element).elementsFromPoint(box.x + box.width * across, box.y + box.height * down);
      // What takes no pointer is in no such stack: it counts as open to see.
      return stack.slice(0, Math.max(0, stack.indexOf(outermost(element)))).some(isOpaque);
    }),
  );
}

/** The element itself, or the host in the document of the shadow trees around it. */
function outermost(element: Element): Element {
  const host = hostOf(element);
  return host ? outermost(host) : element;
}

function isOpaque(element: Element): boolean {
  const { backgroundColor } = getComputedStyle(element);
  if (!/^rgb\(/.test(backgroundColor)) return false;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { opacity, filter, mixBlendMode } = getComputedStyle(at);
    if (opacity !== '1' || filter !== 'none' || mixBlendMode !== 'normal') return false;
  }
  return true;
}

/** What scrollers around an element and the window leave of it. A placed box may stand outside of the boxes around it. */
function shownPart(element: Element, view: Window): Box | undefined {
  let part: Box | undefined = meet(boxOf(element), {
    x: 0,
    y: 0,
    width: view.innerWidth,
    height: view.innerHeight,
  });
  for (let at = element; part; ) {
    const { position } = getComputedStyle(at);
    const outer = parentOf(at);
    if (!outer || outer === view.document.body || position === 'fixed' || position === 'absolute') return part;
    if (getComputedStyle(outer).overflowX !== 'visible') part = meet(part, outer.getBoundingClientRect());
    at = outer;
  }
  return part;
}

function meet(rect: Box, window: Box): Box | undefined {
  const x = Math.max(rect.x, window.x);
  const y = Math.max(rect.y, window.y);
  const width = Math.min(rect.x + rect.width, window.width) - x;
  const height = Math.min(rect.y + rect.height, window.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
