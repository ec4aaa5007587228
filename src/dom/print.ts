import { foldToFit, type Kept } from './fold';
import { type LineOptions, lineOf, quoted } from './line-text';
import type { Ref } from './reader-contract';
import { isRun, type SnapshotNode } from './snapshot-node';

export interface PrintOptions extends LineOptions {
  /** Deepest level that gets lines. */
  depth: number;
  /** Only what can be operated, without its surroundings. */
  interactiveOnly: boolean;
  /** Characters at most; 0 for all, with nothing folded. */
  cap: number;
  /** A ref that reads elements which are folded away. */
  refForFold(elements: readonly Element[]): Ref;
}

/**
 * Prints a snapshot, one line a thing, one space a level (docs/page-tree.md):
 *
 * ```
 * h1 Inbox
 * link "Lunch on Friday?" [ref_4]
 * Read the "terms" [ref_6] and "prices" [ref_7].
 * textbox "Subject" [ref_5] required ="Re: Lunch"
 * | Tea | 3 | 8.90 |
 * ```
 */
export function print(nodes: readonly SnapshotNode[], options: PrintOptions): string {
  const lines: string[] = [];
  printAll(nodes, 0, options, lines);
  if (lines.length === 0) return options.interactiveOnly ? '(nothing here can be operated)' : '(nothing visible here)';
  const text = lines.join('\n');
  if (options.cap === 0 || text.length <= options.cap) return text;
  return printFolded(nodes, options);
}

/** Room for the last line, which says how to read what was folded. */
const NOTE_LENGTH = 200;

function printFolded(nodes: readonly SnapshotNode[], options: PrintOptions): string {
  const printed = new Map<SnapshotNode, string[]>();
  const linesOf = (node: SnapshotNode) => {
    const known = printed.get(node);
    if (known) return known;
    const lines: string[] = [];
    printNode(node, 2, options, lines);
    printed.set(node, lines);
    return lines;
  };
  const kept = foldToFit(nodes, {
    budget: options.cap - NOTE_LENGTH,
    sizeOf: (node) => linesOf(node).reduce((sum, line) => sum + line.length + 1, 0),
    linesOf: (node) => linesOf(node).length,
  });
  const lines: string[] = [];
  const print = (items: readonly Kept[], level: number) => {
    for (const item of items) {
      if (item.kind === 'fold') {
        const { fold } = item;
        const ref = options.refForFold(fold.elements);
        lines.push(`${' '.repeat(level)}(folded: ${fold.lines} lines from ${quoted(fold.from)} [${ref}])`);
      } else if (isWhole(item)) {
        printNode(item.node, level, options, lines);
      } else {
        lines.push(' '.repeat(level) + lineOf(item.node, options));
        print(item.children, level + 1);
      }
    }
  };
  print(kept, 0);
  lines.push('(What is far from the viewport is folded. Open a fold with read_page and its ref, or use find.)');
  return lines.join('\n');
}

function isWhole(item: Kept): boolean {
  return item.kind === 'node' && item.children.every(isWhole);
}

/** Siblings in order; short links that follow each other share a line. */
function printAll(nodes: readonly SnapshotNode[], level: number, options: PrintOptions, lines: string[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const links = shortLinksFrom(nodes, at, options);
    if (links.length > 1) {
      lines.push(`${' '.repeat(level)}links ${links.map((link) => `${quoted(link.name)} [${link.ref}]`).join(' ')}`);
      at += links.length - 1;
      continue;
    }
    const node = nodes[at];
    if (node) printNode(node, level, options, lines);
  }
}

const SHORT_NAME = 40;
const LINKS_A_LINE = 12;

function shortLinksFrom(nodes: readonly SnapshotNode[], from: number, { urls }: PrintOptions): SnapshotNode[] {
  if (urls) return [];
  const links: SnapshotNode[] = [];
  for (const node of nodes.slice(from, from + LINKS_A_LINE)) {
    const short = node.role === 'link' && node.name !== '' && node.name.length <= SHORT_NAME;
    if (!short || node.ref === undefined || node.states.length > 0 || node.children.length > 0) break;
    links.push(node);
  }
  return links;
}

function printNode(node: SnapshotNode, level: number, options: PrintOptions, lines: string[]): void {
  if (options.interactiveOnly) {
    const shown = isOperable(node);
    if (shown) lines.push(' '.repeat(level) + lineOf(node, options));
    printAll(node.children, shown ? level + 1 : level, options, lines);
    return;
  }
  const start = lines.length;
  if (node.role === 'row' && node.children.every(fitsInRow)) {
    const cells = node.children.map((cell) => cellText(cell, options));
    if (cells.some((cell) => cell !== ''))
      lines.push(`${' '.repeat(level)}|${cells.map((cell) => (cell ? ` ${cell} |` : ' |')).join('')}`);
    return;
  }
  lines.push(' '.repeat(level) + lineOf(node, options));
  if (isRun(node)) return;
  if (node.children.length > 0 && level + 1 > options.depth) {
    lines.push(`${' '.repeat(level + 1)}(${count(node.children)} more inside, below the depth)`);
    return;
  }
  printAll(node.children, level + 1, options, lines);
  joinOnly(node, level, start, lines);
}

/** What has one thing in it and nothing to say itself shares that thing's line: `h2 link "Title" [ref_5]`. */
function joinOnly(node: SnapshotNode, level: number, start: number, lines: string[]): void {
  const item = node.role === 'listitem';
  if (!item && (node.children.length !== 1 || node.name !== '' || node.ref !== undefined || node.states.length > 0))
    return;
  const [first, second = ''] = [lines[start], lines[start + 1]];
  if (first === undefined || second === '' || second.trimStart().startsWith('(')) return;
  lines.splice(start, 2, `${first.trimEnd()} ${second.slice(level + 1)}`);
}

function fitsInRow({ role, name, states, ref, children }: SnapshotNode): boolean {
  if (!/^(cell|columnheader|rowheader|gridcell)$/.test(role) || name !== '' || ref !== undefined || states.length > 0)
    return false;
  return children.length <= 1 && children.every((child) => isRun(child) || child.children.length === 0);
}

function cellText({ children }: SnapshotNode, options: PrintOptions): string {
  const [only] = children;
  return only ? lineOf(only, options).replaceAll('|', '\\|') : '';
}

function isOperable(node: SnapshotNode): boolean {
  return node.ref !== undefined && node.role !== 'dialog' && node.role !== 'alertdialog';
}

function count(nodes: readonly SnapshotNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + count(node.children), 0);
}
