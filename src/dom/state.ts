import { isControl, isHtml } from './element-kind';
import { contentText } from './name-text';
import { oneLine } from './one-line';
import {
  attribute,
  attributeNames,
  checkVisibility,
  hasAttribute,
  hasAttributes,
  matches,
  parentElementOf,
  tagOf,
} from './platform';
import { referenced } from './referenced';

const ARIA_STATES = [
  ['aria-selected', 'selected'],
  ['aria-pressed', 'pressed'],
  ['aria-current', 'current'],
  ['aria-busy', 'busy'],
] as const;

/**
 * States of an element as short words, in a fixed order, so that a second read gives the same text.
 *
 * @param aria false for an element without an ARIA attribute
 */
export function statesOf(element: Element, tag: string, aria: boolean, focused: boolean): string[] {
  const states: string[] = [];
  const control = isControl(element, tag);
  const checked = control || aria ? checkedOf(element, aria) : undefined;
  if (checked) states.push(checked);
  if (aria) {
    for (const [name, word] of ARIA_STATES) if (isSaid(element, name)) states.push(word);
    const sort = attribute(element, 'aria-sort');
    if (sort === 'ascending' || sort === 'descending') states.push(`sorted ${sort}`);
  }
  const expanded = expandedOf(element, tag, aria);
  if (expanded) states.push(expanded);
  if ((aria || canBeDisabled(tag)) && isDisabled(element)) states.push('disabled');
  if (control) {
    if ('required' in element && element.required) states.push('required');
    if ('readOnly' in element && element.readOnly) states.push('readonly');
  } else if (aria) {
    if (isSaid(element, 'aria-required')) states.push('required');
    if (isSaid(element, 'aria-readonly')) states.push('readonly');
  }
  if (tag.includes('-')) states.push(...customStates(element, states));
  const invalid = (control && matches(element, ':user-invalid')) || (aria && isSaid(element, 'aria-invalid'));
  if (invalid) states.push(['invalid', ...reasonOf(element)].join(' '));
  if (focused) states.push('focused');
  return states;
}

const DISABLED_BY_TAG = new Set(['button', 'fieldset', 'input', 'optgroup', 'option', 'select', 'textarea']);

/** Native controls, and custom elements that are a part of a form (HTML, form-associated custom elements). */
function canBeDisabled(tag: string): boolean {
  return DISABLED_BY_TAG.has(tag) || tag.includes('-');
}

/** Most elements say nothing by ARIA, and to ask for ten attributes takes longer than to look for any. */
export function saysAria(element: Element): boolean {
  return hasAttributes(element) && attributeNames(element).some(isAria);
}

function isAria(name: string): boolean {
  return name.startsWith('aria-');
}

/** States that a custom element gives itself, and that only selectors tell (HTML, `:state()`): those of Fluent, Web Awesome. */
const CUSTOM_STATES = [
  ['checked', 'checked'],
  ['indeterminate', 'mixed'],
  ['selected', 'selected'],
  ['pressed', 'pressed'],
  ['expanded', 'expanded'],
  ['disabled', 'disabled'],
] as const;

const ANY_STATE = CUSTOM_STATES.map(([name]) => `:state(${name})`).join();

function customStates(element: Element, said: readonly string[]): string[] {
  if (!matches(element, ANY_STATE)) return [];
  return CUSTOM_STATES.flatMap(([name, word]) =>
    !said.includes(word) && matches(element, `:state(${name})`) ? word : [],
  );
}

function isSaid(element: Element, name: string): boolean {
  const value = attribute(element, name);
  return value !== null && value !== '' && value !== 'false';
}

/** Why the page does not accept what a field holds, empty where it does not say why; undefined when it does. */
export function problemWith(field: Element): string | undefined {
  const native = isControl(field) && 'validity' in field && !field.validity.valid;
  return native || isSaid(field, 'aria-invalid') ? (reasonOf(field)[0] ?? '') : undefined;
}

/** Why a field is not accepted: what the page says of it in sight, else what the browser says. */
function reasonOf(element: Element): string[] {
  const ids = attribute(element, 'aria-errormessage');
  const [target] = ids === null ? [] : referenced(element, ids, 'ariaErrorMessageElements');
  const said = target && checkVisibility(target, { visibilityProperty: true }) ? oneLine(contentText(target)) : '';
  const native = isControl(element) && 'validationMessage' in element ? element.validationMessage : '';
  const reason = said || native;
  return reason ? [JSON.stringify(reason)] : [];
}

/** True when the element, its fieldset or ARIA says that it cannot be used. */
export function isDisabled(element: Element): boolean {
  return matches(element, ':disabled') || attribute(element, 'aria-disabled') === 'true';
}

function checkedOf(element: Element, says: boolean): string | undefined {
  if (isHtml(element, 'input') && /^(checkbox|radio)$/.test(element.type)) {
    return element.indeterminate ? 'mixed' : element.checked ? 'checked' : undefined;
  }
  const aria = says ? attribute(element, 'aria-checked') : null;
  return aria === 'true' ? 'checked' : aria === 'mixed' ? 'mixed' : undefined;
}

/** What may have a `popovertarget` (HTML, the popover target attributes). */
const OPENERS = new Set(['button', 'input']);

function expandedOf(element: Element, tag: string, says: boolean): string | undefined {
  const aria = says ? attribute(element, 'aria-expanded') : null;
  const opened = OPENERS.has(tag) ? openedBy(element) : undefined;
  if (opened) return matches(opened, ':popover-open') ? 'expanded' : 'collapsed';
  if (aria) return aria === 'true' ? 'expanded' : 'collapsed';
  if (tag !== 'summary') return undefined;
  return parentElementOf(element)?.hasAttribute('open') ? 'expanded' : 'collapsed';
}

/** The popover that a button opens or closes (HTML, the popover target and command attributes). */
function openedBy(opener: Element): Element | undefined {
  if (hasAttribute(opener, 'popovertarget') && 'popoverTargetElement' in opener && opener.popoverTargetElement)
    return opener.popoverTargetElement as Element;
  if (!isHtml(opener, 'button') || !hasAttribute(opener, 'commandfor') || !('commandForElement' in opener))
    return undefined;
  const opens = POPOVER_COMMAND.test(attribute(opener, 'command') ?? '');
  return opens ? (opener.commandForElement ?? undefined) : undefined;
}

const POPOVER_COMMAND = /^(toggle|show|hide)-popover$/i;

/** Level of a heading, 1 to 9; 2 where none is said (ARIA 1.3, heading). */
export function headingLevel(element: Element): number {
  const said = Number(attribute(element, 'aria-level') ?? tagOf(element).slice(1));
  return Number.isInteger(said) && said > 0 ? said : 2;
}
