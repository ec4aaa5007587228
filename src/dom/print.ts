import { foldToFit, type Kept } from './fold';
import { type LineOptions, lineOf, quoted } from './line-text';
import type { Ref } from './reader-contract';
import { isRun, ownWords, type SnapshotNode } from './snapshot-node';
import { keepColumns } from './table-columns';
import { fitsLine, hasOperableCells, isTable, rowLine, tellColumns } from './table-lines';

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
  keepColumns(nodes, fitsLine);
  printAll(nodes, 0, options, lines);
  if (lines.length === 0) return options.interactiveOnly ? '(nothing here can be operated)' : '(nothing visible here)';
  const text = lines.join('\n');
  if (options.cap === 0 || text.length <= options.cap) return text;
  return printFolded(nodes, options);
}

/** Room for the last line, which says how to read what was folded. */
const NOTE_LENGTH = 200;

function printFolded(nodes: readonly SnapshotNode[], options: PrintOptions): string {
  const sizes = sizesOf(nodes, options);
  const kept = foldToFit(nodes, {
    budget: options.cap - NOTE_LENGTH,
    sizeOf: (node) => sizes.get(node)?.characters ?? 0,
    linesOf: (node) => sizes.get(node)?.lines ?? 0,
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
        lines.push(lineAt(level, item.node, options));
        print(item.children, level + 1);
      }
    }
  };
  print(kept, 0);
  lines.push('(What is far from the viewport is folded. Open a fold with read_page and its ref, or use find.)');
  return lines.join('\n');
}

interface Size {
  characters: number;
  lines: number;
}

/** How much each node takes with everything in it, about: all of them are measured in one pass. */
function sizesOf(nodes: readonly SnapshotNode[], options: PrintOptions): Map<SnapshotNode, Size> {
  const sizes = new Map<SnapshotNode, Size>();
  const measure = (node: SnapshotNode, level: number): Size => {
    if (node.role === 'row' && !options.interactiveOnly) {
      const lines: string[] = [];
      printNode(node, level, options, lines);
      const size = { characters: lines.reduce((sum, line) => sum + line.length + 1, 0), lines: lines.length };
      sizes.set(node, size);
      return size;
    }
    const hidden = options.interactiveOnly && !isOperable(node);
    const size = hidden
      ? { characters: 0, lines: 0 }
      : { characters: level + lineOf(told(node, options), options).length + 1, lines: 1 };
    for (const child of node.children) {
      const below = measure(child, hidden ? level : level + 1);
      // Links within words are on their line.
      if (isRun(node)) continue;
      size.characters += below.characters;
      size.lines += below.lines;
    }
    sizes.set(node, size);
    return size;
  };
  for (const node of nodes) measure(node, 1);
  return sizes;
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
  for (let at = from; at < nodes.length && links.length < LINKS_A_LINE; at++) {
    const node = nodes[at];
    if (!node) break;
    const short = node.role === 'link' && node.name !== '' && node.name.length <= SHORT_NAME;
    if (!short || node.ref === undefined || node.states.length > 0 || node.children.length > 0) break;
    links.push(node);
  }
  return links;
}

function printNode(node: SnapshotNode, level: number, options: PrintOptions, lines: string[]): void {
  if (options.interactiveOnly && !(isOperableRow(node) && fitsLine(node))) {
    const shown = isOperable(node);
    if (shown) lines.push(lineAt(level, node, options));
    printAll(node.children, shown ? level + 1 : level, options, lines);
    return;
  }
  const start = lines.length;
  const row = rowLine(node, options);
  if (row !== undefined) {
    if (row !== '') lines.push(' '.repeat(level) + row);
    return;
  }
  lines.push(lineAt(level, node, options));
  if (isRun(node)) return;
  if (isTable(node)) tellColumns(node);
  if (node.children.length > 0 && level + 1 > options.depth) {
    lines.push(`${' '.repeat(level + 1)}(${count(node.children)} more inside, below the depth)`);
    return;
  }
  printAll(node.children, level + 1, options, lines);
  joinOnly(node, level, start, lines);
}

/** The line of a node in its place. Words that keep their lines have several. */
function lineAt(level: number, node: SnapshotNode, options: PrintOptions): string {
  const place = ' '.repeat(level);
  const line = lineOf(told(node, options), options);
  return place + (isRun(node) && line.includes('\n') ? line.replaceAll('\n', `\n${place}`) : line);
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

function isOperable(node: SnapshotNode): boolean {
  return node.ref !== undefined && node.role !== 'dialog' && node.role !== 'alertdialog';
}

/** A row of a table that is operated itself, or in its cells. */
function isOperableRow(node: SnapshotNode): boolean {
  return node.role === 'row' && (node.ref !== undefined || hasOperableCells(node));
}

const KNOWN_LENGTH = 80;

/** Where only what can be operated is told, the words in a thing without a name are not: a few of them stand for it. */
function told(node: SnapshotNode, { interactiveOnly }: PrintOptions): SnapshotNode {
  if (!interactiveOnly || node.name !== '') return node;
  const words = ownWords(node);
  return { ...node, name: words.length > KNOWN_LENGTH ? `${words.slice(0, KNOWN_LENGTH).trimEnd()}…` : words };
}

function count(nodes: readonly SnapshotNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + count(node.children), 0);
}
