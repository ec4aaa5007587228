import { isControl, isEditingHost } from './element-kind';
import { overlap } from './foreign-frame';
import { indexIn, stepsTo } from './frame-path';
import { contentBoxOf, isUpright } from './frame-place';
import { windowIn } from './framed';
import type { Box, FrameBox, FramePlaces, SecretBox } from './places-contract';
import { allWordsOf, boxOf, documentOf, hasAttribute } from './platform';
import { secrecyOf } from './secret';
import { hostOf, parentOf } from './shadow';
import { allElementsOf } from './shadow-roots';
import { isVisible } from './visibility';

/** Points of a field that are tested for what lies over it, as parts of its width and height. */
const TESTED = [0.02, 0.25, 0.5, 0.75, 0.98];

/**
 * Where the secret fields of one document are drawn, through its shadow roots, and where its frames are, so that the
 * places of all frames can be put together by somebody who may ask each of them.
 */
export function placesIn(view: Window): FramePlaces {
  const secrets: SecretBox[] = [];
  const frames: FrameBox[] = [];
  for (const element of allElementsOf(view.document)) {
    const window = windowIn(element);
    if (!window && !isSecretField(element)) continue;
    if (!isVisible(element)) continue;
    const box = shownPart(element, view);
    if (!box || isWhollyCovered(element, box)) continue;
    if (window) frames.push({ index: indexIn(view, window), ...contentBoxOf(element), upright: isUpright(element) });
    else secrets.push({ ...box, filled: isFilled(element) });
  }
  return { path: stepsTo(view), width: view.innerWidth, height: view.innerHeight, secrets, frames };
}

function isSecretField(element: Element): boolean {
  const holdsWords = isControl(element) || isEditingHost(element) || hasAttribute(element, 'autocomplete');
  return holdsWords && secrecyOf(element) !== 'none';
}

function isFilled(element: Element): boolean {
  if (isControl(element)) return element.value !== '';
  return !isEditingHost(element) || allWordsOf(element).trim() !== '';
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
  const viewport = { x: 0, y: 0, width: view.innerWidth, height: view.innerHeight };
  let part: Box | undefined = overlap(boxOf(element), viewport);
  for (let at = element; part; ) {
    const { position } = getComputedStyle(at);
    const outer = parentOf(at);
    if (!outer || outer === view.document.body || position === 'fixed' || position === 'absolute') return part;
    if (getComputedStyle(outer).overflowX !== 'visible') part = overlap(part, outer.getBoundingClientRect());
    at = outer;
  }
  return part;
}
