import { controlValue } from './control-value';
import { holdsWords, isDrawing } from './drawing';
import { isControl, isEditingHost, isHtml } from './element-kind';
import { foreignFrame } from './foreign-frame';
import { isFrameTag } from './frame-tag';
import { documentIn } from './framed';
import { isNamedByContent, nameOf } from './name';
import { contentText, typedText } from './name-text';
import { oneLine } from './one-line';
import type { Operation } from './operation';
import { placeholderIn } from './placeholder';
import { allIn, attribute, boxOf, firstElementOf, firstIn, tagOf } from './platform';
import { secretWriting } from './secret';
import { offeredBy } from './select-options';
import { shadowRootOf } from './shadow';
import { isPlainText, type SnapshotNode } from './snapshot-node';
import { saysAria, statesOf } from './state';
import { CELLS } from './structure';
import type { Telling } from './telling';
import { takesPlace } from './visibility';

/** Roles in which nothing is read: they are one thing to a person. */
const WHOLE = new Set(['img', 'canvas', 'video', 'audio', 'meter', 'progressbar', 'separator']);

/** What is known of an element before its line is made. */
export interface Subject {
  element: Element;
  tag: string;
  role: string;
  /** Missing for what only says something. */
  operation: Operation | undefined;
  focused: boolean;
  /** Of the elements of the read. */
  telling: Telling;
}

/**
 * The node of an element that has a line: role, name, states, value. `from` is where reading goes on below it, if
 * anywhere: not where the content is the name already.
 */
export function lineNode(subject: Subject): { node: SnapshotNode; from: Element | undefined } {
  const { element, tag, role, operation, focused, telling } = subject;
  const interactive = operation !== undefined;
  // What is in it is not its name.
  const box = operation === 'box';
  const more = box || (interactive && holdsMore(element, tag));
  const clickable = interactive && PLAIN.has(role);
  const aria = saysAria(element);
  const named = namedAs(role, clickable, more, interactive);
  const name = nameOf(element, named, telling);
  const node: SnapshotNode = {
    role: !clickable ? role : box ? 'group' : 'clickable',
    name,
    named,
    states: statesOf(element, tag, aria, focused),
    children: [],
    element,
  };
  const secret = telling.has(element) ? secretWriting(element) : undefined;
  const written = secret !== undefined || (role === 'textbox' && isEditingHost(element) && !holdsMore(element, tag));
  const value = written ? { text: secret ?? typedText(element) } : controlValue(element, tag, aria);
  if (value?.text) node.value = value.text;
  if (value?.range) node.range = value.range;
  if (role === 'canvas') node.states.push(sizeOf(element));
  const shown = (aria || tag === 'button') && interactive && !more ? wordsBesideName(element, role, name) : '';
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

/** Without a name of their own in ARIA: what can be operated there is called clickable. */
const PLAIN = new Set(['generic', 'listitem', 'term', 'definition', 'figure', 'group']);

const CONTROL_ROLES = [
  ...['button', 'link', 'checkbox', 'radio', 'switch', 'textbox', 'searchbox', 'combobox', 'slider', 'spinbutton'],
  ...['menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'tab', 'treeitem'],
];
/** `[role]` once and by itself: most elements have none, and are not asked for each. */
const CONTROLS = [
  'a[href], button, input, select, textarea, summary, iframe, [tabindex="0"]',
  '[contenteditable]:not([contenteditable=false])',
  `[role]:is(${CONTROL_ROLES.map((role) => `[role=${role}]`).join()})`,
].join();

/** Nested controls are lost if a link's or button's content is taken for its name only. */
function holdsMore(element: Element, tag: string): boolean {
  // Most links and buttons hold nothing but words.
  if (firstElementOf(element) !== null && firstIn(element, CONTROLS) !== null) return true;
  const shadow = tag.includes('-') ? shadowRootOf(element, tag) : null;
  return shadow !== null && shadow.querySelector(CONTROLS) !== null;
}

/** The same, also with what is in shadow trees below: for the few boxes that only show a hand. */
export function holdsMoreDeep(element: Element, tag: string): boolean {
  return (
    holdsMore(element, tag) ||
    [...allIn(element, '*')].some((inner) => isCustom(inner) && holdsMoreDeep(inner, tagOf(inner)))
  );
}

function isCustom(element: Element): boolean {
  return tagOf(element).includes('-');
}

/** What is on lines below needs no name made of them: it would be said twice. */
function namedAs(role: string, clickable: boolean, more: boolean, interactive: boolean): string {
  if (more || (role === 'heading' && !interactive) || CELLS.has(role)) return 'generic';
  return clickable ? 'button' : role;
}

function contentOf(subject: Subject, more: boolean, node: SnapshotNode): Element | undefined {
  const { element, tag, role, operation } = subject;
  const interactive = operation !== undefined;
  if (isFrameTag(tag)) return frameBody(element, node);
  if (tag !== 'button' && isControl(element, tag)) return undefined;
  if (WHOLE.has(role)) return isDrawing(element, role) && holdsWords(element) ? element : undefined;
  if (more || (role === 'heading' && !interactive) || CELLS.has(role)) return element;
  return isNamedByContent(role) || (interactive && PLAIN.has(role)) ? undefined : element;
}

function frameBody(element: Element, node: SnapshotNode): Element | undefined {
  const src = isHtml(element, 'iframe') ? element.src : '';
  const inside = documentIn(element);
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
  const labelled = isHtml(element, 'button') && element.labels.length > 0;
  if (!labelled && attribute(element, 'aria-label') === null && attribute(element, 'aria-labelledby') === null)
    return '';
  const words = oneLine(contentText(element));
  return name.toLowerCase().includes(words.toLowerCase()) ? '' : words.slice(0, SHOWN_LENGTH);
}

/** What is nothing without a name or a place. */
const EMPTY = new Set(['link', 'button', 'clickable']);

/** True for what a person does not find on the page, and that does not say what it is. */
export function isNothing({ role, name, element }: SnapshotNode): boolean {
  return name === '' && EMPTY.has(role) && !takesPlace(element);
}

/** False for what tells nothing. A cell without anything in it keeps the others in their columns. */
export function isWorthALine({ role, ref, name, children, value }: SnapshotNode): boolean {
  return CELLS.has(role) || ref !== undefined || name !== '' || children.length > 0 || value !== undefined;
}

function isPlainPicture({ role, ref, children, states }: SnapshotNode): boolean {
  return role === 'img' && ref === undefined && children.length === 0 && states.length === 0;
}

/** A name said again by the only words or picture below it is left out. Links in those words are told nowhere else. */
export function withoutName(children: SnapshotNode[], name: string): SnapshotNode[] {
  return name === '' || children.length === 0
    ? children
    : children.filter((child) => !(isPlainText(child) || isPlainPicture(child)) || oneLine(child.name) !== name);
}
