import { isDrawing } from './drawing';
import { isHtml } from './element-kind';
import { nameOf } from './name';
import { attribute, hasAttribute, matches } from './platform';
import { CELLS, isDataTable, LINE_ROLES } from './structure';
import type { Telling } from './telling';
import { isDrawnByLabel } from './visibility';

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

export const TOP: Around = { pointed: false, layout: false, muted: false, pre: false };

/** What an element passes on, of what was passed on to it. */
export function aroundBelow(element: Element, tag: string, around: Around, interactive: boolean): Around {
  const layout = tag === 'table' ? !isDataTable(element) : around.layout;
  const muted = around.muted || (tag === 'label' && namesControl(element));
  const pointed = around.pointed || interactive;
  // Told by the tag: `white-space` would be one style more to ask each text for.
  const pre = around.pre || tag === 'pre';
  const same = layout === around.layout && muted === around.muted && pointed === around.pointed && pre === around.pre;
  return same ? around : { pointed, layout, muted, pre };
}

/** A box that was put on top of the page. */
export function isPopover(element: Element, tells: boolean): boolean {
  return tells && hasAttribute(element, 'popover') && matches(element, ':popover-open');
}

/** True for what has a line although nothing can be done to it. */
export function isLine(element: Element, role: string, layout: boolean, telling: Telling): boolean {
  if (layout && (role === 'table' || role === 'row' || CELLS.has(role))) return false;
  if (role === 'group' || role === 'figure' || role === 'region' || isDrawing(element, role))
    return nameOf(element, role, telling) !== '';
  return LINE_ROLES.has(role);
}

/** True for a label whose words are the name of a control that has a line itself. */
function namesControl(element: Element): boolean {
  const control = isHtml(element, 'label') ? element.control : null;
  if (control === null || attribute(control, 'aria-label') !== null || attribute(control, 'aria-labelledby') !== null)
    return false;
  // The words of a label whose control is not shown would be lost.
  return isDrawnByLabel(control) || control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
