import { isEditingHost } from './element-kind';
import { standsForControl } from './label-control';
import { holdsMoreDeep } from './line-node';
import type { Look } from './look';
import { attribute, firstElementOf, hasAttribute } from './platform';

/** Roles of what a person operates. */
const OPERATED = new Set([
  'button',
  'checkbox',
  'color picker',
  'combobox',
  'date picker',
  'file picker',
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
 * Why a person can operate an element: by its role, by a handler in its markup, because it shows a hand, as the label of
 * a control that is not drawn, or only because it takes the focus: then it may be a box around others.
 */
export type Operation = 'role' | 'handler' | 'hand' | 'label' | 'focus' | 'box';

/**
 * What an element can be operated by; undefined for nothing that is known.
 *
 * @param tells false for an element without an attribute that tells
 * @param pointed something around it is operated already: a hand is no news
 */
export function operationOf(
  element: Element,
  tag: string,
  role: string,
  tells: boolean,
  pointed: boolean,
  look: Look,
): Operation | undefined {
  if (OPERATED.has(role)) return 'role';
  const said = tells ? saidOperation(element, role) : undefined;
  if (said === 'handler') return said;
  if (tag === 'label') return standsForControl(element) ? 'label' : said;
  // A hand over a box that holds controls is mostly theirs.
  if (!pointed && look.pointer && !holdsMoreDeep(element, tag)) return 'hand';
  return said === 'focus' && firstElementOf(element) !== null ? 'box' : said;
}

function saidOperation(element: Element, role: string): 'handler' | 'focus' | undefined {
  if (hasAttribute(element, 'onclick') || isEditingHost(element)) return 'handler';
  const tabindex = attribute(element, 'tabindex');
  if (tabindex === null || role === 'dialog') return undefined;
  // The cells of a grid pass the focus on: all but one have a negative index.
  return Number(tabindex) >= 0 || role === 'gridcell' ? 'focus' : undefined;
}
