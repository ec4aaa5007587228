import { type Cover, coverOf, inSight } from './covered';
import { isShape } from './drawing';
import { isElement } from './element-kind';
import { isFrameTag, overlap } from './foreign-frame';
import { viewInFrame } from './frame-place';
import { isInteractive } from './interactive';
import { holdsMore, isAddressed, lineNode } from './line-node';
import { ListNumbers } from './list-numbers';
import { Look } from './look';
import { oneLine } from './one-line';
import { attribute, boxOf, documentOf, firstOf, hasAttribute, hasAttributes, kindOf, nextOf, tagOf } from './platform';
import type { Rect } from './reader-contract';
import type { RefCounter, RefTable } from './refs';
import { roleOf } from './role';
import { RunBuilder } from './run-builder';
import { shadowRootOf } from './shadow';
import { isPlainText, type SnapshotNode } from './snapshot-node';
import { type Around, aroundBelow, isLine, isPopover, TOP } from './snapshot-rules';
import { CELLS } from './structure';
import { lookAtStyles, wordsOfStyle } from './style-words';
import { isInView, rectOfText, viewOf } from './view-box';
import { isDrawnByLabel, originOf, type PageOrigin, UNSEEN } from './visibility';

export interface SnapshotOptions {
  /** Leave out what lies outside the viewport. */
  visibleOnly: boolean;
  refs: RefTable;
  counter: RefCounter;
  /** What of the root's viewport can be seen; all of it when not said. */
  view?: Rect;
  /** Left out with everything in it: it is read elsewhere. */
  without?: Element;
}

/**
 * Walks a subtree once and answers with what a person sees of it, in document order: shadow roots in place of their
 * hosts' children, slots filled, same-origin frames entered. Wrappers vanish; words and links of a line are one run.
 */
export function snapshotOf(root: Element, options: SnapshotOptions): SnapshotNode[] {
  const out = new RunBuilder();
  const walk = new Walk(options, documentOf(root));
  walk.element(root, out, TOP, undefined);
  out.end();
  return inSight(out.nodes, walk.covers);
}

class Walk {
  readonly #options: SnapshotOptions;
  #origin: PageOrigin;
  readonly covers: Cover[] = [];
  readonly #numbers = new ListNumbers();
  /** What can be seen of the viewport of the document that is being read. */
  #view: Rect | undefined;
  /** Some style sheet of what was read so far writes words. */
  #written = false;

  constructor(options: SnapshotOptions, root: Document) {
    this.#options = options;
    this.#view = options.view ?? viewOf(root);
    this.#origin = originOf(root);
    this.#lookAt(root);
  }

  #lookAt(root: Document | ShadowRoot): void {
    if (lookAtStyles(root)) this.#written = true;
  }

  element(element: Element, out: RunBuilder, around: Around, above: Look | undefined): void {
    const tag = tagOf(element);
    if (UNSEEN.has(tag) || element === this.#options.without || isShape(element, tag)) return;
    if (tag === 'br') {
      out.end();
      return;
    }
    const attributes = hasAttributes(element);
    if (attributes && (attribute(element, 'aria-hidden') === 'true' || hasAttribute(element, 'inert'))) return;
    const drawn = tag === 'input' && isDrawnByLabel(element);
    const look = new Look(element, this.#origin, above, attributes);
    if (!look.shown && !drawn) return;
    if (look.placed && look.visible) this.#addCover(element);
    const role = roleOf(element, tag, attributes);
    // A hand over a box that holds controls is mostly theirs.
    const hinted = role === 'generic' && !around.pointed && tag !== 'label' && look.pointer && !holdsMore(element);
    const interactive = hinted || isInteractive(element, role, attributes);
    const inside = aroundBelow(element, tag, around, interactive);
    const scrolled = look.scrolled;
    const frame = isFrameTag(tag);
    const line = interactive || isLine(element, role, inside.layout) || isPopover(element, attributes);
    if ((line || scrolled !== undefined) && !look.visible && !drawn) {
      this.#children(element, out, inside, look);
      return;
    }
    if (scrolled !== undefined || frame) {
      const rect = boxOf(element);
      // A frame that nobody can see counts visitors.
      if (frame && (rect.width <= 2 || rect.height <= 2)) return;
      if (scrolled !== undefined) {
        this.#scrollArea(element, line ? role : 'scroll area', scrolled, interactive, out, inside, look);
        return;
      }
    }
    if (!line) {
      if (CELLS.has(role)) out.space();
      else if (look.block) out.end();
      if (role === 'listitem') this.#item(element, out, inside, look);
      else this.#children(element, out, inside, look);
      if (CELLS.has(role)) out.space();
      else if (look.block) out.end();
      return;
    }
    this.#line(element, role === 'generic' && !interactive ? 'popover' : role, interactive, out, inside, look);
  }

  #addCover(element: Element): void {
    const cover = coverOf(element);
    if (cover) this.covers.push(cover);
  }

  /** A box that scrolls: of what it hides only `all` tells. */
  #scrollArea(
    element: Element,
    role: string,
    hidden: string,
    interactive: boolean,
    out: RunBuilder,
    inside: Around,
    look: Look,
  ): void {
    const view = this.#view;
    if (this.#options.visibleOnly && view) this.#view = overlap(view, boxOf(element));
    this.#line(element, role, interactive, out, inside, look, hidden);
    this.#view = view;
  }

  /** An element with a line, or a place in one, of its own. */
  #line(
    element: Element,
    role: string,
    interactive: boolean,
    out: RunBuilder,
    inside: Around,
    look: Look,
    hidden?: string,
  ): void {
    const { node, from } = lineNode(element, role, interactive);
    if (hidden !== undefined) node.states.push(`(${hidden})`);
    if (isAddressed(role, interactive)) node.ref = this.#options.refs.refFor(element, this.#options.counter);
    const below = new RunBuilder();
    if (from && documentOf(from) === documentOf(element)) this.#children(from, below, inside, look);
    else if (from) this.#frame(element, from, below);
    below.end();
    node.children = withoutName(below.nodes, node.name);
    // A cell without anything in it keeps the others in their columns.
    const worth =
      CELLS.has(role) ||
      node.ref !== undefined ||
      node.name !== '' ||
      node.children.length > 0 ||
      node.value !== undefined;
    if (!worth) return;
    if (this.#options.visibleOnly && node.children.length === 0 && !isInView(this.#view, boxOf(element))) return;
    const inLine =
      !look.block && node.children.length === 0 && (role === 'link' || role === 'generic' || role === 'img');
    if (inLine) out.inline(node);
    else out.block(node);
  }

  /** What is in a frame: it has a viewport and style sheets of its own. */
  #frame(frame: Element, body: Element, out: RunBuilder): void {
    const [origin, view] = [this.#origin, this.#view];
    const root = body.ownerDocument;
    this.#origin = originOf(root);
    this.#view = view && root.defaultView ? viewInFrame(frame, root.defaultView, view) : undefined;
    this.#lookAt(root);
    this.element(body, out, TOP, undefined);
    this.#origin = origin;
    this.#view = view;
  }

  /** An item of a list: with a line of its own only when there is more than one thing in it. */
  #item(element: Element, out: RunBuilder, inside: Around, look: Look): void {
    const below = new RunBuilder();
    this.#children(element, below, inside, look);
    below.end();
    const [only, ...others] = below.nodes;
    const number = this.#numbers.of(element, look);
    if (only && (others.length > 0 || number !== ''))
      out.block({
        role: 'listitem',
        name: '',
        states: [],
        children: below.nodes,
        element,
        ...(number ? { number } : {}),
      });
    else if (only) out.block(only);
  }

  #children(element: Element, out: RunBuilder, inside: Around, look: Look): void {
    if (this.#written) this.#styleWords(element, '::before', out, look);
    this.#content(element, out, inside, look);
    if (this.#written) this.#styleWords(element, '::after', out, look);
  }

  #styleWords(element: Element, pseudo: '::before' | '::after', out: RunBuilder, look: Look): void {
    const words = wordsOfStyle(element, pseudo, false);
    if (words !== '' && !look.faded) out.text(words, element);
  }

  #content(element: Element, out: RunBuilder, inside: Around, look: Look): void {
    const tag = tagOf(element);
    if (tag === 'slot') {
      const slotted = (element as HTMLSlotElement).assignedNodes({ flatten: true });
      for (const node of slotted) this.#child(node, element, out, inside, look);
      if (slotted.length > 0) return;
    }
    // The rest of a closed <details> is not drawn, though no style of its own says so.
    const closed = tag === 'details' && !hasAttribute(element, 'open');
    const shadow = shadowRootOf(element, tag);
    if (shadow) this.#lookAt(shadow);
    for (let child = firstOf(shadow ?? element); child; child = nextOf(child)) {
      if (!closed || (isElement(child) && tagOf(child) === 'summary')) this.#child(child, element, out, inside, look);
    }
  }

  #child(node: Node, owner: Element, out: RunBuilder, inside: Around, look: Look): void {
    if (isElement(node)) this.element(node, out, inside, look);
    else if (kindOf(node) === Node.TEXT_NODE && !inside.muted) this.#text(node, owner, out, look);
  }

  #text(node: Node, owner: Element, out: RunBuilder, look: Look): void {
    const text = node.nodeValue ?? '';
    if (text.trim() !== '') {
      if (!look.visible || !look.legible) return;
      if (this.#options.visibleOnly && !isInView(this.#view, rectOfText(node))) return;
    }
    out.text(text, owner);
  }
}

/** A name said again by the only words below it is left out. Links in those words are told nowhere else. */
function withoutName(children: SnapshotNode[], name: string): SnapshotNode[] {
  return name === '' ? children : children.filter((child) => !isPlainText(child) || oneLine(child.name) !== name);
}
