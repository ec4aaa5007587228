import { allWordsOf, boxOf, contains } from './platform';

/** What a person sees around the words of an inline element, and its words alone do not say. */
export interface Marks {
  before: string;
  after: string;
}

const READING: Marks = { before: '(', after: ')' };
const RAISED: Marks = { before: '^', after: '' };
const LOWERED: Marks = { before: '_', after: '' };
const QUOTED: Marks = { before: '“', after: '”' };

/** The elements that may have any. */
export const MARKED = new Set(['q', 'rt', 'sub', 'sup']);

/**
 * Marks of an element that is drawn: a reading stands over its letters, as the parentheses of `<rp>` say where it cannot
 * (HTML, the rp element); a number raised or lowered right after another one is none of its digits: `$19^99`, `10^6`;
 * a `<q>` has quotes where its style did not take them (HTML §15.3.3).
 *
 * @param before what stands right before it
 */
export function marksOf(element: Element, tag: string, before: string): Marks | undefined {
  if (tag === 'rt') return READING;
  if (tag === 'q') return getComputedStyle(element, '::before').content === 'open-quote' ? QUOTED : undefined;
  if (!/\d$/.test(before) || !/^\d/.test(allWordsOf(element))) return undefined;
  return tag === 'sup' ? RAISED : LOWERED;
}

/** True for words that go on from others with a digit after a digit. */
export function digitsMeet(before: string, text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57 && /\d$/.test(before);
}

/** Inline boxes with less between them are drawn as one word. */
const LEAST_GAP_PX = 2;

/**
 * What a person sees between digits of two inline boxes that meet: shops raise the cents of a price by a style alone, and
 * numbers in a row are set apart by their margins. Empty where they are one number.
 *
 * @param last what the digits before are in
 * @param element what those after are in
 */
export function betweenDigits(last: Element, element: Element): string {
  const { verticalAlign, fontSize } = getComputedStyle(element);
  if (verticalAlign !== 'baseline') return verticalAlign === 'sub' || verticalAlign.startsWith('-') ? '_' : '^';
  const change = Number.parseFloat(fontSize) - Number.parseFloat(getComputedStyle(last).fontSize);
  if (change !== 0) return change < 0 ? '^' : ' ';
  if (contains(element, last) || contains(last, element)) return '';
  return Math.abs(boxOf(element).left - boxOf(last).right) >= LEAST_GAP_PX ? ' ' : '';
}
