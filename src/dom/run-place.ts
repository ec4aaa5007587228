import { parentOf } from './shadow';
import type { SnapshotNode } from './snapshot-node';

/** The smallest element that holds all of a node: a run may begin in one element and end in another. */
export function placeOf({ element, until }: SnapshotNode): Element {
  if (until === undefined) return element;
  const around = new Set<Element>();
  for (let at: Element | null = until; at; at = parentOf(at)) around.add(at);
  for (let at: Element | null = element; at; at = parentOf(at)) if (around.has(at)) return at;
  return element;
}
