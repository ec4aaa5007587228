import { isHtml } from './element-kind';
import { oneLine } from './one-line';
import { attribute, firstIn, hasAttribute, matches, parentElementOf, tagOf } from './platform';

/** What a select, or an input's list of suggestions, offers. */
export interface Offered {
  /** As a person reads them, those of a group after its name: `Monday / 09:00`. */
  names: readonly string[];
  /** Numbers of those that cannot be chosen now. */
  disabled: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** Undefined for everything that offers nothing. */
export function offeredBy(element: Element, tag: string): Offered | undefined {
  if (tag !== 'select' && tag !== 'input') return undefined;
  if (isHtml(element, 'select')) {
    const options = [...element.options];
    // Most selects have neither: two questions for each option would make those of thousands slow.
    const plain = firstIn(element, 'optgroup, option[disabled]') === null;
    if (plain) return { names: options.map(({ label }) => oneLine(label)), disabled: NONE };
    const disabled = options.flatMap((option, at) => (matches(option, ':disabled') ? [at] : []));
    return { names: options.map(optionName), disabled: new Set(disabled) };
  }
  const suggested = isHtml(element, 'input') && hasAttribute(element, 'list') ? element.list : null;
  if (!suggested) return undefined;
  return { names: [...suggested.options].map(({ label, value }) => oneLine(label || value)), disabled: NONE };
}

/** Words of an option, after the name of its group where it has one. */
export function optionName(option: HTMLOptionElement): string {
  const group = parentElementOf(option);
  const name = group && tagOf(group) === 'optgroup' ? oneLine(attribute(group, 'label') ?? '') : '';
  const words = oneLine(option.label);
  return name ? `${name} / ${words}` : words;
}

/** What a select shows as chosen: with the group only where another option has the same words. */
export function chosenNames(select: HTMLSelectElement): string[] {
  return [...select.selectedOptions].map((option) =>
    alike(select, option).length > 1 ? optionName(option) : oneLine(option.label),
  );
}

/** The options that have the same words as one, itself too. */
export function alike(select: HTMLSelectElement, option: HTMLOptionElement): HTMLOptionElement[] {
  if (firstIn(select, 'optgroup') === null) return [option];
  const words = oneLine(option.label);
  return [...select.options].filter(({ label }) => oneLine(label) === words);
}
