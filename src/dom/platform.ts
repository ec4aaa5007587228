/**
 * What the platform itself says of nodes, past anything that a page puts in the way. A form answers with its control of
 * that name in place of its own property, in isolated worlds too (HTML, LegacyOverrideBuiltIns; Chromium 156): with
 * `<input name="nodeType">` in it, it is no element to who asks it directly. Documents have no such names there.
 *
 * Each is a bound call, without a function of ours around it: they are called a dozen times for each element of a page.
 */

/** `Node.ELEMENT_NODE` and `Node.TEXT_NODE`, without the way to the global object for each node. */
export const ELEMENT = 1;
export const TEXT = 3;

export const kindOf = getter<Node, number>(Node.prototype, 'nodeType');
/** First child; the next one is `nextOf` it. Walking so is twice as fast as over `childNodesOf`. */
export const firstOf = getter<Node, ChildNode | null>(Node.prototype, 'firstChild');
export const nextOf = getter<Node, ChildNode | null>(Node.prototype, 'nextSibling');
export const childNodesOf = getter<Node, NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
export const parentElementOf = getter<Node, Element | null>(Node.prototype, 'parentElement');
export const documentOf = getter<Element, Document>(Node.prototype, 'ownerDocument');
/** All words in an element, seen or not. */
export const allWordsOf = getter<Element, string>(Node.prototype, 'textContent');
export const isConnected = getter<Node, boolean>(Node.prototype, 'isConnected');
/** The document or shadow root; the outermost node of what is in neither. */
export const rootOf = method<Node, [], Node>(Node.prototype.getRootNode);
export const contains = method<Node, [Node | null], boolean>(Node.prototype.contains);
export const dispatch = method<EventTarget, [Event], boolean>(EventTarget.prototype.dispatchEvent);
/** Bits as `Node.compareDocumentPosition` gives them. */
export const positionOf = method<Node, [Node], number>(Node.prototype.compareDocumentPosition);

/** Local name: `div`. */
export const tagOf = getter<Element, string>(Element.prototype, 'localName');
export const namespaceOf = getter<Element, string | null>(Element.prototype, 'namespaceURI');
export const openShadowOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const firstElementOf = getter<Element, Element | null>(Element.prototype, 'firstElementChild');
export const previousElementOf = getter<Element, Element | null>(Element.prototype, 'previousElementSibling');
export const elementsOf = getter<Element, HTMLCollection>(Element.prototype, 'children');

export const attribute = method<Element, [name: string], string | null>(Element.prototype.getAttribute);
export const hasAttribute = method<Element, [name: string], boolean>(Element.prototype.hasAttribute);
export const hasAttributes = method<Element, [], boolean>(Element.prototype.hasAttributes);
export const attributeNames = method<Element, [], string[]>(Element.prototype.getAttributeNames);

export const matches = method<Element, [selector: string], boolean>(Element.prototype.matches);
export const closest = method<Element, [selector: string], Element | null>(Element.prototype.closest);
export const firstIn = method<Element, [selector: string], Element | null>(Element.prototype.querySelector);
export const allIn = method<Element, [selector: string], NodeListOf<Element>>(Element.prototype.querySelectorAll);

/** Box in the viewport, CSS pixels. */
export const boxOf = method<Element, [], DOMRect>(Element.prototype.getBoundingClientRect);
/** Boxes in the viewport, CSS pixels: one for each line of an inline element. */
export const boxesOf = method<Element, [], DOMRectList>(Element.prototype.getClientRects);
export const checkVisibility = method<Element, [CheckVisibilityOptions?], boolean>(Element.prototype.checkVisibility);
export const scrollIntoView = method<Element, [ScrollIntoViewOptions], void>(Element.prototype.scrollIntoView);

export const scrollTopOf = getter<Element, number>(Element.prototype, 'scrollTop');
export const scrollLeftOf = getter<Element, number>(Element.prototype, 'scrollLeft');
export const scrollHeightOf = getter<Element, number>(Element.prototype, 'scrollHeight');
export const scrollWidthOf = getter<Element, number>(Element.prototype, 'scrollWidth');
export const clientHeightOf = getter<Element, number>(Element.prototype, 'clientHeight');
export const clientWidthOf = getter<Element, number>(Element.prototype, 'clientWidth');
export const scrollOn = method<Element, [ScrollToOptions], void>(Element.prototype.scrollBy);

function getter<Self, Value>(prototype: object, name: string): (self: Self) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`${name} is not a getter in this browser`);
  return method<Self, [], Value>(get);
}

function method<Self, Given extends unknown[], Value>(
  of: (this: Self, ...given: Given) => Value,
): (self: Self, ...given: Given) => Value {
  return Function.prototype.call.bind(of);
}
