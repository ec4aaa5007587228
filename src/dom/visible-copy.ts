import { controlValue } from './control-value';
import { isClosed } from './details';
import { drawnBy } from './drawn-control';
import { isElement, isHtml } from './element-kind';
import { documentIn } from './framed';
import { betweenDigits, digitsMeet, MARKED, marksOf } from './inline-marks';
import { ListNumbers } from './list-numbers';
import { Look } from './look';
import { mathText } from './math-text';
import { withoutUnseen } from './one-line';
import { attribute, firstOf, hasAttributes, kindOf, nextOf, previousElementOf, TEXT, tagOf } from './platform';
import { isSaidHidden } from './said-hidden';
import { secretWriting } from './secret';
import { shadowRootOf } from './shadow';
import { lookAtStyles, styleWordsOf } from './style-words';
import { originOf, type PageOrigin, UNSEEN } from './visibility';

/** What text extraction reads of an element's attributes. Classes and ids tell it what is content and what is not. */
const KEPT = [
  'alt',
  'class',
  'colspan',
  'dir',
  'href',
  'id',
  'itemprop',
  'lang',
  'rel',
  'role',
  'rowspan',
  'scope',
  'src',
  'start',
];

/**
 * A document of its own with only what a person sees of a page: shadow roots and frames in their place, slots filled,
 * addresses whole but for those of places in the page. A custom element is a box with its name as `is`. What a field holds, as it may be told, is its `value`; so is the number before an item of a list. Text
 * extraction works on it, and may change it, without the page or hidden words taking part.
 */
export function visibleCopy(root: Document): Document {
  const copy = document.implementation.createHTMLDocument(root.title);
  lookAtStyles(root);
  const { body } = root;
  if (body) new Copying(copy, originOf(root)).children(body, copy.body, lookOf(body, originOf(root)), false);
  return copy;
}

/** What is in them does not ask for itself. */
const WHOLE = new Set(['img', 'iframe', 'frame']);
/** What they hold is told by their value. */
const HOLDING = new Set(['input', 'select', 'textarea', 'progress', 'meter']);

class Copying {
  readonly #copy: Document;
  readonly #origin: PageOrigin;
  readonly #numbers = new ListNumbers();

  constructor(copy: Document, origin: PageOrigin) {
    this.#copy = copy;
    this.#origin = origin;
  }

  /**
   * @param pre white space here is seen as it is written
   */
  children(element: Element, into: Element, look: Look, pre: boolean): void {
    const words = styleWordsOf(element);
    const seen = words && !look.faded ? words : undefined;
    if (seen?.before) into.append(seen.before);
    this.#content(element, into, look, pre);
    if (seen?.after) into.append(seen.after);
  }

  #content(element: Element, into: Element, look: Look, pre: boolean): void {
    const slotted = isHtml(element, 'slot') ? element.assignedNodes({ flatten: true }) : [];
    if (slotted.length > 0) {
      for (const node of slotted) this.#node(node, into, look, pre);
      return;
    }
    const closed = tagOf(element) === 'details' && isClosed(element);
    const shadow = shadowRootOf(element);
    if (shadow) lookAtStyles(shadow);
    for (let child = firstOf(shadow ?? element); child; child = nextOf(child)) {
      if (!closed || (isElement(child) && tagOf(child) === 'summary')) this.#node(child, into, look, pre);
    }
  }

  #node(node: Node, into: Element, look: Look, pre: boolean): void {
    if (isElement(node)) this.#element(node, into, look, pre);
    else if (kindOf(node) === TEXT) {
      const text = withoutUnseen(node.nodeValue ?? '');
      if (text.trim() === '') into.append(pre ? text : ' ');
      else if (look.visible && look.legible) into.append(afterDigits(into, look, text));
    }
  }

  #element(element: Element, into: Element, above: Look, pre: boolean): void {
    const tag = tagOf(element);
    if (UNSEEN.has(tag) || tag === 'svg' || tag === 'canvas') return;
    if (isSaidHidden(element, this.#origin)) return;
    const look = new Look(element, tag, this.#origin, above);
    const formula = tag === 'math' && look.unseen === undefined && look.visible ? mathText(element) : undefined;
    if (formula !== undefined) {
      const line = look.block ? this.#copy.createElement('div') : undefined;
      line?.append(formula);
      into.append(line ?? formula);
      return;
    }
    const hidden = look.unseen !== undefined || (WHOLE.has(tag) && !look.visible);
    const drawn = HOLDING.has(tag) && (hidden || !look.visible) && drawnBy(element) !== undefined;
    if (hidden && !drawn) return;
    // Extraction takes the words of code without regard to the elements in it.
    if (pre && tag === 'br') {
      into.append('\n');
      return;
    }
    // Custom elements, slots and the like are boxes to a person.
    const known = tag.includes('-') || tag === 'slot' || tag === 'iframe' ? (look.block ? 'div' : 'span') : tag;
    const made = this.#copy.createElement(known);
    if (tag.includes('-')) made.setAttribute('is', tag);
    if (hasAttributes(element)) copyAttributes(element, tag, made);
    const number = tag === 'li' ? this.#numbers.of(element, look) : '';
    if (number !== '') made.setAttribute('value', number);
    const marks = MARKED.has(tag) && look.visible ? marksOf(element, tag, into.lastChild?.nodeValue ?? '') : undefined;
    if (marks) into.append(marks.before, made, marks.after);
    else into.append(made);
    const secret = secretWriting(element);
    if (secret !== undefined) {
      made.textContent = secret;
      return;
    }
    if (HOLDING.has(tag)) {
      if (look.visible || drawn) holdAlike(element, made);
      return;
    }
    const frame = documentIn(element)?.body;
    if (frame) {
      const origin = originOf(frame.ownerDocument);
      lookAtStyles(frame.ownerDocument);
      new Copying(this.#copy, origin).children(frame, made, lookOf(frame, origin), false);
      return;
    }
    if (tag !== 'iframe') this.children(element, made, look, pre || tag === 'pre');
    // Lines of code that are boxes need no ends of lines in the source.
    const next = pre && look.block ? nextOf(element) : null;
    if (next && isElement(next)) into.append('\n');
  }
}

/** Words, set apart from digits of the box before where a person sees two numbers. */
function afterDigits(into: Element, look: Look, text: string): string {
  const before = into.firstChild || look.block ? null : into.previousSibling;
  if (!before || !digitsMeet(before.textContent ?? '', text)) return text;
  const last = previousElementOf(look.element);
  return last ? betweenDigits(last, look.element) + text : text;
}

function copyAttributes(element: Element, tag: string, made: Element): void {
  for (const name of KEPT) {
    const value = attribute(element, name);
    if (value !== null) made.setAttribute(name, value);
  }
  if (tag === 'a' && isHtml(element, 'a') && element.href && !attribute(element, 'href')?.startsWith('#'))
    made.setAttribute('href', element.href);
  if (tag === 'img' && isHtml(element, 'img')) made.setAttribute('src', element.src);
}

/** Lets a copied control hold what the page's own does, as far as it may be told. */
function holdAlike(control: Element, made: Element): void {
  const value = controlValue(control)?.text;
  if (value) made.setAttribute('value', value);
  if (!isHtml(control, 'input')) return;
  made.setAttribute('type', control.type);
  if (/^(checkbox|radio)$/.test(control.type)) made.toggleAttribute('checked', control.checked);
  if (/^(button|submit|reset)$/.test(control.type)) made.setAttribute('value', control.value);
}

/** How the body of a document is drawn. */
function lookOf(body: Element, origin: PageOrigin): Look {
  return new Look(body, tagOf(body), origin, undefined);
}
