import { controlValue } from './control-value';
import { isElement, isHtml } from './element-kind';
import { betweenDigits, digitsMeet, MARKED, marksOf } from './inline-marks';
import { mathText } from './math-text';
import { oneLine } from './one-line';
import {
  allIn,
  attribute,
  documentOf,
  firstIn,
  firstOf,
  hasAttribute,
  kindOf,
  nextOf,
  previousElementOf,
  TEXT,
  tagOf,
} from './platform';
import { referenced } from './referenced';
import { secretWriting } from './secret';
import { shadowRootOf } from './shadow';
import { stylesWrite, styleWordsOf } from './style-words';
import { EACH_ASKED, type Telling } from './telling';
import { isSelfVisible, isSubtreeHidden, UNSEEN } from './visibility';

/** Deepest nesting that is read for a name; a name never comes from further down, and a page cannot make us recurse on. */
const DEPTH = 30;

/** How a name is being made (the flags of accname 1.2 §4.3). */
interface Traversal {
  telling: Telling;
  /** Style sheets write words into something. */
  styled: boolean;
  /** Left out: a label's own control. */
  without: Element | undefined;
  /** Hidden content counts: what was referenced is itself hidden (step 2A). */
  hidden: boolean;
  /** References are not followed again (step 2B). */
  referenced: boolean;
  /** Words that the page itself wrote do not count. */
  typed?: boolean;
}

/**
 * Visible words inside an element as accname 1.2 step 2F reads them: labels, alternatives and values in the place of
 * what has them, words of the style sheet, slots filled.
 *
 * @param given.without left out, as a label's own control is
 * @param given.telling of the elements of a read, where there is one
 */
export function contentText(element: Element, given: { without?: Element; telling?: Telling } = {}): string {
  const { without, telling = EACH_ASKED } = given;
  if (element === without) return '';
  const styled = stylesWrite(documentOf(element));
  const traversal = { telling, styled, without, hidden: false, referenced: false };
  return inside(element, tagOf(element), traversal, 0);
}

/** What somebody wrote into an editor: without the words that stand there while it is empty. */
export function typedText(editor: Element): string {
  const traversal = {
    telling: EACH_ASKED,
    styled: false,
    without: undefined,
    hidden: false,
    referenced: false,
    typed: true,
  };
  return oneLine(inside(editor, tagOf(editor), traversal, 0).replaceAll('\ufeff', ''));
}

/** The words that `aria-labelledby` gives an element (accname 1.2 step 2B); empty for none. */
export function labelledByText(element: Element): string {
  const ids = attribute(element, 'aria-labelledby');
  if (ids === null) return '';
  const styled = stylesWrite(documentOf(element));
  const words = referenced(element, ids, 'ariaLabelledByElements')
    .map((target) => {
      const tag = tagOf(target);
      const hidden = !isSelfVisible(target) || isSubtreeHidden(target, tag, true);
      const traversal = { telling: EACH_ASKED, styled, without: undefined, hidden, referenced: true };
      return target === element
        ? (attribute(target, 'aria-label') ?? inside(target, tag, traversal, 0))
        : ownText(target, tag, true, traversal, 0);
    })
    .join(' ');
  return oneLine(words);
}

function inside(element: Element, tag: string, traversal: Traversal, depth: number): string {
  if (depth > DEPTH) return '';
  const around = traversal.styled ? styleWordsOf(element) : undefined;
  let text = around?.before ?? '';
  let seen: boolean | undefined = traversal.hidden || undefined;
  const shadow = shadowRootOf(element, tag);
  // A read has not looked at the shadow root yet.
  const within = shadow ? { ...traversal, telling: EACH_ASKED } : traversal;
  for (let child = firstOf(shadow ?? element); child; child = nextOf(child)) {
    if (kindOf(child) === TEXT) {
      seen ??= isSelfVisible(element);
      if (seen) text += child.nodeValue ?? '';
    } else if (isElement(child)) text += childText(child, within, depth, text);
  }
  return around ? text + around.after : text;
}

/** Editors made with Slate keep it in the editor itself. All others write it by a style sheet, or beside the editor. */
const SLATE_PLACEHOLDER = 'data-slate-placeholder';

/** @param before what stands before it in the same element */
function childText(child: Element, traversal: Traversal, depth: number, before = ''): string {
  const tag = tagOf(child);
  if (child === traversal.without || UNSEEN.has(tag)) return '';
  if (traversal.typed && hasAttribute(child, SLATE_PLACEHOLDER)) return '';
  if (tag === 'br') return ' ';
  const tells = traversal.telling.has(child);
  if (!traversal.hidden && isSubtreeHidden(child, tag, tells)) return '';
  const text = ownText(child, tag, tells, traversal, depth);
  const marks = MARKED.has(tag) && text !== '' ? marksOf(child, tag, before) : undefined;
  if (marks) return marks.before + text + marks.after;
  if (!isInline(child)) return ` ${text} `;
  const last = digitsMeet(before, text) ? previousElementOf(child) : null;
  return last ? betweenDigits(last, child) + text : text;
}

/** Steps 2B to 2I for one node, in their order: reference, value, label, alternative, content, title. */
function ownText(element: Element, tag: string, tells: boolean, traversal: Traversal, depth: number): string {
  if (tells && !traversal.referenced) {
    const text = labelledByText(element);
    if (text) return text;
  }
  const value = embeddedValue(element, tag, tells);
  if (value !== undefined) return ` ${value} `;
  const label = tells ? attribute(element, 'aria-label') : null;
  if (label?.trim()) return ` ${label} `;
  if (tag === 'img' || tag === 'area') return ` ${attribute(element, 'alt') ?? attribute(element, 'title') ?? ''} `;
  if (tag === 'math') return mathText(element);
  if (tag === 'svg') return ` ${firstIn(element, ':scope > title')?.textContent ?? ''} `;
  const text = tag === 'slot' ? slotText(element, traversal, depth) : inside(element, tag, traversal, depth + 1);
  return tells && text.trim() === '' ? (attribute(element, 'title') ?? text) : text;
}

/** Step 2C: what a control inside holds; undefined for what is no control. */
function embeddedValue(element: Element, tag: string, tells: boolean): string | undefined {
  if (tag === 'input' && isHtml(element, 'input')) {
    return /^(button|submit|reset)$/.test(element.type) ? element.value : (controlValue(element)?.text ?? '');
  }
  if (tag === 'select' || tag === 'textarea' || tag === 'meter' || tag === 'progress')
    return controlValue(element)?.text ?? '';
  const secret = tells ? secretWriting(element) : undefined;
  if (secret !== undefined) return secret;
  const role = tells ? attribute(element, 'role') : null;
  if (role === null) return undefined;
  if (role === 'slider' || role === 'spinbutton' || role === 'scrollbar') return controlValue(element)?.text ?? '';
  if (role === 'textbox' || role === 'searchbox') return typedText(element);
  if (role === 'listbox') {
    const chosen = [...allIn(element, '[role=option][aria-selected=true]')];
    return chosen.map((option) => oneLine(contentText(option))).join(', ');
  }
  return undefined;
}

/** Inline boxes are part of a word, all others are words of their own (accname 1.2 step 2F.i). */
function isInline(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return display === 'inline' || /^(contents|ruby|math$)/.test(display);
}

function slotText(slot: Element, traversal: Traversal, depth: number): string {
  const assigned = (slot as HTMLSlotElement).assignedNodes({ flatten: true });
  if (assigned.length === 0) return inside(slot, 'slot', traversal, depth + 1);
  return assigned
    .map((node) => (isElement(node) ? childText(node, traversal, depth + 1) : (node.nodeValue ?? '')))
    .join('');
}
