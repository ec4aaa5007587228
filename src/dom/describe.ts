import type { FieldDescription, PageDescription, TargetDescription } from './description-contract';
import { isHtml } from './element-kind';
import { nameOf } from './name';
import { contentText, typedText } from './name-text';
import { oneLine } from './one-line';
import { allIn, attribute, closest, documentOf, firstIn, parentElementOf, tagOf } from './platform';
import { roleOf } from './role';
import { secrecyOf, toldValue } from './secret';

const FIELDS =
  'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea, [contenteditable]:not([contenteditable=false])';
const MOST_FIELDS = 40;
const DIALOG_LENGTH = 600;

/** One phrase for an element, for example `button "Send"`. */
export function labelOf(element: Element): string {
  const role = roleOf(element);
  const name = nameOf(element, role === 'generic' ? 'button' : role).slice(0, 80);
  return name
    ? `${role === 'generic' ? tagOf(element) : role} ${JSON.stringify(name)}`
    : role === 'generic'
      ? tagOf(element)
      : role;
}

/** What the policy wants to know of an element before input goes out to it. */
export function describeTarget(element: Element): TargetDescription {
  const acting =
    closest(
      element,
      'a[href], area[href], button, input, select, textarea, summary, [role], [onclick], [contenteditable]',
    ) ?? element;
  const role = roleOf(acting);
  const form = formAround(acting);
  const dialog = closest(acting, 'dialog, [role=dialog], [role=alertdialog]');
  return {
    role,
    name: nameOf(acting, role === 'generic' ? 'button' : role),
    tag: tagOf(acting),
    ...(isHtml(acting, 'input') || isHtml(acting, 'button') ? { inputType: acting.type } : {}),
    ...((isHtml(acting, 'a') || isHtml(acting, 'area')) && acting.href ? { href: acting.href } : {}),
    ...(form ? { form } : {}),
    ...(dialog
      ? { dialog: oneLine(`${nameOf(dialog, 'dialog')} ${contentText(dialog)}`).slice(0, DIALOG_LENGTH) }
      : {}),
    headings: headingsAbove(acting),
  };
}

/** What is known of the page itself. */
export function describePage(root: Document): PageDescription {
  return { url: root.location.href, title: oneLine(root.title), lang: attribute(root.documentElement, 'lang') ?? '' };
}

/** The form that an element belongs to, or the nearest box around it that holds fields: many apps have no `<form>`. */
function formAround(element: Element): TargetDescription['form'] | undefined {
  const owner = closest(element, 'form') ?? ('form' in element && isFormElement(element.form) ? element.form : null);
  if (owner) {
    const action = attribute(owner, 'action');
    return {
      action: new URL(action ?? '', documentOf(owner).location.href).href,
      method: (attribute(owner, 'method') ?? 'get').toLowerCase(),
      fields: fieldsIn(owner),
    };
  }
  for (let box: Element | null = parentElementOf(element), up = 0; box && up < 8; box = parentElementOf(box), up++) {
    const fields = fieldsIn(box);
    if (fields.length > 0) return { fields };
  }
  return undefined;
}

function isFormElement(value: unknown): value is HTMLFormElement {
  return typeof value === 'object' && value !== null && 'nodeType' in value && isHtml(value as Element, 'form');
}

function fieldsIn(box: Element): FieldDescription[] {
  return [...allIn(box, FIELDS)].slice(0, MOST_FIELDS).map(fieldOf);
}

function fieldOf(field: Element): FieldDescription {
  const secrecy = secrecyOf(field);
  const autocomplete = attribute(field, 'autocomplete');
  return {
    name: attribute(field, 'name') ?? attribute(field, 'id') ?? '',
    type: isHtml(field, 'input')
      ? field.type
      : tagOf(field) === 'select' || tagOf(field) === 'textarea'
        ? tagOf(field)
        : 'contenteditable',
    label: nameOf(field, roleOf(field)),
    value: toldValue(plainValue(field), secrecy),
    ...(autocomplete ? { autocomplete } : {}),
    secret: secrecy !== 'none',
  };
}

function plainValue(field: Element): string {
  if (isHtml(field, 'select')) return field.selectedOptions[0]?.text ?? '';
  if (isHtml(field, 'textarea')) return field.value;
  if (isHtml(field, 'input')) return /^(checkbox|radio)$/.test(field.type) ? String(field.checked) : field.value;
  return typedText(field);
}

function headingsAbove(element: Element): string[] {
  const headings: string[] = [];
  for (let box: Element | null = element; box && headings.length < 3; box = parentElementOf(box)) {
    const heading = firstIn(
      box,
      ':scope > h1, :scope > h2, :scope > h3, :scope > header h1, :scope > header h2, :scope > legend',
    );
    const text = heading ? oneLine(contentText(heading)).slice(0, 120) : '';
    if (text && !headings.includes(text)) headings.push(text);
  }
  return headings;
}
