import { isElement } from './element-kind';
import { openShadowOf, parentElementOf, rootOf, tagOf } from './platform';

/** Open shadow roots are public; closed ones are opened by the reader's entry point where the browser allows it. */
let open: (element: Element) => ShadowRoot | null = openShadowOf;

/** Gives the reader a way into closed shadow roots (`chrome.dom.openOrClosedShadowRoot`). */
export function setShadowOpener(opener: (element: Element) => ShadowRoot | null): void {
  open = opener;
}

/** Elements that the platform lets have a shadow root (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** The shadow root of an element, open or closed; null for none. */
export function shadowRootOf(element: Element, tag = tagOf(element)): ShadowRoot | null {
  if (!HOSTS.has(tag) && !tag.includes('-')) return null;
  return open(element);
}

/** The element that has the shadow tree which an element is in; null for one in the document. */
export function hostOf(element: Element): Element | null {
  const root = rootOf(element);
  return 'host' in root && isNode(root.host) && isElement(root.host) ? root.host : null;
}

/** The element around an element, out of a shadow tree the one that has it; null for the outermost. */
export function parentOf(element: Element): Element | null {
  return parentElementOf(element) ?? hostOf(element);
}

/** What has the focus, in shadow trees the innermost; null for nothing. */
export function focusIn(root: Document | ShadowRoot): Element | null {
  const active = root.activeElement;
  const shadow = active && shadowRootOf(active);
  return shadow?.activeElement ? focusIn(shadow) : active;
}

/** A detached link is its own root, and its `host` is a string. */
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value;
}
