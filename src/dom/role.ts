import { capabilityName } from './capability';
import { isEditingHost, isHtml } from './element-kind';
import { attribute, closest, hasAttribute, parentElementOf, tagOf } from './platform';
import { isLabelled, saidRole } from './said-role';

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
  address: 'group',
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
  frame: 'iframe',
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
  optgroup: 'group',
  option: 'option',
  output: 'status',
  progress: 'progressbar',
  search: 'search',
  svg: 'img',
  table: 'table',
  textarea: 'textbox',
  tr: 'row',
  ul: 'list',
  video: 'video',
};

/** Ancestors inside which header and footer are no landmarks (HTML-AAM 1.0). */
const SECTIONING =
  'article, aside, main, nav, section, [role=article], [role=complementary], [role=main], [role=navigation], [role=region]';

/** Input types that a list of suggestions makes a combo box (HTML-AAM 1.0, input with a list attribute). */
const SUGGESTING = /^(text|search|tel|url|email)$/;

/**
 * Role of an element after ARIA 1.3 and HTML-AAM 1.0: what its role attribute gives, else what the tag implies, else
 * `generic`. Date, colour and file inputs have no ARIA role; they are named for what they are.
 *
 * @param tag its local name, where the caller has asked for it already
 * @param tells false for an element without an attribute that tells
 */
export function roleOf(element: Element, tag = tagOf(element), tells = true): string {
  return (tells && hasAttribute(element, 'role') ? saidRole(element) : undefined) ?? impliedRole(element, tag, tells);
}

function impliedRole(element: Element, tag: string, tells: boolean): string {
  switch (tag) {
    case 'div':
    case 'span':
      break;
    case 'a':
    case 'area':
      return isLinked(element) ? 'link' : 'generic';
    case 'input':
      return isHtml(element, 'input') ? inputRole(element) : 'generic';
    case 'select':
      return isHtml(element, 'select') && (element.multiple || element.size > 1) ? 'listbox' : 'combobox';
    case 'header':
    case 'footer':
      if (closest(element, SECTIONING) !== null) return 'generic';
      return tag === 'header' ? 'banner' : 'contentinfo';
    case 'section':
      return isLabelled(element) ? 'region' : 'generic';
    case 'aside':
      return isLabelled(element) || !parentElementOf(element)?.closest('article, aside, nav, section')
        ? 'complementary'
        : 'generic';
    case 'img':
      return attribute(element, 'alt') === '' && !isLabelled(element) ? 'generic' : 'img';
    case 'summary':
      return isSummary(element) ? 'button' : 'generic';
    case 'td':
    case 'th':
      return cellRole(element, tag);
    case 'camera':
    case 'geolocation':
    case 'microphone':
    case 'usermedia':
      return capabilityName(element, tag) ? 'button' : 'generic';
    default: {
      const implied = TAG_ROLES[tag];
      if (implied) return implied;
    }
  }
  return tells && isEditingHost(element) ? 'textbox' : 'generic';
}

function isLinked(element: Element): boolean {
  return hasAttribute(element, 'href') || hasAttribute(element, 'xlink:href');
}

function inputRole(input: HTMLInputElement): string {
  const { type } = input;
  if (type === 'hidden') return 'generic';
  if (SUGGESTING.test(type) && input.hasAttribute('list')) return 'combobox';
  return INPUT_ROLES[type] ?? 'textbox';
}

/** True for the summary that opens its details: the first one (HTML, the summary element). */
function isSummary(element: Element): boolean {
  const details = parentElementOf(element);
  if (details === null || tagOf(details) !== 'details') return false;
  return details.querySelector(':scope > summary') === element;
}

/** A cell of a table whose role is grid or treegrid can be operated; a header says of what it is one (HTML-AAM, td and th). */
function cellRole(cell: Element, tag: string): string {
  if (tag === 'th') {
    const scope = attribute(cell, 'scope');
    return scope === 'row' || scope === 'rowgroup' ? 'rowheader' : 'columnheader';
  }
  const said = attribute(cell.closest('table') ?? cell, 'role');
  return said === 'grid' || said === 'treegrid' ? 'gridcell' : 'cell';
}
