import { controlValue } from './control-value';
import { holdsWords, isDrawing } from './drawing';
import { isControl, isEditingHost, isHtml } from './element-kind';
import { foreignFrame, isFrameTag } from './foreign-frame';
import { isNamedByContent, nameOf } from './name';
import { contentText, typedText } from './name-text';
import { oneLine } from './one-line';
import { placeholderIn } from './placeholder';
import { attribute, boxOf, firstElementOf, firstIn } from './platform';
import { secretWriting } from './secret';
import { offeredBy } from './select-options';
import type { SnapshotNode } from './snapshot-node';
import { saysAria, statesOf } from './state';
import { CELLS } from './structure';
import type { Telling } from './telling';

/** Roles in which nothing is read: they are one thing to a person. */
const WHOLE = new Set(['img', 'canvas', 'video', 'audio', 'meter', 'progressbar', 'separator']);

/** What is known of an element before its line is made. */
export interface Subject {
  element: Element;
  tag: string;
  role: string;
  /** A person can operate it. */
  interactive: boolean;
  focused: boolean;
  /** Of the elements of the read. */
  telling: Telling;
}

/**
 * The node of an element that has a line: role, name, states, value. `from` is where reading goes on below it, if
 * anywhere: not where the content is the name already.
 */
export function lineNode(subject: Subject): { node: SnapshotNode; from: Element | undefined } {
  const { element, tag, role, interactive, focused, telling } = subject;
  const more = interactive && holdsMore(element);
  const clickable = interactive && role === 'generic';
  const aria = saysAria(element);
  const name = nameOf(element, namedAs(role, clickable, more), telling);
  const node: SnapshotNode = {
    role: clickable ? 'clickable' : role,
    name,
    states: statesOf(element, tag, aria, focused),
    children: [],
    element,
  };
  const secret = telling.has(element) ? secretWriting(element) : undefined;
  const written = secret !== undefined || (role === 'textbox' && isEditingHost(element) && !holdsMore(element));
  const value = written ? { text: secret ?? typedText(element) } : controlValue(element, aria);
  if (value?.text) node.value = value.text;
  if (value?.range) node.range = value.range;
  if (role === 'canvas') node.states.push(sizeOf(element));
  const shown = aria && interactive && !more ? wordsBesideName(element, role, name) : '';
  if (shown) node.states.push(`shows ${JSON.stringify(shown)}`);
  const hint = written || tag === 'input' || tag === 'textarea' ? placeholderIn(element, name, value?.text ?? '') : '';
  if (hint) node.states.push(`placeholder ${JSON.stringify(hint)}`);
  const offered = offeredBy(element, tag);
  if (offered) {
    node.options = offered.names;
    if (offered.disabled.size > 0) node.disabledOptions = offered.disabled;
  }
  return { node, from: written ? undefined : contentOf(subject, more, node) };
}

const ADDRESSED = new Set(['dialog', 'alertdialog', 'iframe', 'popover', 'scroll area', 'canvas']);

/** True for what gets a ref: what can be operated, and what a smaller read may start from. */
export function isAddressed(role: string, interactive: boolean): boolean {
  return interactive || ADDRESSED.has(role);
}

/** Nested controls are lost if a link's or button's content is taken for its name only. */
export function holdsMore(element: Element): boolean {
  return (
    // Most links and buttons hold nothing but words.
    firstElementOf(element) !== null &&
    firstIn(
      element,
      'a[href], button, input, select, textarea, [role=button], [role=link], [role=checkbox], [role=textbox], [role=switch], [role=menuitem], [tabindex="0"], [contenteditable]:not([contenteditable=false]), iframe',
    ) !== null
  );
}

/** What is on lines below needs no name made of them: it would be said twice. */
function namedAs(role: string, clickable: boolean, more: boolean): string {
  if (more || role === 'heading' || CELLS.has(role)) return 'generic';
  return clickable ? 'button' : role;
}

function contentOf(subject: Subject, more: boolean, node: SnapshotNode): Element | undefined {
  const { element, tag, role, interactive } = subject;
  if (isFrameTag(tag)) return frameBody(element, node);
  if (isControl(element) && tag !== 'button') return undefined;
  if (WHOLE.has(role)) return isDrawing(element, role) && holdsWords(element) ? element : undefined;
  if (more || role === 'heading' || CELLS.has(role)) return element;
  return isNamedByContent(role) || (interactive && role === 'generic') ? undefined : element;
}

function frameBody(element: Element, node: SnapshotNode): Element | undefined {
  const src = isHtml(element, 'iframe') ? element.src : '';
  const inside = 'contentDocument' in element ? (element.contentDocument as Document | null) : undefined;
  // Each frame begins with an empty document of our own site, whatever is on its way: that is not what it shows.
  const begins = inside?.URL === 'about:blank' && /^https?:/.test(src) && !inside.body?.firstChild;
  if (inside?.body && !begins) return inside.body;
  const frame = foreignFrame(element);
  if (frame) node.frame = { ...frame, src };
  return undefined;
}

/** A drawing says nothing of itself but how large it is. */
function sizeOf(element: Element): string {
  const { width, height } = boxOf(element);
  return `${Math.round(width)}×${Math.round(height)}`;
}

const SHOWN_LENGTH = 80;

/** What a person reads on an element whose label says something else; empty when the label holds the words. */
function wordsBesideName(element: Element, role: string, name: string): string {
  if (!isNamedByContent(role)) return '';
  if (attribute(element, 'aria-label') === null && attribute(element, 'aria-labelledby') === null) return '';
  const words = oneLine(contentText(element));
  return name.toLowerCase().includes(words.toLowerCase()) ? '' : words.slice(0, SHOWN_LENGTH);
}
