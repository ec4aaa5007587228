import { drawnBy } from './drawn-control';
import { isHtml } from './element-kind';
import {
  attribute,
  checkVisibility,
  closest,
  documentOf,
  hasAttribute,
  parentElementOf,
  rootOf,
  tagOf,
} from './platform';
import { isSubtreeHidden, isVisible } from './visibility';

/** True for a label whose words are the name of a control that has a line itself. */
export function namesControl(element: Element): boolean {
  const control = isHtml(element, 'label') ? element.control : null;
  if (control === null || attribute(control, 'aria-label') !== null || attribute(control, 'aria-labelledby') !== null)
    return false;
  // The words of a label whose control is not told would be lost.
  if (attribute(control, 'aria-hidden') === 'true') return false;
  if (tagOf(control).includes('-') && !isNamedByLabel(control)) return false;
  return isVisible(control) || (!isOutOfReach(control) && drawnBy(control) !== undefined);
}

/**
 * True for a custom element that is a control itself, and told by the words of its label (HTML, form-associated custom
 * elements). One that only holds a control has no line: the words of its label stand before that.
 */
export function isNamedByLabel(custom: Element): boolean {
  return hasAttribute(custom, 'tabindex') || hasAttribute(custom, 'role');
}

/** The labels of a custom element. It knows them itself, but tells only the page's own script (`ElementInternals`). */
export function labelsOfCustom(custom: Element): Element[] {
  const root = rootOf(custom);
  const scope = root instanceof ShadowRoot ? root : documentOf(custom);
  const id = attribute(custom, 'id');
  const around = closest(custom, 'label');
  const named = id ? [...scope.querySelectorAll(`label[for=${CSS.escape(id)}]`)] : [];
  return [...named, ...(around && !named.includes(around) ? [around] : [])].filter(
    (label) => isHtml(label, 'label') && label.control === custom,
  );
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
