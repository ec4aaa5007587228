import { type Cover, coverOf } from './covered';
import { isClosed } from './details';
import { isShape } from './drawing';
import { drawnBy } from './drawn-control';
import { isElement } from './element-kind';
import { overlap } from './foreign-frame';
import { viewInFrame } from './frame-place';
import { isFrameTag } from './frame-tag';
import { betweenDigits, digitsMeet, MARKED, marksOf } from './inline-marks';
import { isAddressed, isNothing, isWorthALine, lineNode, withoutName } from './line-node';
import { ListNumbers } from './list-numbers';
import { Look } from './look';
import { mathText } from './math-text';
import { type Operation, operationOf } from './operation';
import { boxOf, documentOf, elementsOf, firstElementOf, firstOf, kindOf, nextOf, TEXT, tagOf } from './platform';
import type { Rect } from './rect';
import { roleOf } from './role';
import { RunBuilder } from './run-builder';
import { isSaidHidden } from './said-hidden';
import { shadowRootOf } from './shadow';
import type { SnapshotOptions } from './snapshot';
import { type Around, aroundBelow, isLine, isPopover, topOf } from './snapshot-rules';
import { CELLS } from './structure';
import { styleWordsOf } from './style-words';
import { Survey } from './survey';
import { DEEPEST, goesOn } from './too-deep';
import { isInView, rectOfText, shownBoxOf, viewOf } from './view-box';
import { originOf, type PageOrigin, UNSEEN } from './visibility';

/** An element with a line, where it stands. */
interface Place {
  element: Element;
  tag: string;
  operation: Operation | undefined;
  /** What draws it, where it is not drawn itself. */
  drawn: Element | undefined;
  out: RunBuilder;
  inside: Around;
  look: Look;
}

/**
 * Goes through a subtree once, in document order: shadow roots in place of their hosts' children, slots filled,
 * same-origin frames entered. Wrappers vanish.
 */
export class Walk {
  readonly #options: SnapshotOptions;
  #origin: PageOrigin;
  readonly covers: Cover[] = [];
  readonly #numbers = new ListNumbers();
  /** What can be seen of the viewport of the document that is being read. */
  #view: Rect | undefined;
  readonly #survey: Survey;
  #depth = 0;

  constructor(options: SnapshotOptions, root: Element) {
    this.#options = options;
    this.#view = options.view ?? viewOf(documentOf(root));
    this.#origin = originOf(documentOf(root));
    this.#survey = new Survey(root);
  }

  element(element: Element, out: RunBuilder, around: Around, above: Look | undefined): void {
    const tag = tagOf(element);
    if (UNSEEN.has(tag) || element === this.#options.without || isShape(element, tag)) return;
    if (tag === 'br') {
      out.end();
      return;
    }
    const tells = this.#survey.telling.has(element);
    if (tells && isSaidHidden(element, this.#origin)) return;
    const look = new Look(element, tag, this.#origin, above);
    const hidden = DRAWN.has(tag) && (look.unseen !== undefined || !look.visible);
    const drawn = hidden ? drawnBy(element) : undefined;
    if (look.unseen !== undefined && !drawn) {
      if (look.unseen === 'clipped') this.#fixedIn(element, out, around, look);
      return;
    }
    if (look.placed && look.visible) this.#addCover(element);
    const role = roleOf(element, tag, tells);
    const operation = operationOf(element, tag, role, tells, around.pointed, look);
    const inside = aroundBelow(element, tag, around, operation);
    const scrolled = look.scrolled;
    const named = operation !== undefined || isLine(element, role, inside.layout, this.#survey.telling);
    const line = named || (tells && isPopover(element));
    if ((line || scrolled !== undefined) && !look.visible && !drawn) {
      this.#children(element, tag, out, inside, look);
      return;
    }
    if (isFrameTag(tag) && isCounter(element)) return;
    if (!line && scrolled === undefined) {
      this.#wrapper(element, tag, role, out, inside, look);
      return;
    }
    const place = { element, tag, operation, drawn, out, inside, look };
    const said = !line ? 'scroll area' : role === 'generic' && operation === undefined ? 'popover' : role;
    if (scrolled === undefined) this.#line(place, said);
    else this.#scrollArea(place, said, scrolled);
  }

  /** An element without a line of its own: it may end that of others, or set them apart. */
  #wrapper(element: Element, tag: string, role: string, out: RunBuilder, inside: Around, look: Look): void {
    setApart(role, look, out);
    if (role === 'listitem') this.#item(element, tag, out, inside, look);
    else if (MARKED.has(tag)) this.#marked(element, tag, out, inside, look);
    else this.#children(element, tag, out, inside, look);
    setApart(role, look, out);
  }

  #marked(element: Element, tag: string, out: RunBuilder, inside: Around, look: Look): void {
    const seen = look.visible && !inside.muted && this.#isInSight(element);
    const marks = seen ? marksOf(element, tag, out.lastWords) : undefined;
    if (marks?.before) out.text(marks.before, element);
    this.#children(element, tag, out, inside, look);
    if (marks?.after) out.text(marks.after, element);
  }

  /** False for what lies outside of what can be seen of the viewport, where only that is read. */
  #isInSight(element: Element): boolean {
    return !this.#options.visibleOnly || isInView(this.#view, shownBoxOf(element));
  }

  /** What is fixed in the window is not cut off by a box around it. */
  #fixedIn(element: Element, out: RunBuilder, around: Around, look: Look): void {
    for (const child of elementsOf(element))
      if (getComputedStyle(child).position === 'fixed') this.element(child, out, around, look);
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
  #line({ element, tag, operation, drawn, out, inside, look }: Place, role: string, hidden?: string): void {
    const { telling, focused } = this.#survey;
    const formula = tag === 'math' ? mathText(element) : undefined;
    if (formula !== undefined) {
      setApart(role, look, out);
      if (this.#isInSight(element)) out.text(formula, element);
      setApart(role, look, out);
      return;
    }
    const { node, from } = lineNode({ element, tag, role, operation, telling, focused: focused.has(element) });
    if (hidden !== undefined) node.states.push(`(${hidden})`);
    if (from === undefined && isNothing(node)) return;
    // What scrolls is addressed to be scrolled.
    if (hidden !== undefined || isAddressed(role, operation !== undefined))
      node.ref = this.#options.refs.refFor(element, this.#options.counter);
    const below = new RunBuilder();
    if (from && documentOf(from) === documentOf(element)) this.#children(from, tag, below, inside, look);
    else if (from) this.#frame(element, from, below);
    below.end();
    node.children = withoutName(below.nodes, node.name);
    if (!isWorthALine(node)) return;
    if (node.children.length === 0 && !this.#isInSight(drawn ?? element)) return;
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
    this.#survey.lookAt(root);
    this.element(body, out, topOf(root), undefined);
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
    const words = styleWordsOf(element);
    const seen = words && !look.faded && !inside.muted && this.#isInSight(element) ? words : undefined;
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
    const closed = tag === 'details' && isClosed(element);
    const shadow = shadowRootOf(element, tag);
    if (shadow) this.#survey.lookAt(shadow);
    if (this.#depth >= DEEPEST && firstElementOf(element)) {
      out.block(goesOn(element, this.#options));
      return;
    }
    this.#depth += 1;
    for (let child = firstOf(shadow ?? element); child; child = nextOf(child)) {
      if (!closed || (isElement(child) && tagOf(child) === 'summary')) this.#child(child, element, out, inside, look);
    }
    this.#depth -= 1;
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
      const last = digitsMeet(out.lastWords, text) ? out.last : undefined;
      if (last && last !== owner) out.text(betweenDigits(last, owner), owner);
    }
    out.text(text, owner, inside.pre);
  }
}

/** Native controls that something else may draw. */
const DRAWN = new Set(['input', 'select']);

/** A frame that nobody can see counts visitors. */
function isCounter(frame: Element): boolean {
  const { width, height } = boxOf(frame);
  return width <= 2 || height <= 2;
}

function setApart(role: string, look: Look, out: RunBuilder): void {
  if (CELLS.has(role)) out.space();
  else if (look.block) out.end();
}
