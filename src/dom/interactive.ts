import { isEditingHost } from './element-kind';
import { attribute, hasAttribute, hasAttributes } from './platform';

const INTERACTIVE = new Set([
  'button',
  'checkbox',
  'color picker',
  'combobox',
  'date picker',
  'file picker',
  'gridcell',
  'link',
  'listbox',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'scrollbar',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
  'time picker',
  'treeitem',
  'audio',
  'video',
]);

/**
 * True for what a person can operate: by role, by focusability or by a handler in its markup.
 *
 * @param attributes false for an element without any
 */
export function isInteractive(element: Element, role: string, attributes = hasAttributes(element)): boolean {
  if (role === 'gridcell' || role === 'option' || role === 'treeitem')
    return hasAttribute(element, 'tabindex') || role !== 'gridcell';
  if (INTERACTIVE.has(role)) return true;
  if (!attributes) return false;
  if (hasAttribute(element, 'onclick') || isEditingHost(element)) return true;
  const tabindex = attribute(element, 'tabindex');
  return tabindex !== null && Number(tabindex) >= 0 && role !== 'dialog';
}
