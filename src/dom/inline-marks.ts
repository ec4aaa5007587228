import { allWordsOf } from './platform';

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
