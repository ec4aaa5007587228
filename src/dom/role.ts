import { attribute, isEditingHost, isHtml, tagOf } from './element-kind';

const INPUT_ROLES: Record<string, string> = {
  button: 'button',
  checkbox: 'checkbox',
  color: 'color picker',
  date: 'date picker',
  'datetime-local': 'date picker',
  email: 'textbox',
  file: 'file picker',
  image: 'button',
  month: 'date picker',
  number: 'spinbutton',
  password: 'textbox',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
  tel: 'textbox',
  text: 'textbox',
  time: 'time picker',
  url: 'textbox',
  week: 'date picker',
};

const TAG_ROLES: Record<string, string> = {
  article: 'article',
  aside: 'complementary',
  audio: 'audio',
  blockquote: 'blockquote',
  button: 'button',
  canvas: 'canvas',
  dd: 'definition',
  details: 'group',
  dialog: 'dialog',
  dt: 'term',
  embed: 'embed',
  fieldset: 'group',
  figure: 'figure',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  hr: 'separator',
  iframe: 'iframe',
  img: 'img',
  li: 'listitem',
  main: 'main',
  math: 'math',
  menu: 'list',
  meter: 'meter',
  nav: 'navigation',
  object: 'embed',
  ol: 'list',
  option: 'option',
  output: 'status',
  progress: 'progressbar',
  search: 'search',
  summary: 'button',
  svg: 'img',
  table: 'table',
  td: 'cell',
  textarea: 'textbox',
  th: 'columnheader',
  tr: 'row',
  ul: 'list',
  video: 'video',
};

/** Ancestors inside which header and footer are no landmarks (HTML-AAM 1.0). */
const SECTIONING = 'article, aside, main, nav, section';

/** Roles that stand for nothing: their children take their place. */
export const TRANSPARENT = new Set([
  'generic',
  'none',
  'presentation',
  'paragraph',
  'rowgroup',
  'caption',
  'term',
  'definition',
  'group',
]);

/**
 * Role of an element after ARIA 1.2 and HTML-AAM 1.0: the first known token of the role attribute, else what the tag
 * implies, else `generic`. Date, colour and file inputs have no ARIA role; they are named for what they are.
 */
export function roleOf(element: Element): string {
  const said = attribute(element, 'role');
  const explicit = said?.trim().toLowerCase().split(/\s+/)[0];
  if (explicit && explicit !== 'none' && explicit !== 'presentation') return explicit === 'image' ? 'img' : explicit;
  if (explicit) return 'generic';
  const tag = tagOf(element);
  if (tag === 'a' || tag === 'area') return element.hasAttribute('href') ? 'link' : 'generic';
  if (isHtml(element, 'input')) {
    if (element.type === 'hidden') return 'generic';
    return element.hasAttribute('list') ? 'combobox' : (INPUT_ROLES[element.type] ?? 'textbox');
  }
  if (isHtml(element, 'select')) return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
  if (tag === 'header' || tag === 'footer') {
    if (element.closest(SECTIONING)) return 'generic';
    return tag === 'header' ? 'banner' : 'contentinfo';
  }
  if (tag === 'section')
    return attribute(element, 'aria-label') || attribute(element, 'aria-labelledby') ? 'region' : 'generic';
  if (tag === 'img' && attribute(element, 'alt') === '') return 'generic';
  const implied = TAG_ROLES[tag];
  if (implied) return implied;
  return isEditingHost(element) ? 'textbox' : 'generic';
}

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

/** True for what a person can operate: by role, by focusability, by a handler in its markup, or by its pointer. */
export function isInteractive(element: Element, role: string): boolean {
  if (role === 'gridcell' || role === 'option' || role === 'treeitem')
    return element.hasAttribute('tabindex') || role !== 'gridcell';
  if (INTERACTIVE.has(role)) return true;
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('onclick') || isEditingHost(element)) return true;
  const tabindex = attribute(element, 'tabindex');
  return tabindex !== null && Number(tabindex) >= 0 && role !== 'dialog';
}
