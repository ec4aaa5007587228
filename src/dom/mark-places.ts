import { labelOf } from './describe';
import { rectOf } from './locate';
import type { Ref } from './reader-contract';
import type { Rect } from './rect';
import type { SnapshotNode } from './snapshot-node';
import { inViewport } from './visibility';

/** More numbers than this hide the page. */
const MOST = 99;

/** What can be operated among the nodes of a snapshot, with its place in the top viewport. */
export function marksIn(nodes: readonly SnapshotNode[]): { ref: Ref; label: string; rect: Rect }[] {
  const marks: { ref: Ref; label: string; rect: Rect }[] = [];
  const walk = (node: SnapshotNode) => {
    const { ref, role, element } = node;
    if (ref !== undefined && role !== 'dialog' && role !== 'alertdialog') {
      const rect = rectOf(element);
      if (rect.width > 0 && rect.height > 0 && inViewport(DOMRect.fromRect(rect), window))
        marks.push({ ref, label: labelOf(element), rect });
    }
    node.children.forEach(walk);
  };
  nodes.forEach(walk);
  return marks.slice(0, MOST);
}
