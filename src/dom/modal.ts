import { deepestAt, isWithin } from './hit-test';
import { allIn, boxOf, checkVisibility, documentOf, matches } from './platform';
import type { SnapshotNode } from './snapshot-node';

/** A dialog that a person sees on top of the page. */
export interface FrontDialog {
  element: Element;
  /** The browser itself lets nothing else be used (HTML, modal dialogs and inert subtrees). */
  native: boolean;
  /** What stands in slots of it, when it is in a shadow tree: no other way leads from there to the dialog. */
  slotted: readonly Element[];
}

const MODAL = 'dialog:modal, [role=dialog][aria-modal=true], [role=alertdialog][aria-modal=true]';

/** All dialogs of a document that may keep a person from it. No query finds those in shadow trees. */
export function modalsIn(root: Document): Element[] {
  // One query: each goes over the whole page.
  return [...root.querySelectorAll(MODAL)];
}

/**
 * The same of what was read, through shadow trees. To look for them by a hit test in the middle of the window instead
 * would make the first read of a page in the background a fifth longer: the browser has not placed its layers yet.
 */
export function modalsAmong(nodes: readonly SnapshotNode[], root: Document): Element[] {
  const found: Element[] = [];
  for (const { role, element, children } of nodes) {
    if ((role === 'dialog' || role === 'alertdialog') && documentOf(element) === root && matches(element, MODAL))
      found.push(element);
    if (children.length > 0) found.push(...modalsAmong(children, root));
  }
  return found;
}

/**
 * The dialog in front: a modal `<dialog>`, or one that says `aria-modal` and is hit by a press on it. Pages keep closed
 * drawers and dialogs that say so too, moved out of the window, in boxes of no height, or switched off.
 */
export function frontDialog(dialogs: readonly Element[]): FrontDialog | undefined {
  const found = dialogs.map((element) => ({
    element,
    native: matches(element, 'dialog:modal'),
    slotted: slottedIn(element),
  }));
  if (found.length === 0) return undefined;
  const native = found.filter((dialog) => dialog.native);
  const hits = new Map(found.map((dialog) => [dialog, hitsOn(dialog)]));
  const inFront = (native.length > 0 ? native : found).filter((dialog) =>
    hits.get(dialog)?.some((hit) => isInDialog(hit, dialog)),
  );
  const top = inFront.findLast((dialog) => !inFront.some((other) => liesOver(other, dialog, hits.get(dialog) ?? [])));
  return top ?? inFront.at(-1) ?? native.at(-1);
}

/** True for what is in a dialog, also when it only stands in a slot of it. */
export function isInDialog(element: Element, { element: dialog, slotted }: FrontDialog): boolean {
  return isWithin(element, dialog) || slotted.some((each) => isWithin(element, each));
}

function slottedIn(dialog: Element): Element[] {
  return [...allIn(dialog, 'slot')].flatMap((slot) => (slot as HTMLSlotElement).assignedElements({ flatten: true }));
}

/** A frame or wrapper of a dialog may have no size of its own, or take no pointer. */
const MOST_INNER = 20;
const POINTS = [
  [0.5, 0.5],
  [0.1, 0.5],
  [0.9, 0.5],
  [0.5, 0.1],
  [0.5, 0.9],
] as const;

/** What is on top at a few points of a dialog in sight. */
function hitsOn(dialog: FrontDialog): Element[] {
  const own = hitsIn(dialog.element);
  if (own.some((hit) => isInDialog(hit, dialog))) return own;
  const inner = [...allIn(dialog.element, '*')].slice(0, MOST_INNER);
  return [...own, ...[...inner, ...dialog.slotted].flatMap(hitsIn)];
}

function hitsIn(element: Element): Element[] {
  const view = documentOf(element).defaultView;
  if (!view) return [];
  const { left, top, right, bottom } = boxOf(element);
  const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
  const [width, height] = [Math.min(right, view.innerWidth) - x, Math.min(bottom, view.innerHeight) - y];
  if (width <= 0 || height <= 0) return [];
  return POINTS.flatMap(([across, down]) => {
    const hit = deepestAt(element, x + width * across, y + height * down);
    return hit && checkVisibility(hit, { opacityProperty: true }) ? [hit] : [];
  });
}

function liesOver(other: FrontDialog, dialog: FrontDialog, hits: readonly Element[]): boolean {
  return !isInDialog(dialog.element, other) && hits.some((hit) => isInDialog(hit, other));
}
