/**
 * Type tests that hold for nodes of any frame (each frame has constructors of its own, so instanceof is of no use),
 * and property reads that a page cannot shadow: a form whose input is named `children` answers with that input.
 */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

export function tagOf(element: Element): string {
  return localNameOf.call(element);
}

export function childNodesOf(node: Node): NodeListOf<ChildNode> {
  return childNodes.call(node);
}

/** First child; the next one is `nextOf` it. Walking so is twice as fast as over `childNodes`. */
export function firstOf(node: Node): ChildNode | null {
  return firstChild.call(node);
}

export function nextOf(node: Node): ChildNode | null {
  return nextSibling.call(node);
}

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function isHtml<K extends keyof HTMLElementTagNameMap>(
  element: Element,
  tag: K,
): element is HTMLElementTagNameMap[K] {
  return tagOf(element) === tag && element.namespaceURI === 'http://www.w3.org/1999/xhtml';
}

/** Text control, select or button: what `disabled` and `value` belong to. */
export function isControl(
  element: Element,
): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement {
  return CONTROLS.has(tagOf(element));
}

const CONTROLS = new Set(['input', 'select', 'textarea', 'button']);

/** True for an element that can be typed into although it is no form control. */
export function isEditingHost(element: Element): boolean {
  const editable = attribute(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

const localNameOf = getter(Element.prototype, 'localName') as (this: Element) => string;
const firstChild = getter(Node.prototype, 'firstChild') as (this: Node) => ChildNode | null;
const nextSibling = getter(Node.prototype, 'nextSibling') as (this: Node) => ChildNode | null;
const childNodes = getter(Node.prototype, 'childNodes') as (this: Node) => NodeListOf<ChildNode>;

function getter(prototype: object, name: string): (this: never) => unknown {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`${name} is not a getter in this browser`);
  return get as (this: never) => unknown;
}
