import { Look } from './look';
import { allWordsOf, attribute, elementsOf, hasAttribute, parentElementOf, tagOf } from './platform';
import type { PageOrigin } from './visibility';

/** Words for readers only stand near those that they are read in place of. */
const MOST_BESIDE = 10;

/**
 * True for an element that its markup hides: `inert`, or `aria-hidden` from readers. Words of the latter kind are told
 * where those that are read in their place are not seen, as the prices of many shops are: a person sees them.
 */
export function isSaidHidden(element: Element, origin: PageOrigin): boolean {
  if (hasAttribute(element, 'inert')) return true;
  if (attribute(element, 'aria-hidden') !== 'true') return false;
  const parent = hasWords(element) ? parentElementOf(element) : null;
  const beside = parent ? [...elementsOf(parent)].slice(0, MOST_BESIDE) : [];
  return !beside.some((other) => other !== element && hasWords(other) && isForReadersOnly(other, origin));
}

function isForReadersOnly(element: Element, origin: PageOrigin): boolean {
  const look = new Look(element, tagOf(element), origin, undefined);
  return look.unseen === 'clipped' || look.unseen === 'moved';
}

function hasWords(element: Element): boolean {
  return allWordsOf(element).trim() !== '';
}
