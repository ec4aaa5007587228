import { isDrawing } from './drawing';
import { namesControl } from './label-control';
import { nameOf } from './name';
import type { Operation } from './operation';
import { hasAttribute, matches } from './platform';
import { CELLS, isDataTable, LINE_ROLES } from './structure';
import type { Telling } from './telling';

/** What an element passes on to what is in it. */
export interface Around {
  /** Something around it is operated already: a hand is no news. */
  pointed: boolean;
  /** Rows and cells here only lay out the page. */
  layout: boolean;
  /** Words here are the name of a control and stand on its line. */
  muted: boolean;
  /** Words here keep their lines and spaces. */
  pre: boolean;
}

/** A page that shows a hand everywhere says nothing by it: one of old tricks for touch screens. */
export function topOf(root: Document): Around {
  const pointed = root.body !== null && getComputedStyle(root.body).cursor === 'pointer';
  return { pointed, layout: false, muted: false, pre: false };
}

/** What an element passes on, of what was passed on to it. */
export function aroundBelow(element: Element, tag: string, around: Around, operation: Operation | undefined): Around {
  const operated = operation === 'role' || operation === 'handler' || operation === 'hand';
  if (!operated && tag !== 'table' && tag !== 'label' && tag !== 'pre') return around;
  const layout = tag === 'table' ? !isDataTable(element) : around.layout;
  const muted = around.muted || (tag === 'label' && namesControl(element));
  // A hand over a label is that of its control.
  const pointed = around.pointed || operated || tag === 'label';
  // Told by the tag: `white-space` would be one style more to ask each text for.
  const pre = around.pre || tag === 'pre';
  const same = layout === around.layout && muted === around.muted && pointed === around.pointed && pre === around.pre;
  return same ? around : { pointed, layout, muted, pre };
}

/** A box that was put on top of the page. */
export function isPopover(element: Element): boolean {
  return hasAttribute(element, 'popover') && matches(element, ':popover-open');
}

/** True for what has a line although nothing can be done to it. */
export function isLine(element: Element, role: string, layout: boolean, telling: Telling): boolean {
  if (layout && (role === 'table' || role === 'row' || CELLS.has(role))) return false;
  if (role === 'group' || role === 'figure' || role === 'region' || isDrawing(element, role))
    return nameOf(element, role, telling) !== '';
  return LINE_ROLES.has(role);
}
