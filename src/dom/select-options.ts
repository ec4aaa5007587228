import { isElement, isHtml } from './element-kind';
import { oneLine } from './one-line';
import {
  attribute,
  childNodesOf,
  firstElementOf,
  firstIn,
  hasAttribute,
  matches,
  parentElementOf,
  tagOf,
} from './platform';

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
    const plain = firstIn(element, 'optgroup, option[disabled], option > *') === null;
    if (plain) return { names: options.map(({ label }) => oneLine(label)), disabled: NONE };
    const disabled = options.flatMap((option, at) => (matches(option, ':disabled') ? [at] : []));
    return { names: options.map(optionName), disabled: new Set(disabled) };
  }
  const suggested = isHtml(element, 'input') && hasAttribute(element, 'list') ? element.list : null;
  if (!suggested) return undefined;
  return { names: [...suggested.options].map(suggestion), disabled: NONE };
}

/** What a suggestion writes into the field, with what is shown beside it (HTML, the datalist element). */
function suggestion({ label, value }: HTMLOptionElement): string {
  const [written, beside] = [oneLine(value), oneLine(label)];
  return beside === '' || beside === written ? written : `${written} (${beside})`;
}

/** Words of an option, after the name of its group where it has one. */
export function optionName(option: HTMLOptionElement): string {
  const group = parentElementOf(option);
  const name = group && tagOf(group) === 'optgroup' ? oneLine(attribute(group, 'label') ?? '') : '';
  const words = wordsOfOption(option);
  return name ? `${name} / ${words}` : words;
}

/** What a select shows as chosen: with the group only where another option has the same words. */
export function chosenNames(select: HTMLSelectElement): string[] {
  return [...select.selectedOptions].map((option) =>
    alike(select, option).length > 1 ? optionName(option) : wordsOfOption(option),
  );
}

/**
 * A select that draws its options itself has pictures in them and parts side by side (`appearance: base-select`). Styles do
 * not tell which: what is in a closed list has no box.
 */
function wordsOfOption(option: HTMLOptionElement): string {
  if (firstElementOf(option) === null || attribute(option, 'label')) return oneLine(option.label);
  return oneLine(partsOf(option));
}

function partsOf(element: Element): string {
  const parts = [...childNodesOf(element)].map((node) => {
    if (!isElement(node)) return node.nodeValue ?? '';
    return ` ${tagOf(node) === 'img' ? (attribute(node, 'alt') ?? '') : isLeftOut(node) ? '' : partsOf(node)} `;
  });
  return parts.join('');
}

function isLeftOut(element: Element): boolean {
  return tagOf(element) === 'svg' || hasAttribute(element, 'hidden') || attribute(element, 'aria-hidden') === 'true';
}

/** The options that have the same words as one, itself too. */
export function alike(select: HTMLSelectElement, option: HTMLOptionElement): HTMLOptionElement[] {
  if (firstIn(select, 'optgroup') === null) return [option];
  const words = wordsOfOption(option);
  return [...select.options].filter((other) => wordsOfOption(other) === words);
}
