import type { SnapshotOptions } from './snapshot';
import type { SnapshotNode } from './snapshot-node';

/**
 * A parser nests nothing deeper than 512 (Chromium's HTML parser; scripts do), and the way down takes some stack at each
 * level: it ends at about 1,500.
 */
export const DEEPEST = 600;

/** Where a read ends because elements are nested too deep, and the ref that it goes on by. */
export function goesOn(element: Element, { refs, counter }: SnapshotOptions): SnapshotNode {
  const ref = refs.refFor(element, counter);
  const note = `(nested too deep to go on here: read on by [${ref}])`;
  return { role: 'text', name: note, ref, states: [], children: [], pieces: [note], element };
}
