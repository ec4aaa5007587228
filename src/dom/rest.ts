import { runText } from './line-text';
import { optionsFrom, partOf } from './long-line';
import type { Ref } from './reader-contract';
import { isRun, type SnapshotNode } from './snapshot-node';

/** What was left out of one long line: a read of its ref goes on there. */
export type Rest =
  /** Of a select, from one option on. */
  | { kind: 'options'; at: number }
  /** Of a run, from one character on. The run is known again by the element in which it begins, and its first words. */
  | { kind: 'words'; at: number; owner: WeakRef<Element>; begins: string; length: number };

const BEGINS_LENGTH = 200;

/** What is left of a node's line from an option, or a character of its words, on. */
export function restOf(node: SnapshotNode, at: number): Rest {
  if (!isRun(node)) return { kind: 'options', at };
  const { element, name } = node;
  return { kind: 'words', at, owner: new WeakRef(element), begins: name.slice(0, BEGINS_LENGTH), length: name.length };
}

/**
 * The next part of a long line; undefined where that line is not there any more.
 *
 * @param nodes what is in the element that the line is in
 * @param length characters of it at most, about
 * @param refFor gives a ref to what is left after that
 */
export function restText(
  nodes: readonly SnapshotNode[],
  rest: Rest,
  length: number,
  refFor: (node: SnapshotNode, at: number) => Ref,
): string | undefined {
  const node = lineIn(nodes, rest);
  if (!node) return undefined;
  const more = (at: number) => refFor(node, at);
  if (rest.kind === 'words') return `…${partOf(runText(node), rest.at, length, more)}`;
  return `options ${optionsFrom(node.options ?? [], rest.at, length, more, node.disabledOptions)}`;
}

function lineIn(nodes: readonly SnapshotNode[], rest: Rest): SnapshotNode | undefined {
  if (rest.kind === 'options') return nodes.find(({ options }) => options && options.length > rest.at);
  const owner = rest.owner.deref();
  const like = runsIn(nodes).filter(({ element, name }) => element === owner && name.startsWith(rest.begins));
  return like.find(({ name }) => name.length === rest.length) ?? like[0];
}

function runsIn(nodes: readonly SnapshotNode[]): SnapshotNode[] {
  return nodes.flatMap((node) => (isRun(node) ? [node] : runsIn(node.children)));
}
