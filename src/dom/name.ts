import { capabilityName } from './capability';
import { isControl, isHtml } from './element-kind';
import { isNamedByLabel, labelsOfCustom } from './label-control';
import { contentText, labelledByText } from './name-text';
import { oneLine } from './one-line';
import { allWordsOf, attribute, documentOf, firstElementOf, firstIn, openShadowOf, tagOf } from './platform';
import { likelyStyleWordsOf, type StyleWords, stylesWrite, styleWordsOf } from './style-words';
import { EACH_ASKED, type Telling } from './telling';
import { takesPlace } from './visibility';

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

/**
 * Accessible name, after the order of accname 1.2: labelledby, label, native label, content, title, placeholder.
 *
 * @param telling of the elements of a read, where there is one
 */
export function nameOf(element: Element, role: string, telling: Telling = EACH_ASKED): string {
  const tag = tagOf(element);
  const tells = telling.has(element);
  if (tells) {
    const text = labelledByText(element);
    if (text) return text;
    const label = oneLine(attribute(element, 'aria-label') ?? '');
    if (label) return label;
  }
  return (
    oneLine(nativeName(element, tag, telling)) ||
    (NAMED_BY_CONTENT.has(role) ? oneLine(contentName(element, telling)) : '') ||
    (tells ? oneLine(attribute(element, 'title') ?? '') : '') ||
    (tells || isControl(element, tag) ? placeholderOf(element) : '') ||
    (tag === 'input' ? unnamedInput(element) : '')
  );
}

/** What HTML-AAM 1.0 §4.1 names an element by: a value, an alternative, a label, a legend, a caption. */
function nativeName(element: Element, tag: string, telling: Telling): string {
  switch (tag) {
    case 'a':
      return '';
    case 'img':
    case 'area':
      return attribute(element, 'alt') ?? '';
    case 'svg':
      return firstIn(element, ':scope > title')?.textContent ?? '';
    case 'fieldset':
      return textOfFirst(element, 'legend', telling);
    case 'table':
      return textOfFirst(element, 'caption', telling);
    case 'figure':
      return textOfFirst(element, 'figcaption', telling);
    case 'optgroup':
      return attribute(element, 'label') ?? '';
    case 'camera':
    case 'geolocation':
    case 'microphone':
    case 'usermedia':
      return capabilityName(element, tag) ?? '';
    case 'input': {
      const own = inputName(element);
      if (own !== undefined) return own;
    }
  }
  const labels = labelsOf(element, tag);
  return labels === null ? '' : [...labels].map((each) => contentText(each, { without: element, telling })).join(' ');
}

/** What is written on an input that is a button; undefined for one that is none. */
function inputName(element: Element): string | undefined {
  if (!isHtml(element, 'input')) return undefined;
  if (/^(submit|button|reset)$/.test(element.type)) return element.value;
  return element.type === 'image' ? (attribute(element, 'alt') ?? '') : undefined;
}

const LABELABLE = new Set(['meter', 'progress', 'output']);

function labelsOf(element: Element, tag: string): Iterable<Element> | null {
  if (isControl(element, tag)) return element.labels;
  if (tag.includes('-')) return isNamedByLabel(element) ? labelsOfCustom(element) : null;
  return LABELABLE.has(tag) ? (element as HTMLMeterElement).labels : null;
}

function contentName(element: Element, telling: Telling): string {
  // The element itself was found visible; without elements in it its words are too.
  const plain = firstElementOf(element) === null && openShadowOf(element) === null;
  const text = plain ? allWordsOf(element) : contentText(element, { telling });
  // Words of a style sheet that does not tell take a place too.
  if (text.trim() === '') return takesPlace(element) ? wordsAround(text, likelyStyleWordsOf(element)) : '';
  return plain && stylesWrite(documentOf(element)) ? wordsAround(text, styleWordsOf(element)) : text;
}

function wordsAround(text: string, words: StyleWords | undefined): string {
  return words ? words.before + text + words.after : text;
}

function textOfFirst(element: Element, tag: string, telling: Telling): string {
  const first = firstIn(element, `:scope > ${tag}`);
  return first ? contentText(first, { telling }) : '';
}

function placeholderOf(element: Element): string {
  return oneLine(attribute(element, 'placeholder') ?? attribute(element, 'aria-placeholder') ?? '');
}

/** What a browser writes on a button that says nothing (HTML-AAM 1.0 §4.1.2 and §4.1.3). */
function unnamedInput(element: Element): string {
  if (!isHtml(element, 'input')) return '';
  return element.type === 'submit' || element.type === 'image' ? 'Submit' : element.type === 'reset' ? 'Reset' : '';
}
