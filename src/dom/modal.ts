import { checkVisibility, matches } from './platform';
import type { SnapshotNode } from './snapshot-node';

/**
 * The dialog that keeps a person from the rest of the page, the topmost if there are several: a modal `<dialog>`, or one
 * that says `aria-modal`.
 */
export function modalIn(root: Document): Element | undefined {
  // One query: each goes over the whole page.
  const found = [...root.querySelectorAll(MODAL)];
  if (found.length === 0) return undefined;
  return (
    found.findLast((dialog) => matches(dialog, 'dialog:modal')) ??
    found.findLast((dialog) => checkVisibility(dialog, { opacityProperty: true, visibilityProperty: true }))
  );
}

const MODAL = 'dialog:modal, [role=dialog][aria-modal=true], [role=alertdialog][aria-modal=true]';

/** The line between a dialog and the page that it stands on. */
export function behindDialog(dialog: Element): SnapshotNode {
  const note = '(behind the dialog, out of reach until it closes:)';
  return { role: 'text', name: note, states: [], children: [], pieces: [note], element: dialog };
}
