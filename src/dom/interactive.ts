import { isEditingHost } from './element-kind';
import { attribute, hasAttribute } from './platform';

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
 * @param tells false for an element without an attribute that tells
 */
export function isInteractive(element: Element, role: string, tells = true): boolean {
  if (role === 'gridcell' || role === 'option' || role === 'treeitem')
    return hasAttribute(element, 'tabindex') || role !== 'gridcell';
  if (INTERACTIVE.has(role)) return true;
  if (!tells) return false;
  if (hasAttribute(element, 'onclick') || isEditingHost(element)) return true;
  const tabindex = attribute(element, 'tabindex');
  return tabindex !== null && Number(tabindex) >= 0 && role !== 'dialog';
}
