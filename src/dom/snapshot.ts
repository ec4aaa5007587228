import { inSight } from './covered';
import { documentOf } from './platform';
import type { Rect } from './rect';
import type { RefCounter, RefTable } from './refs';
import { RunBuilder } from './run-builder';
import type { SnapshotNode } from './snapshot-node';
import { topOf } from './snapshot-rules';
import { Walk } from './walk';

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
 * What a person sees of a subtree, in document order, after one walk through it: words and links of a line are one run,
 * and what turned out to lie behind something else is left out.
 */
export function snapshotOf(root: Element, options: SnapshotOptions): SnapshotNode[] {
  const out = new RunBuilder();
  const walk = new Walk(options, root);
  walk.element(root, out, topOf(documentOf(root)), undefined);
  out.end();
  return inSight(out.nodes, walk.covers);
}
