import { boxOf, documentOf } from './platform';
import { placeOf } from './run-place';
import type { SnapshotNode } from './snapshot-node';

/** A part of the page that is not printed, and the elements that a read of its ref shows. */
export interface Fold {
  lines: number;
  elements: Element[];
  /** First words of it, so that a reader knows whether to open it. */
  from: string;
}

/** What is printed of a list of siblings: nodes, and folds in place of the others. */
export type Kept = { kind: 'node'; node: SnapshotNode; children: Kept[] } | { kind: 'fold'; fold: Fold };

/** A fold's own line, about. */
const FOLD_LENGTH = 110;
/** A part smaller than this is not worth opening half. */
const SMALLEST_PART = 400;
/** A fold is no larger than what one read can show, so that opening it does not fold again at once. */
const LARGEST_FOLD = 30_000;

const MOST_FOLDS = 100;

export interface FoldOptions {
  /** Characters at most. */
  budget: number;
  /** Characters of a node with everything in it, as printed. */
  sizeOf(node: SnapshotNode): number;
  linesOf(node: SnapshotNode): number;
}

/**
 * Chooses what to print when not everything fits: what is in or near the viewport, and a dialog in front of it, first.
 * The rest is folded in place, never cut off, in parts that one read can show.
 */
export function foldToFit(nodes: readonly SnapshotNode[], options: FoldOptions): Kept[] {
  return new Folding(options).fit(nodes, options.budget).kept;
}

class Folding {
  readonly #options: FoldOptions;

  constructor(options: FoldOptions) {
    this.#options = options;
  }

  fit(nodes: readonly SnapshotNode[], budget: number): { kept: Kept[]; used: number } {
    const { sizeOf } = this.#options;
    const chosen = new Map<SnapshotNode, Kept>();
    const total = nodes.reduce((sum, node) => sum + sizeOf(node), 0);
    // A very large page has fewer and larger folds, or their own lines would fill the read.
    this.#largest = Math.max(this.#largest, total / MOST_FOLDS);
    let left = budget - FOLD_LENGTH * (1 + Math.floor(total / this.#largest));
    for (const node of nearestFirst(nodes)) {
      const size = sizeOf(node);
      if (size <= left) {
        chosen.set(node, whole(node));
        left -= size;
      } else if (isDivisible(node) && left > SMALLEST_PART) {
        const own = size - node.children.reduce((sum, child) => sum + sizeOf(child), 0);
        const inner = this.fit(node.children, left - own);
        chosen.set(node, { kind: 'node', node, children: inner.kept });
        left -= own + inner.used;
      }
      if (left <= SMALLEST_PART) break;
    }
    const kept: Kept[] = [];
    for (const node of nodes) {
      const as = chosen.get(node);
      if (as) kept.push(as);
      else this.#addToFold(kept, node);
    }
    return { kept, used: budget - left };
  }

  /** Folded neighbours share a line, up to what one read can show. */
  #addToFold(kept: Kept[], node: SnapshotNode): void {
    const { sizeOf, linesOf } = this.#options;
    const last = kept.at(-1);
    const size = sizeOf(node);
    if (last?.kind === 'fold' && this.#sizes.get(last.fold) !== undefined) {
      const sum = (this.#sizes.get(last.fold) ?? 0) + size;
      if (sum <= this.#largest) {
        last.fold.elements.push(placeOf(node));
        last.fold.lines += linesOf(node);
        this.#sizes.set(last.fold, sum);
        return;
      }
    }
    const fold = { lines: linesOf(node), elements: [placeOf(node)], from: firstWords(node) };
    this.#sizes.set(fold, size);
    kept.push({ kind: 'fold', fold });
  }

  readonly #sizes = new Map<Fold, number>();
  #largest = LARGEST_FOLD;
}

function isDivisible({ role, children, pieces }: SnapshotNode): boolean {
  return children.length > 0 && pieces === undefined && role !== 'row';
}

function whole(node: SnapshotNode): Kept {
  return { kind: 'node', node, children: node.children.map(whole) };
}

/** Of more siblings than this only some are measured: neighbours are near each other. */
const MOST_MEASURED = 400;

/** Dialogs first, then what is in the viewport, then by the way to it. */
function nearestFirst(nodes: readonly SnapshotNode[]): SnapshotNode[] {
  const step = Math.ceil(nodes.length / MOST_MEASURED);
  let near = 0;
  const distances = nodes.map((node, at) => {
    if (at % step === 0 || isDialog(node)) near = distance(node);
    return { node, near };
  });
  return distances.sort((a, b) => a.near - b.near).map(({ node }) => node);
}

function isDialog({ role }: SnapshotNode): boolean {
  return role === 'dialog' || role === 'alertdialog';
}

function distance(node: SnapshotNode): number {
  if (isDialog(node)) return -1;
  const { element } = node;
  const { top, bottom } = boxOf(element);
  const height = documentOf(element).defaultView?.innerHeight ?? 0;
  return top > height ? top - height : bottom < 0 ? -bottom : 0;
}

function firstWords(node: SnapshotNode): string {
  if (node.name !== '') return node.name.slice(0, 40);
  for (const child of node.children) {
    const words = firstWords(child);
    if (words !== '') return words;
  }
  return node.role;
}
