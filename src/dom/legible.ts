import { isClear, isDistinct } from './colour';
import { behindOf, type Drawn, groundOf } from './ground';
import { allIn, boxOf, documentOf, elementsOf, parentElementOf, tagOf } from './platform';
import { isVisible } from './visibility';

const SMALLEST_FONT_PX = 3;
/** Words indented further than this to the left were put out of the window, for a picture to stand in their place. */
const MOST_INDENT_PX = 500;
/** A background that words are cut out of is near them. */
const MOST_BOXES_UP = 6;
const MOST_SIBLINGS = 30;
const MOST_INSIDE = 60;

/**
 * True when words in an element can be read by a person: not smaller than 3 px, not clear, not in the colour of what
 * they stand on.
 *
 * @param block whether the element is a box of its own: only such are indented
 */
export function isLegible(drawn: Drawn, block: boolean): boolean {
  const { style } = drawn;
  if (
    Number.parseFloat(style.fontSize) < SMALLEST_FONT_PX ||
    (block && Number.parseFloat(style.textIndent) < -MOST_INDENT_PX)
  )
    return false;
  // What letters are filled with is `color`, where nothing else is said.
  const colour = style.webkitTextFillColor;
  if (isClear(colour)) return isCutOut(drawn) || isOutlined(style);
  return isDistinct(colour, groundOf(drawn)) || standsOnOther(drawn, colour);
}

/** Clear letters with a line around them, or with a shadow that is not blurred. */
function isOutlined(style: CSSStyleDeclaration): boolean {
  if (Number.parseFloat(style.webkitTextStrokeWidth) > 0 && !isClear(style.webkitTextStrokeColor)) return true;
  return [...style.textShadow.matchAll(SHADOW)].some(([, colour = '', blur]) => Number(blur) <= 1 && !isClear(colour));
}

/** A computed shadow: `rgb(0, 0, 0) 0px 0px 5px`. */
const SHADOW = /([a-z]+\([^()]*\)) [-\d.e]+px [-\d.e]+px ([\d.e]+)px/g;

/** Clear words in a coloured background that is drawn only where they are. */
function isCutOut(drawn: Drawn): boolean {
  let at: Drawn | undefined = drawn;
  for (let up = 0; at && up < MOST_BOXES_UP; at = behindOf(at), up++)
    if (at.style.backgroundClip.includes('text')) return true;
  return false;
}

/**
 * True when words in the colour of the box that they stand in stand on something else before that: a picture, a film, a
 * box that lies under them, something that a style sheet draws. What colours a picture has nobody knows. Asked of the few
 * words only that would else be called unreadable.
 */
function standsOnOther(drawn: Drawn, colour: string): boolean {
  const root = documentOf(drawn.element);
  const box = boxOf(drawn.element);
  for (let at: Drawn | undefined = drawn; at; at = behindOf(at)) {
    if (at.style.backgroundImage !== 'none') return true;
    if (isPainted(getComputedStyle(at.element, '::before'), colour)) return true;
    if (isPainted(getComputedStyle(at.element, '::after'), colour)) return true;
    if (!isClear(at.style.backgroundColor)) return false;
    // Boxes of another document are measured from another corner.
    if (documentOf(at.element) === root && besidesOf(at.element).some((other) => liesUnder(other, box, colour)))
      return true;
  }
  return false;
}

function besidesOf(element: Element): Element[] {
  const parent = parentElementOf(element);
  return parent ? [...elementsOf(parent)].slice(0, MOST_SIBLINGS).filter((other) => other !== element) : [];
}

const PICTURES = new Set(['img', 'video', 'canvas', 'iframe', 'object', 'embed', 'svg', 'picture']);

function liesUnder(other: Element, box: DOMRect, colour: string): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return [other, ...[...allIn(other, '*')].slice(0, MOST_INSIDE)].some((each) => {
    const { left, right, top, bottom } = boxOf(each);
    if (x < left || x > right || y < top || y > bottom || right === left) return false;
    if (!isVisible(each)) return false;
    return PICTURES.has(tagOf(each)) || isPainted(getComputedStyle(each), colour);
  });
}

/** True for a box with a background that words of a colour are seen on. */
function isPainted(style: CSSStyleDeclaration, colour: string): boolean {
  if (style.content === 'none' || style.display === 'none') return false;
  if (style.backgroundImage !== 'none') return true;
  return !isClear(style.backgroundColor) && isDistinct(colour, style.backgroundColor);
}
