import { isElement, isHtml } from './element-kind';
import { Look } from './look';
import { attribute, firstOf, hasAttribute, kindOf, nextOf, tagOf } from './platform';
import { shadowRootOf } from './shadow';
import { lookAtStyles } from './style-words';
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
 * addresses whole. Text extraction works on it, and may change it, without the page or hidden words taking part.
 */
export function visibleCopy(root: Document): Document {
  const copy = document.implementation.createHTMLDocument(root.title);
  lookAtStyles(root);
  if (root.body) new Copying(copy, originOf(root)).children(root.body, copy.body, lookOf(root.body, originOf(root)));
  return copy;
}

/** What is in them does not ask for itself. */
const WHOLE = new Set(['img', 'iframe', 'frame']);

class Copying {
  readonly #copy: Document;
  readonly #origin: PageOrigin;

  constructor(copy: Document, origin: PageOrigin) {
    this.#copy = copy;
    this.#origin = origin;
  }

  children(element: Element, into: Element, look: Look): void {
    const slotted = isHtml(element, 'slot') ? element.assignedNodes({ flatten: true }) : [];
    if (slotted.length > 0) {
      for (const node of slotted) this.#node(node, into, look);
      return;
    }
    const closed = tagOf(element) === 'details' && !hasAttribute(element, 'open');
    const shadow = shadowRootOf(element);
    if (shadow) lookAtStyles(shadow);
    for (let child = firstOf(shadow ?? element); child; child = nextOf(child)) {
      if (!closed || (isElement(child) && tagOf(child) === 'summary')) this.#node(child, into, look);
    }
  }

  #node(node: Node, into: Element, look: Look): void {
    if (isElement(node)) this.#element(node, into, look);
    else if (kindOf(node) === Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      if (text.trim() === '') into.append(' ');
      else if (look.visible && look.legible) into.append(text);
    }
  }

  #element(element: Element, into: Element, above: Look): void {
    const tag = tagOf(element);
    if (UNSEEN.has(tag) || tag === 'svg' || tag === 'canvas') return;
    if (attribute(element, 'aria-hidden') === 'true' || hasAttribute(element, 'inert')) return;
    const look = new Look(element, tag, this.#origin, above);
    if (!look.shown || (WHOLE.has(tag) && !look.visible)) return;
    // Custom elements, slots and the like are boxes to a person.
    const known = tag.includes('-') || tag === 'slot' || tag === 'iframe' ? (look.block ? 'div' : 'span') : tag;
    const made = this.#copy.createElement(known);
    for (const name of KEPT) {
      const value = attribute(element, name);
      if (value !== null) made.setAttribute(name, value);
    }
    if (isHtml(element, 'a') && element.href) made.setAttribute('href', element.href);
    if (isHtml(element, 'img')) made.setAttribute('src', element.src);
    into.append(made);
    const frame = 'contentDocument' in element ? (element.contentDocument as Document | null)?.body : undefined;
    if (frame) {
      const origin = originOf(frame.ownerDocument);
      lookAtStyles(frame.ownerDocument);
      new Copying(this.#copy, origin).children(frame, made, lookOf(frame, origin));
    } else if (tag !== 'textarea' && tag !== 'select' && tag !== 'iframe') this.children(element, made, look);
  }
}

/** How the body of a document is drawn. */
function lookOf(body: Element, origin: PageOrigin): Look {
  return new Look(body, tagOf(body), origin, undefined);
}
