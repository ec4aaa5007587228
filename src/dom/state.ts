import { attribute, isControl, isHtml, tagOf } from './element-kind';
import { oneLine } from './one-line';

/** States of an element as short words, in a fixed order, so that a second read gives the same text. */
export function statesOf(element: Element): string[] {
  const states: string[] = [];
  const checked = checkedOf(element);
  if (checked) states.push(checked);
  for (const [name, word] of [
    ['aria-selected', 'selected'],
    ['aria-pressed', 'pressed'],
    ['aria-current', 'current'],
    ['aria-busy', 'busy'],
  ] as const) {
    const value = attribute(element, name);
    if (value && value !== 'false') states.push(word);
  }
  const expanded = expandedOf(element);
  if (expanded) states.push(expanded);
  if (isDisabled(element)) states.push('disabled');
  if (isControl(element)) {
    if ('required' in element && element.required) states.push('required');
    if ('readOnly' in element && element.readOnly) states.push('readonly');
  } else if (attribute(element, 'aria-required') === 'true') states.push('required');
  if (attribute(element, 'aria-invalid') && attribute(element, 'aria-invalid') !== 'false') states.push('invalid');
  if (element.ownerDocument.activeElement === element) states.push('focused');
  return states;
}

/** True when the element, its fieldset or ARIA says that it cannot be used. */
export function isDisabled(element: Element): boolean {
  return element.matches(':disabled') || attribute(element, 'aria-disabled') === 'true';
}

function checkedOf(element: Element): string | undefined {
  if (isHtml(element, 'input') && /^(checkbox|radio)$/.test(element.type)) {
    return element.indeterminate ? 'mixed' : element.checked ? 'checked' : undefined;
  }
  const aria = attribute(element, 'aria-checked');
  return aria === 'true' ? 'checked' : aria === 'mixed' ? 'mixed' : undefined;
}

function expandedOf(element: Element): string | undefined {
  const aria = attribute(element, 'aria-expanded');
  if (aria) return aria === 'true' ? 'expanded' : 'collapsed';
  if (tagOf(element) !== 'summary') return undefined;
  return element.parentElement?.hasAttribute('open') ? 'expanded' : 'collapsed';
}

/** What a native select offers, or an input's list of suggestions, as a person reads it; undefined for everything else. */
export function optionsOf(element: Element): readonly string[] | undefined {
  if (isHtml(element, 'select')) return [...element.options].map((option) => oneLine(option.label));
  const suggested = isHtml(element, 'input') && element.hasAttribute('list') ? element.list : null;
  return suggested ? [...suggested.options].map((option) => oneLine(option.label || option.value)) : undefined;
}

/** Level of a heading, 1 to 9; 2 where none is said (ARIA 1.2, heading). */
export function headingLevel(element: Element): number {
  const said = Number(attribute(element, 'aria-level') ?? tagOf(element).slice(1));
  return Number.isInteger(said) && said > 0 ? said : 2;
}
