import { lookForClips } from './clip-path';
import { countersIn } from './counter-rules';
import { type Counted, countedIn } from './counters';
import { documentOf, rootOf } from './platform';
import { lookForScrolling } from './scrolled-in';
import { rulesOf, wordsIn } from './sheet-rules';

/**
 * Words that a style sheet writes into the page with `::before` and `::after` (accname 1.2 step 2F.ii). To ask each
 * element for them costs as much as a whole read (3 to 9 µs each in Chromium 156), so the sheets are asked which
 * elements have any. Where one of another origin does not tell, an element without any other name is asked itself.
 */
const looked = new WeakSet<Node>();
/** Elements that a style sheet writes into. One that it no longer writes into is found out when it is asked. */
const written = { before: new WeakSet<Element>(), after: new WeakSet<Element>() };

/** Documents of which all sheets told. What is in a shadow root is styled from outside too. */
const told = new WeakSet<Node>();

/** False as long as no style sheet wrote into anything: then no element need be looked up. */
let anyWritten = false;

/** Looks at the style sheets of a document or shadow root again; once for each read. */
export function lookAtStyles(root: Document | ShadowRoot): void {
  looked.add(root);
  lookForScrolling(root);
  const { before, after, clipping, counting, listing, whole } = rulesOf(root);
  if (whole && root.nodeType === Node.DOCUMENT_NODE) told.add(root);
  else told.delete(root);
  lookForClips(root, clipping);
  note(root, before, written.before);
  note(root, after, written.after);
  if (!counting) {
    counted.delete(root);
    return;
  }
  const selectors = new Set([...before, ...after, ...countersIn(root), ...(listing ? LISTS : [])]);
  counted.set(root, countedIn(root, [...selectors]));
}

/** They count their items by themselves. */
const LISTS = ['ol', 'ul', 'menu', 'li'];

/** What is counted in a document or shadow root, as of the last look. */
const counted = new WeakMap<Node, Counted>();

/** One query for all elements: to ask each whether it matches takes three times as long. */
function note(root: Document | ShadowRoot, selectors: readonly string[], into: WeakSet<Element>): void {
  if (selectors.length === 0) return;
  for (const element of root.querySelectorAll(selectors.join(','))) {
    into.add(element);
    anyWritten = true;
  }
}

/** Words that a style sheet writes around the content of an element. */
export interface StyleWords {
  before: string;
  after: string;
}

/** False where no style sheet writes words into anything, as on most pages: then no element need be asked. */
export function stylesWrite(root: Document): boolean {
  if (!looked.has(root)) lookAtStyles(root);
  return anyWritten;
}

/** What the style sheets of a document that was looked at write around the content of an element. */
export function styleWordsOf(element: Element): StyleWords | undefined {
  if (!anyWritten) return undefined;
  const before = written.before.has(element);
  const after = written.after.has(element);
  return before || after ? askedWords(element, before, after) : undefined;
}

/** The same, of an element that is asked itself where some sheet does not tell. */
export function likelyStyleWordsOf(element: Element): StyleWords | undefined {
  stylesWrite(documentOf(element));
  return told.has(rootOf(element)) ? styleWordsOf(element) : askedWords(element, true, true);
}

function askedWords(element: Element, asksBefore: boolean, asksAfter: boolean): StyleWords | undefined {
  const before = asksBefore ? wordsOf(element, '::before') : '';
  const after = asksAfter ? wordsOf(element, '::after') : '';
  return before === '' && after === '' ? undefined : { before, after };
}

function wordsOf(element: Element, pseudo: '::before' | '::after'): string {
  const style = getComputedStyle(element, pseudo);
  const { content } = style;
  const counts = content.includes('counter');
  if (!counts && !content.includes('"')) return '';
  if (!isDrawn(style)) return '';
  const words = counts ? countedWords(element, pseudo) : wordsIn(content);
  // Boxes of their own are words of their own, and numbers are set apart by their margin.
  if (words === '' || (style.display === 'inline' && !counts)) return words;
  return pseudo === '::before' ? `${words} ` : style.display === 'inline' ? words : ` ${words}`;
}

function countedWords(element: Element, pseudo: '::before' | '::after'): string {
  const words = counted.get(rootOf(element))?.get(element);
  return (pseudo === '::before' ? words?.before : words?.after) ?? '';
}

/** The same ways to hide that count for elements, as far as a pseudo-element can be asked. */
function isDrawn(style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || style.visibility !== 'visible' || style.opacity === '0') return false;
  if (Number.parseFloat(style.fontSize) < 3 || style.color === 'rgba(0, 0, 0, 0)') return false;
  if (Number.parseFloat(style.textIndent) < -500) return false;
  return !(style.position === 'absolute' || style.position === 'fixed') || isNear(style.left, style.top);
}

function isNear(...offsets: string[]): boolean {
  return offsets.every((offset) => !(Number.parseFloat(offset) < -500));
}
