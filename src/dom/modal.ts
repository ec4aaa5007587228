import type { SnapshotNode } from './snapshot-node';

/**
 * The dialog that keeps a person from the rest of the page, the topmost if there are several: a modal `<dialog>`, or one
 * that says `aria-modal`.
 */
export function modalIn(root: Document): Element | undefined {
  const native = [...root.querySelectorAll('dialog:modal')].at(-1);
  if (native) return native;
  const said = [...root.querySelectorAll('[role=dialog][aria-modal=true], [role=alertdialog][aria-modal=true]')];
  return said.findLast((dialog) => dialog.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
}

/** The line between a dialog and the page that it stands on. */
export function behindDialog(dialog: Element): SnapshotNode {
  const note = '(behind the dialog, out of reach until it closes:)';
  return { role: 'text', name: note, states: [], children: [], pieces: [note], element: dialog };
}
