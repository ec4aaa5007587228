import { drawnBy } from './drawn-control';
import { isHtml } from './element-kind';
import { attribute, checkVisibility, parentElementOf, tagOf } from './platform';
import { isSubtreeHidden, isVisible } from './visibility';

/** True for a label whose words are the name of a control that has a line itself. */
export function namesControl(element: Element): boolean {
  const control = isHtml(element, 'label') ? element.control : null;
  if (control === null || attribute(control, 'aria-label') !== null || attribute(control, 'aria-labelledby') !== null)
    return false;
  // The words of a label whose control is not told would be lost.
  if (attribute(control, 'aria-hidden') === 'true') return false;
  return isVisible(control) || (!isOutOfReach(control) && drawnBy(control) !== undefined);
}

/**
 * True for a label whose control is in a box that is not drawn: only the label can be pressed. A hidden control that
 * stands beside it is told itself.
 */
export function standsForControl(element: Element): boolean {
  const control = isHtml(element, 'label') ? element.control : null;
  return control !== null && isOutOfReach(control);
}

function isOutOfReach(control: Element): boolean {
  const around = parentElementOf(control);
  return !checkVisibility(control) && around !== null && isSubtreeHidden(around, tagOf(around), true);
}
