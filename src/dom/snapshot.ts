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
import { attribute, boxOf, documentOf, firstOf, hasAttribute, kindOf, nextOf, rootOf, TEXT, tagOf } from './platform';
import type { Rect } from './reader-contract';
import type { RefCounter, RefTable } from './refs';
import { roleOf } from './role';
import { RunBuilder } from './run-builder';
import { hostOf, shadowRootOf } from './shadow';
import { isPlainText, type SnapshotNode } from './snapshot-node';
import { type Around, aroundBelow, isLine, isPopover, TOP } from './snapshot-rules';
import { CELLS } from './structure';
import { lookAtStyles, styleWordsOf } from './style-words';
import { tellingIn } from './telling';
import { isInView, rectOfText, viewOf } from './view-box';
import { isDrawnByLabel, originOf, type PageOrigin, takesPlace, UNSEEN } from './visibility';

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
  const walk = new Walk(options, root);
  walk.element(root, out, TOP, undefined);
  out.end();
  return inSight(out.nodes, walk.covers);
}

/** An element with a line, where it stands. */
interface Place {
  element: Element;
  tag: string;
  interactive: boolean;
  out: RunBuilder;
  inside: Around;
  look: Look;
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
  readonly #telling = new Set<Element>();
  /** What has the focus: a focus in a shadow tree is its host's too. */
  readonly #focused = new Set<Element>();

  constructor(options: SnapshotOptions, root: Element) {
    this.#options = options;
    this.#view = options.view ?? viewOf(documentOf(root));
    this.#origin = originOf(documentOf(root));
    this.#lookAt(documentOf(root));
    // What is slotted into a shadow tree is in another one.
    for (let host = hostOf(root), at = root; host; at = host, host = hostOf(at)) {
      const shadow = rootOf(at);
      if (shadow instanceof ShadowRoot) this.#lookAt(shadow);
    }
  }

  #lookAt(root: Document | ShadowRoot): void {
    if (lookAtStyles(root)) this.#written = true;
    for (const element of tellingIn(root)) this.#telling.add(element);
    if (root.activeElement) this.#focused.add(root.activeElement);
  }

  element(element: Element, out: RunBuilder, around: Around, above: Look | undefined): void {
    const tag = tagOf(element);
    if (UNSEEN.has(tag) || element === this.#options.without || isShape(element, tag)) return;
    if (tag === 'br') {
      out.end();
      return;
    }
    const tells = this.#telling.has(element);
    if (tells && (attribute(element, 'aria-hidden') === 'true' || hasAttribute(element, 'inert'))) return;
    const drawn = tag === 'input' && isDrawnByLabel(element);
    const look = new Look(element, tag, this.#origin, above);
    if (!look.shown && !drawn) return;
    if (look.placed && look.visible) this.#addCover(element);
    const role = roleOf(element, tag, tells);
    // A hand over a box that holds controls is mostly theirs.
    const hinted = role === 'generic' && !around.pointed && tag !== 'label' && look.pointer && !holdsMore(element);
    const interactive = hinted || isInteractive(element, role, tells);
    const inside = aroundBelow(element, tag, around, interactive);
    const scrolled = look.scrolled;
    const frame = isFrameTag(tag);
    const line = interactive || isLine(element, role, inside.layout, this.#telling) || isPopover(element, tells);
    if ((line || scrolled !== undefined) && !look.visible && !drawn) {
      this.#children(element, tag, out, inside, look);
      return;
    }
    if (scrolled !== undefined || frame) {
      const rect = boxOf(element);
      // A frame that nobody can see counts visitors.
      if (frame && (rect.width <= 2 || rect.height <= 2)) return;
      if (scrolled !== undefined) {
        const place = { element, tag, interactive, out, inside, look };
        this.#scrollArea(place, line ? role : 'scroll area', scrolled);
        return;
      }
    }
    if (!line) {
      if (CELLS.has(role)) out.space();
      else if (look.block) out.end();
      if (role === 'listitem') this.#item(element, tag, out, inside, look);
      else this.#children(element, tag, out, inside, look);
      if (CELLS.has(role)) out.space();
      else if (look.block) out.end();
      return;
    }
    const place = { element, tag, interactive, out, inside, look };
    this.#line(place, role === 'generic' && !interactive ? 'popover' : role);
  }

  #addCover(element: Element): void {
    const cover = coverOf(element);
    if (cover) this.covers.push(cover);
  }

  /** A box that scrolls: of what it hides only `all` tells. */
  #scrollArea(place: Place, role: string, hidden: string): void {
    const view = this.#view;
    if (this.#options.visibleOnly && view) this.#view = overlap(view, boxOf(place.element));
    this.#line(place, role, hidden);
    this.#view = view;
  }

  /** An element with a line, or a place in one, of its own. */
  #line({ element, tag, interactive, out, inside, look }: Place, role: string, hidden?: string): void {
    const focused = this.#focused.has(element);
    const { node, from } = lineNode({ element, tag, role, interactive, focused, telling: this.#telling });
    if (hidden !== undefined) node.states.push(`(${hidden})`);
    // Neither does a person find it, nor does it say what it is.
    if (node.name === '' && from === undefined && EMPTY.has(node.role) && !takesPlace(element)) return;
    if (isAddressed(role, interactive)) node.ref = this.#options.refs.refFor(element, this.#options.counter);
    const below = new RunBuilder();
    if (from && documentOf(from) === documentOf(element)) this.#children(from, tag, below, inside, look);
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
  #item(element: Element, tag: string, out: RunBuilder, inside: Around, look: Look): void {
    const below = new RunBuilder();
    this.#children(element, tag, below, inside, look);
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

  #children(element: Element, tag: string, out: RunBuilder, inside: Around, look: Look): void {
    const words = this.#written ? styleWordsOf(element) : undefined;
    const seen = words && !look.faded ? words : undefined;
    if (seen?.before) out.text(seen.before, element);
    this.#content(element, tag, out, inside, look);
    if (seen?.after) out.text(seen.after, element);
  }

  #content(element: Element, tag: string, out: RunBuilder, inside: Around, look: Look): void {
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
    const kind = kindOf(node);
    if (isElement(node, kind)) this.element(node, out, inside, look);
    else if (kind === TEXT && !inside.muted) this.#text(node, owner, out, inside, look);
  }

  #text(node: Node, owner: Element, out: RunBuilder, inside: Around, look: Look): void {
    const text = node.nodeValue ?? '';
    if (text.trim() !== '') {
      if (!look.visible || !look.legible) return;
      if (this.#options.visibleOnly && !isInView(this.#view, rectOfText(node))) return;
    }
    out.text(text, owner, inside.pre);
  }
}

/** What is nothing without a name or a place. */
const EMPTY = new Set(['link', 'button', 'clickable']);

/** A name said again by the only words below it is left out. Links in those words are told nowhere else. */
function withoutName(children: SnapshotNode[], name: string): SnapshotNode[] {
  return name === '' ? children : children.filter((child) => !isPlainText(child) || oneLine(child.name) !== name);
}
