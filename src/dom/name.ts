import { attribute, firstOf, isControl, isElement, isHtml, nextOf, tagOf } from './element-kind';
import { isSelfVisible, isSubtreeHidden } from './visibility';

/** Roles whose content is their name (ARIA 1.2 §5.2.8.4). */
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

/** One line: white space folded, ends trimmed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** True when a role takes its name from what it contains. */
export function isNamedByContent(role: string): boolean {
  return NAMED_BY_CONTENT.has(role);
}

/** Accessible name, after the order of accname 1.2: labelledby, label, native label, content, title, placeholder. */
export function nameOf(element: Element, role: string): string {
  const labelledby = attribute(element, 'aria-labelledby');
  if (labelledby) {
    const root = element.getRootNode();
    const scope = root instanceof ShadowRoot ? root : element.ownerDocument;
    const text = labelledby
      .split(/\s+/)
      .flatMap((id) => (id && scope.getElementById(id)) || [])
      .map((label) => contentText(label))
      .join(' ');
    if (oneLine(text)) return oneLine(text);
  }
  const label = oneLine(attribute(element, 'aria-label') ?? '');
  if (label) return label;
  return oneLine(nativeName(element, role)) || oneLine(attribute(element, 'title') ?? '') || placeholderOf(element);
}

function nativeName(element: Element, role: string): string {
  const tag = tagOf(element);
  if (isHtml(element, 'input') && /^(submit|button|reset)$/.test(element.type)) {
    if (element.value) return element.value;
    return element.type === 'submit' ? 'Submit' : element.type === 'reset' ? 'Reset' : '';
  }
  if (tag === 'img' || tag === 'area' || (isHtml(element, 'input') && element.type === 'image')) {
    return attribute(element, 'alt') ?? '';
  }
  if (tag === 'svg') return element.querySelector(':scope > title')?.textContent ?? '';
  if (isControl(element) && element.labels?.length) {
    return [...element.labels].map((each) => contentText(each, element)).join(' ');
  }
  if (tag === 'fieldset') return textOfFirst(element, 'legend');
  if (tag === 'table') return textOfFirst(element, 'caption');
  if (tag === 'figure') return textOfFirst(element, 'figcaption');
  if (!NAMED_BY_CONTENT.has(role)) return '';
  // The element itself was found visible; without elements in it its words are too.
  return element.firstElementChild === null && element.shadowRoot === null
    ? (element.textContent ?? '')
    : contentText(element);
}

function textOfFirst(element: Element, tag: string): string {
  const first = element.querySelector(`:scope > ${tag}`);
  return first ? contentText(first) : '';
}

function placeholderOf(element: Element): string {
  return oneLine(attribute(element, 'placeholder') ?? attribute(element, 'aria-placeholder') ?? '');
}

/** Deepest nesting that is read for a name; a name never comes from further down, and a page cannot make us recurse on. */
const DEPTH = 30;

/** Visible text inside an element, with the alternatives of pictures; `without` (a label's own control) is left out. */
export function contentText(element: Element, without?: Element, depth = 0): string {
  if (element === without || depth > DEPTH) return '';
  let text = '';
  let seen: boolean | undefined;
  for (let child = firstOf(element.shadowRoot ?? element); child; child = nextOf(child)) {
    if (child.nodeType === Node.TEXT_NODE) {
      seen ??= isSelfVisible(element);
      if (seen) text += child.nodeValue ?? '';
      continue;
    }
    if (!isElement(child) || isSubtreeHidden(child)) continue;
    const tag = tagOf(child);
    const label = attribute(child, 'aria-label');
    if (label) text += ` ${label} `;
    else if (tag === 'img') text += ` ${attribute(child, 'alt') ?? ''} `;
    else if (tag === 'br') text += ' ';
    else if (tag === 'svg') text += ` ${child.querySelector(':scope > title')?.textContent ?? ''} `;
    else if (tag === 'input' || tag === 'select' || tag === 'textarea') continue;
    else if (tag === 'slot' && 'assignedNodes' in child) text += slotText(child, without, depth);
    else {
      const inner = contentText(child, without, depth + 1);
      text += standsInLine(child, tag) ? inner : ` ${inner} `;
    }
  }
  return text;
}

/** Boxes of their own are words of their own (accname 1.2, step 2F: block-level content is set off by spaces). */
function standsInLine(element: Element, tag: string): boolean {
  return INLINE.has(tag) && getComputedStyle(element).display === 'inline';
}

function slotText(slot: Element, without: Element | undefined, depth: number): string {
  const assigned = (slot as HTMLSlotElement).assignedNodes({ flatten: true });
  return assigned
    .map((node) => (isElement(node) ? contentText(node, without, depth + 1) : (node.nodeValue ?? '')))
    .join('');
}

/** Tags that do not break a line of text. */
export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
