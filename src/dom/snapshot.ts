import { childNodesOf, isControl, isElement, isHtml, tagOf } from './element-kind';
import { INLINE, isNamedByContent, nameOf, oneLine } from './name';
import type { Rect, Ref } from './reader-contract';
import type { RefCounter, RefTable } from './refs';
import { isInteractive, roleOf, TRANSPARENT } from './role';
import { controlValue, statesOf } from './state';
import { inViewport, isDrawnByLabel, isOffPage, isSelfVisible, isSubtreeHidden } from './visibility';

/** One thing worth a line. Text runs are nodes of role `text` with the text as their name. */
export interface SnapshotNode {
  role: string;
  name: string;
  ref?: Ref;
  states: string[];
  value?: string;
  url?: string;
  /** Set on a frame that this reader cannot enter. */
  frame?: { src: string; rect: Rect };
  children: SnapshotNode[];
  element?: Element;
  /** On a run of text: what follows stands on another line. */
  ended?: boolean;
}

export interface SnapshotOptions {
  /** Leave out what lies outside the viewport. */
  visibleOnly: boolean;
  refs: RefTable;
  counter: RefCounter;
}

/** Roles that get a ref although nothing is done to them: they are where a smaller read can start. */
const ADDRESSABLE = new Set([
  'dialog',
  'alertdialog',
  'main',
  'navigation',
  'form',
  'table',
  'grid',
  'list',
  'article',
  'region',
  'iframe',
  'menu',
  'tree',
  'complementary',
]);

/**
 * Walks a subtree once and answers with what a person sees of it, in document order: shadow roots in place of their
 * hosts' children, slots filled, same-origin frames entered. Generic wrappers vanish, text runs are joined.
 */
export function snapshotOf(root: Element, options: SnapshotOptions): SnapshotNode[] {
  const out: SnapshotNode[] = [];
  new Walk(options).element(root, out, false);
  return out;
}

class Walk {
  readonly #options: SnapshotOptions;

  constructor(options: SnapshotOptions) {
    this.#options = options;
  }

  element(element: Element, out: SnapshotNode[], pointed: boolean): void {
    const drawn = isDrawnByLabel(element);
    if (!drawn && isSubtreeHidden(element)) return;
    if (drawn && (!element.checkVisibility() || element.closest('[aria-hidden="true"], [inert]'))) return;
    const role = roleOf(element);
    const pointer = getComputedStyle(element).cursor === 'pointer';
    const interactive = isInteractive(element, role) || (pointer && !pointed && role === 'generic');
    const plain =
      !interactive && (TRANSPARENT.has(role) || (role === 'listitem' && !element.hasAttribute('aria-label')));
    if (plain) {
      const block = !INLINE.has(tagOf(element));
      if (block) breakRun(out);
      this.children(element, out, pointed || pointer);
      if (block) breakRun(out);
      return;
    }
    if ((!isSelfVisible(element) && !drawn) || (interactive && !drawn && isOffPage(element))) {
      this.children(element, out, pointed);
      return;
    }
    const node = this.#node(element, role, interactive);
    const inside = this.#descends(element, role, interactive, node);
    if (inside) this.children(inside, node.children, pointed || pointer || interactive);
    if (!this.#options.visibleOnly || node.children.length > 0 || this.#isInView(element)) this.#add(node, out);
  }

  /** A node that says nothing and holds nothing is not worth a line. */
  #add(node: SnapshotNode, out: SnapshotNode[]): void {
    dropRepeatedText(node);
    if (node.ref === undefined && node.name === '' && node.children.length === 0 && node.value === undefined) return;
    out.push(node);
  }

  #node(element: Element, role: string, interactive: boolean): SnapshotNode {
    const named = interactive && role === 'generic' ? nameOf(element, 'button') : nameOf(element, role);
    const node: SnapshotNode = {
      role: interactive && role === 'generic' ? 'clickable' : role,
      name: named,
      states: statesOf(element, role),
      children: [],
      element,
    };
    if (interactive || ADDRESSABLE.has(role)) node.ref = this.#options.refs.refFor(element, this.#options.counter);
    const value = controlValue(element);
    if (value) node.value = value;
    if (role === 'link' && isHtml(element, 'a')) node.url = shortUrl(element.href, element.ownerDocument.location.href);
    return node;
  }

  /** Where to go on below an element that has a line: nowhere when its content is already its name. */
  #descends(element: Element, role: string, interactive: boolean, node: SnapshotNode): Element | undefined {
    if (tagOf(element) === 'iframe') return this.#frameBody(element, node);
    if (isControl(element) && tagOf(element) !== 'button') return undefined;
    if (role === 'img' || role === 'canvas' || role === 'video' || role === 'audio') return undefined;
    if ((isNamedByContent(role) || (interactive && role === 'generic')) && !holdsMore(element)) return undefined;
    return element;
  }

  #frameBody(element: Element, node: SnapshotNode): Element | undefined {
    const frame = element as HTMLIFrameElement;
    const body = frame.contentDocument?.body;
    if (body) return body;
    const { x, y, width, height } = frame.getBoundingClientRect();
    node.frame = { src: frame.src, rect: { x, y, width, height } };
    return undefined;
  }

  children(element: Element, out: SnapshotNode[], pointed: boolean): void {
    const from = shadowRootOf(element) ?? element;
    const slotted = tagOf(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
    for (const child of slotted.length > 0 ? slotted : childNodesOf(from)) {
      if (child.nodeType === Node.TEXT_NODE) this.#text(child, out);
      else if (isElement(child)) this.element(child, out, pointed);
    }
  }

  #text(node: Node, out: SnapshotNode[]): void {
    const text = node.nodeValue ?? '';
    const last = out.at(-1);
    if (text.trim() === '') {
      if (last?.role === 'text' && !last.ended) last.name += ' ';
      return;
    }
    const parent = node.parentElement;
    if (parent && !isSelfVisible(parent)) return;
    if (this.#options.visibleOnly && !isTextInView(node)) return;
    if (last?.role === 'text' && !last.ended) last.name += text;
    else out.push({ role: 'text', name: text, states: [], children: [] });
  }

  #isInView(element: Element): boolean {
    const view = element.ownerDocument.defaultView;
    return view !== null && inViewport(element.getBoundingClientRect(), view);
  }
}

/** Ends a run of text: what follows stands on another line of the page. */
function breakRun(out: SnapshotNode[]): void {
  const last = out.at(-1);
  if (last?.role === 'text') last.ended = true;
}

/** Open shadow roots are public; closed ones are opened by the reader's entry point where the browser allows it. */
let openShadow: (element: Element) => ShadowRoot | null = (element) => element.shadowRoot;

/** Gives the walk a way into closed shadow roots (`chrome.dom.openOrClosedShadowRoot`). */
export function setShadowOpener(opener: (element: Element) => ShadowRoot | null): void {
  openShadow = opener;
}

export function shadowRootOf(element: Element): ShadowRoot | null {
  return element.shadowRoot ?? openShadow(element);
}

/** Nested controls are lost if a link's or button's content is taken for its name only. */
function holdsMore(element: Element): boolean {
  return (
    element.querySelector(
      'a[href], button, input, select, textarea, [role=button], [role=link], [role=checkbox], iframe',
    ) !== null
  );
}

/** A parent's name said again by its only text below is left out. */
function dropRepeatedText(node: SnapshotNode): void {
  if (node.name === '') return;
  node.children = node.children.filter((child) => !(child.role === 'text' && oneLine(child.name) === node.name));
}

function isTextInView(node: Node): boolean {
  const view = node.ownerDocument?.defaultView;
  if (!view) return false;
  const range = node.ownerDocument.createRange();
  range.selectNodeContents(node);
  return inViewport(range.getBoundingClientRect(), view);
}

const URL_LENGTH = 80;

/** A link's target as far as it tells something: relative to its own site, without a fragment's noise, cut when long. */
function shortUrl(href: string, base: string): string {
  if (!URL.canParse(href)) return '';
  const url = new URL(href);
  if (url.protocol === 'javascript:') return '';
  const same = url.origin === new URL(base).origin;
  const text = same ? `${url.pathname}${url.search}${url.hash}` : url.href;
  return text.length > URL_LENGTH ? `${text.slice(0, URL_LENGTH)}…` : text;
}
