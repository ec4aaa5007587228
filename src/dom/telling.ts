import { hasAttributes } from './platform';

/** Attributes that say something of an element of any kind. What only some kinds have, those are asked for. */
const TELLING = [
  'aria-hidden',
  'aria-label',
  'aria-labelledby',
  'contenteditable',
  'inert',
  'onclick',
  'popover',
  'role',
  'tabindex',
  'title',
];
const ANY = TELLING.map((name) => `[${name}]`).join();

/** Says which elements have an attribute that tells. */
export interface Telling {
  /** False for an element that has none of them. */
  has(element: Element): boolean;
}

/**
 * The elements of a document or shadow root that have an attribute that tells. One query for all: most elements have
 * only a class, and to ask each of them for ten attributes takes a tenth of a read.
 */
export function tellingIn(root: Document | ShadowRoot): NodeListOf<Element> {
  return root.querySelectorAll(ANY);
}

/** For who looks at a few elements only. */
export const EACH_ASKED: Telling = { has: hasAttributes };
