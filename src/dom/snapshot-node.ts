import type { ForeignFrame } from './frame-contract';
import type { Ref } from './reader-contract';

/** One thing worth a line. */
export interface SnapshotNode {
  role: string;
  /** Accessible name; the text itself for a run of text. */
  name: string;
  ref?: Ref;
  /** The role that the name was made by. */
  named?: string;
  states: string[];
  value?: string;
  /** What the value can be, for example `0 to 100 step 5`. */
  range?: string;
  /** What a select or list box offers. */
  options?: readonly string[];
  /** Numbers of those that cannot be chosen now. */
  disabledOptions?: ReadonlySet<number>;
  /** Set on a frame that this reader cannot enter. */
  frame?: ForeignFrame & { src: string };
  children: SnapshotNode[];
  element: Element;
  /** Of a run that ends in another element than it began in. */
  until?: Element;
  /** Of an item of an ordered list, as it is written before it: `3.` */
  number?: string;
  /** Of a run (role `text`): words and inline links, in order. */
  pieces?: (string | SnapshotNode)[];
}

/** True for a line of words, with or without links in it. */
export function isRun(node: SnapshotNode): node is SnapshotNode & { pieces: (string | SnapshotNode)[] } {
  return node.pieces !== undefined;
}

/** True for a run of words without a link. */
export function isPlainText(node: SnapshotNode): boolean {
  return isRun(node) && node.children.length === 0;
}

/** The words of a node, its own or those below it. */
export function wordsBelow(node: SnapshotNode): string {
  return node.name || node.children.map(wordsBelow).join(' ').trim();
}

/** The words by which a thing without a name is known: those in it, but for what can be operated there by itself. */
export function ownWords({ children }: SnapshotNode): string {
  const words = children.map((child) => (isRun(child) || child.ref === undefined ? child.name || ownWords(child) : ''));
  return words.filter((each) => each !== '').join(' ');
}
