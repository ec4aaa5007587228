import { isAriaField, isEditingHost, isHtml } from './element-kind';
import { closest, firstIn } from './platform';
import { shadowRootOf } from './shadow';

const FIELDS = 'input:not([type=hidden]), select, textarea, [contenteditable]:not([contenteditable=false])';

/** The field that an element is, is a part of, or has in it. */
export function fieldIn(element: Element): Element | undefined {
  if (isAriaField(element) || isControl(element) || isEditingHost(element)) return element;
  const host = closest(element, '[contenteditable]');
  if (host && isEditingHost(host)) return host;
  const inner = firstIn(element, FIELDS) ?? shadowRootOf(element)?.querySelector(FIELDS);
  return inner ? fieldIn(inner) : undefined;
}

function isControl(element: Element): boolean {
  return isHtml(element, 'input') || isHtml(element, 'select') || isHtml(element, 'textarea');
}
