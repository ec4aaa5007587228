import { isControl, isHtml } from './element-kind';
import { contentText, referencedText } from './name-text';
import { oneLine } from './one-line';
import { allWordsOf, attribute, firstElementOf, firstIn, hasAttributes, openShadowOf, tagOf } from './platform';
import { wordsOfStyle } from './style-words';

/** Roles whose content is their name (ARIA 1.3 §5.2.8.5, without row, whose cells are read one by one). */
const NAMED_BY_CONTENT = new Set([
  'button',
  'cell',
  'checkbox',
  'columnheader',
  'gridcell',
  'heading',
  'link',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'rowheader',
  'switch',
  'tab',
  'tooltip',
  'treeitem',
]);

/** True when a role takes its name from what it contains. */
export function isNamedByContent(role: string): boolean {
  return NAMED_BY_CONTENT.has(role);
}

/** Accessible name, after the order of accname 1.2: labelledby, label, native label, content, title, placeholder. */
export function nameOf(element: Element, role: string): string {
  if (hasAttributes(element)) {
    const labelledby = attribute(element, 'aria-labelledby');
    const text = labelledby ? oneLine(referencedText(element, labelledby)) : '';
    if (text) return text;
    const label = oneLine(attribute(element, 'aria-label') ?? '');
    if (label) return label;
  }
  return (
    oneLine(nativeName(element, role)) ||
    (NAMED_BY_CONTENT.has(role) ? oneLine(contentName(element)) : '') ||
    oneLine(attribute(element, 'title') ?? '') ||
    placeholderOf(element) ||
    unnamedInput(element)
  );
}

/** What HTML-AAM 1.0 §4.1 names an element by: a value, an alternative, a label, a legend, a caption. */
function nativeName(element: Element, role: string): string {
  const tag = tagOf(element);
  switch (tag) {
    case 'a':
      return '';
    case 'img':
    case 'area':
      return attribute(element, 'alt') ?? '';
    case 'svg':
      return firstIn(element, ':scope > title')?.textContent ?? '';
    case 'fieldset':
      return textOfFirst(element, 'legend');
    case 'table':
      return textOfFirst(element, 'caption');
    case 'figure':
      return textOfFirst(element, 'figcaption');
    case 'optgroup':
      return attribute(element, 'label') ?? '';
  }
  if (isHtml(element, 'input')) {
    if (/^(submit|button|reset)$/.test(element.type)) return element.value;
    if (element.type === 'image') return attribute(element, 'alt') ?? '';
  }
  const labels = labelsOf(element, tag);
  if (!labels?.length || (tag === 'button' && NAMED_BY_CONTENT.has(role) && contentText(element).trim() !== ''))
    return '';
  return [...labels].map((each) => contentText(each, element)).join(' ');
}

const LABELABLE = new Set(['meter', 'progress', 'output']);

function labelsOf(element: Element, tag: string): NodeListOf<HTMLLabelElement> | null {
  if (isControl(element)) return element.labels;
  return LABELABLE.has(tag) ? (element as HTMLMeterElement).labels : null;
}

function contentName(element: Element): string {
  // The element itself was found visible; without elements in it its words are too.
  const plain = firstElementOf(element) === null && openShadowOf(element) === null;
  const text = plain ? allWordsOf(element) : contentText(element);
  const before = wordsOfStyle(element, '::before', text.trim() === '');
  const after = wordsOfStyle(element, '::after', text.trim() === '');
  return before === '' && after === '' ? text : before + text + after;
}

function textOfFirst(element: Element, tag: string): string {
  const first = firstIn(element, `:scope > ${tag}`);
  return first ? contentText(first) : '';
}

function placeholderOf(element: Element): string {
  return oneLine(attribute(element, 'placeholder') ?? attribute(element, 'aria-placeholder') ?? '');
}

/** What a browser writes on a button that says nothing (HTML-AAM 1.0 §4.1.2 and §4.1.3). */
function unnamedInput(element: Element): string {
  if (!isHtml(element, 'input')) return '';
  return element.type === 'submit' || element.type === 'image' ? 'Submit' : element.type === 'reset' ? 'Reset' : '';
}
