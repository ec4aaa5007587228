import { controlValue } from './control-value';
import { isElement, isHtml } from './element-kind';
import { oneLine } from './one-line';
import {
  allIn,
  attribute,
  documentOf,
  firstIn,
  firstOf,
  hasAttribute,
  hasAttributes,
  kindOf,
  nextOf,
  rootOf,
  tagOf,
} from './platform';
import { shadowRootOf } from './shadow';
import { wordsOfStyle } from './style-words';
import { isSelfVisible, isSubtreeHidden, UNSEEN } from './visibility';

/** Deepest nesting that is read for a name; a name never comes from further down, and a page cannot make us recurse on. */
const DEPTH = 30;

/** How a name is being made (the flags of accname 1.2 §4.3). */
interface Traversal {
  /** Left out: a label's own control. */
  without: Element | undefined;
  /** Hidden content counts: what was referenced is itself hidden (step 2A). */
  hidden: boolean;
  /** References are not followed again (step 2B). */
  referenced: boolean;
}

/**
 * Visible words inside an element as accname 1.2 step 2F reads them: labels, alternatives and values in the place of
 * what has them, words of the style sheet, slots filled.
 *
 * @param without left out, as a label's own control is
 */
export function contentText(element: Element, without?: Element): string {
  if (element === without) return '';
  return inside(element, { without, hidden: false, referenced: false }, 0);
}

/** The words that `aria-labelledby` or `aria-describedby` gives an element (accname 1.2 step 2B). */
export function referencedText(element: Element, ids: string): string {
  const root = rootOf(element);
  const scope = root instanceof ShadowRoot ? root : documentOf(element);
  return ids
    .split(/\s+/)
    .flatMap((id) => (id && scope.getElementById(id)) || [])
    .map((target) => {
      const hidden = !isSelfVisible(target) || isSubtreeHidden(target);
      const traversal = { without: undefined, hidden, referenced: true };
      return target === element
        ? (attribute(target, 'aria-label') ?? inside(target, traversal, 0))
        : ownText(target, tagOf(target), traversal, 0);
    })
    .join(' ');
}

function inside(element: Element, traversal: Traversal, depth: number): string {
  if (depth > DEPTH) return '';
  let text = wordsOfStyle(element, '::before', false);
  let seen: boolean | undefined = traversal.hidden || undefined;
  for (let child = firstOf(shadowRootOf(element) ?? element); child; child = nextOf(child)) {
    if (kindOf(child) === Node.TEXT_NODE) {
      seen ??= isSelfVisible(element);
      if (seen) text += child.nodeValue ?? '';
    } else if (isElement(child)) text += childText(child, traversal, depth);
  }
  return text + wordsOfStyle(element, '::after', false);
}

function childText(child: Element, traversal: Traversal, depth: number): string {
  const tag = tagOf(child);
  if (child === traversal.without || UNSEEN.has(tag)) return '';
  if (tag === 'br') return ' ';
  if (!traversal.hidden && isSubtreeHidden(child)) return '';
  const text = ownText(child, tag, traversal, depth);
  return isInline(child) ? text : ` ${text} `;
}

/** Steps 2B to 2I for one node, in their order: reference, value, label, alternative, content, title. */
function ownText(element: Element, tag: string, traversal: Traversal, depth: number): string {
  const attributes = hasAttributes(element);
  if (attributes && !traversal.referenced) {
    const ids = attribute(element, 'aria-labelledby');
    const text = ids ? oneLine(referencedText(element, ids)) : '';
    if (text) return text;
  }
  const value = embeddedValue(element, tag);
  if (value !== undefined) return ` ${value} `;
  const label = attributes ? attribute(element, 'aria-label') : null;
  if (label?.trim()) return ` ${label} `;
  if (tag === 'img' || tag === 'area') return ` ${attribute(element, 'alt') ?? attribute(element, 'title') ?? ''} `;
  if (tag === 'svg') return ` ${firstIn(element, ':scope > title')?.textContent ?? ''} `;
  const text = tag === 'slot' ? slotText(element, traversal, depth) : inside(element, traversal, depth + 1);
  return attributes && text.trim() === '' ? (attribute(element, 'title') ?? text) : text;
}

/** Step 2C: what a control inside holds; undefined for what is no control. */
function embeddedValue(element: Element, tag: string): string | undefined {
  if (isHtml(element, 'input')) {
    return /^(button|submit|reset)$/.test(element.type) ? element.value : (controlValue(element)?.text ?? '');
  }
  if (tag === 'select' || tag === 'textarea' || tag === 'meter' || tag === 'progress')
    return controlValue(element)?.text ?? '';
  const role = hasAttribute(element, 'role') ? attribute(element, 'role') : null;
  if (role === 'slider' || role === 'spinbutton' || role === 'scrollbar') return controlValue(element)?.text ?? '';
  if (role === 'textbox' || role === 'searchbox') return oneLine(contentText(element));
  if (role === 'listbox') {
    const chosen = [...allIn(element, '[role=option][aria-selected=true]')];
    return chosen.map((option) => oneLine(contentText(option))).join(', ');
  }
  return undefined;
}

/** Inline boxes are part of a word, all others are words of their own (accname 1.2 step 2F.i). */
function isInline(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return display === 'inline' || display === 'contents';
}

function slotText(slot: Element, traversal: Traversal, depth: number): string {
  const assigned = (slot as HTMLSlotElement).assignedNodes({ flatten: true });
  if (assigned.length === 0) return inside(slot, traversal, depth + 1);
  return assigned
    .map((node) => (isElement(node) ? childText(node, traversal, depth + 1) : (node.nodeValue ?? '')))
    .join('');
}
