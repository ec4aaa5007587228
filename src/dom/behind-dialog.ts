import { arrivesAt, deepestAt, isWithin } from './hit-test';
import { type FrontDialog, frontDialog, isInDialog, modalsAmong, modalsIn } from './modal';
import { allWordsOf, boxesOf, boxOf, documentOf } from './platform';
import { parentOf } from './shadow';
import { isRun, type SnapshotNode } from './snapshot-node';
import { hasArea } from './view-box';

/** Reads what is in an element, without another one. */
type Take = (element: Element, without?: Element) => SnapshotNode[];

/**
 * A page, and a dialog in front of it first: then what a press reaches beside that (lists and notes that were put on top
 * too), and below a line what it keeps a person from. A dialog that says `aria-modal` but lets the page be used, as bars
 * about cookies do, only comes first.
 */
export function withDialogFirst(page: Element, take: Take): SnapshotNode[] {
  const root = documentOf(page);
  const front = frontDialog(modalsIn(root));
  if (front) return parted(front, take(front.element), take(page, front.element));
  const nodes = take(page);
  const inner = frontDialog(modalsAmong(nodes, root));
  if (!inner) return nodes;
  const { own, rest } = withoutDialog(nodes, inner.element);
  return parted(inner, own, rest);
}

function withoutDialog(nodes: readonly SnapshotNode[], dialog: Element): { own: SnapshotNode[]; rest: SnapshotNode[] } {
  const own: SnapshotNode[] = [];
  const rest: SnapshotNode[] = [];
  for (const node of nodes) {
    const inner = withoutDialog(node.children, dialog);
    own.push(...(node.element === dialog ? [node] : inner.own));
    if (node.element !== dialog) rest.push(inner.own.length > 0 ? { ...node, children: inner.rest } : node);
  }
  return { own, rest };
}

function parted(dialog: FrontDialog, own: readonly SnapshotNode[], page: readonly SnapshotNode[]): SnapshotNode[] {
  if (dialog.native) return [...own, ...behind(dialog, page)];
  const reach = new Reach(dialog, page);
  if (!reach.isLocked) return [...own, ...page];
  const { reached, rest } = reach.split(page);
  return [...own, ...reached, ...behind(dialog, rest)];
}

function behind({ element }: FrontDialog, nodes: readonly SnapshotNode[]): SnapshotNode[] {
  if (nodes.length === 0) return [];
  const note = '(behind the dialog, out of reach until it closes:)';
  return [{ role: 'text', name: note, states: [], children: [], pieces: [note], element }, ...nodes];
}

/** What a press on the middle of something in sight does, each a bit; 0 where something else happens to lie there. */
const ARRIVES = 1;
const KEPT_OFF = 2;

/** The share of the window, across and down, that a box must take to keep a person from all that is behind it. */
const WHOLE = 0.9;
/** More than this is in sight on few pages, and each costs a hit test. */
const MOST_PRESSED = 1000;

/** Which parts of a page can be used beside a dialog, found by hit tests of all that is in sight. */
class Reach {
  /** The dialog keeps a person from the page. */
  readonly isLocked: boolean;
  readonly #dialog: FrontDialog;
  readonly #root: Document;
  readonly #width: number;
  readonly #height: number;
  /** The page takes no pointer, but for what says that it does. */
  readonly #shut: boolean;
  /** What presses on a node and on what is in it do. */
  readonly #presses = new Map<SnapshotNode, number>();
  #left = MOST_PRESSED;

  constructor(dialog: FrontDialog, page: readonly SnapshotNode[]) {
    this.#dialog = dialog;
    this.#root = documentOf(dialog.element);
    this.#width = this.#root.defaultView?.innerWidth ?? 0;
    this.#height = this.#root.defaultView?.innerHeight ?? 0;
    this.#shut = getComputedStyle(this.#root.body ?? dialog.element).pointerEvents === 'none';
    const presses = this.#pressAll(page);
    this.isLocked = (presses & KEPT_OFF) !== 0 || (presses === 0 && this.#isShutAround());
  }

  /** Parts that a press reaches, with all that is in them, and what is left. */
  split(nodes: readonly SnapshotNode[]): { reached: SnapshotNode[]; rest: SnapshotNode[] } {
    const reached: SnapshotNode[] = [];
    const rest: SnapshotNode[] = [];
    for (const node of nodes) {
      const presses = this.#presses.get(node) ?? 0;
      if ((presses & ARRIVES) === 0) rest.push(node);
      else if ((presses & KEPT_OFF) === 0) reached.push(node);
      else {
        const inner = this.split(node.children);
        reached.push(...inner.reached);
        rest.push({ ...node, children: inner.rest });
      }
    }
    return { reached, rest };
  }

  #pressAll(nodes: readonly SnapshotNode[]): number {
    let all = 0;
    for (const node of nodes) {
      // Links of a run stay in their words.
      const leaf = node.children.length === 0 || isRun(node);
      const presses = leaf ? this.#press(node) : this.#pressAll(node.children);
      this.#presses.set(node, presses);
      all |= presses;
    }
    return all;
  }

  /** Nothing for what is out of sight, or in a frame: that stands and falls with its frame. */
  #press(node: SnapshotNode): number {
    const { element } = node;
    if (this.#left === 0 || documentOf(element) !== this.#root) return 0;
    const box = [...boxesOf(element)].find(hasArea);
    if (!box) return 0;
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, this.#width)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, this.#height)];
    if (left >= right || top >= bottom) return 0;
    this.#left -= 1;
    const hit = deepestAt(element, (left + right) / 2, (top + bottom) / 2);
    const kept = hit !== null && this.#keepsOff(hit);
    // Loose words are known by the box that they are in: a dialog and its shade may be in that too.
    if (isRun(node) && hit !== element && kept) return KEPT_OFF;
    if (hit && !isInDialog(hit, this.#dialog) && arrivesAt(hit, element)) return ARRIVES;
    return kept || (this.#shut && getComputedStyle(element).pointerEvents === 'none') ? KEPT_OFF : 0;
  }

  /** True for what lies over the whole window and is no part of the page: the dialog, a box that it is in, a shade. */
  #keepsOff(hit: Element): boolean {
    const { element } = this.#dialog;
    if (isInDialog(hit, this.#dialog)) {
      for (let at: Element | null = hit; at; at = at === element ? null : parentOf(at))
        if (this.#isWhole(at)) return true;
      return false;
    }
    if (hit === this.#root.body || hit === this.#root.documentElement || !this.#isWhole(hit)) return false;
    return isWithin(element, hit) || allWordsOf(hit).trim() === '';
  }

  #isWhole(element: Element): boolean {
    const { width, height } = boxOf(element);
    return width >= this.#width * WHOLE && height >= this.#height * WHOLE;
  }

  /** For a page of which nothing in sight can be pressed: what is at its edges. */
  #isShutAround(): boolean {
    const edges = [
      [0.02, 0.02],
      [0.98, 0.02],
      [0.02, 0.98],
      [0.98, 0.98],
    ] as const;
    return edges.some(([across, down]) => {
      const hit = deepestAt(this.#root.documentElement, this.#width * across, this.#height * down);
      return this.#shut || (hit !== null && this.#keepsOff(hit));
    });
  }
}
