import { isClear } from './colour';
import { isEditingHost } from './element-kind';
import { contentText } from './name-text';
import { oneLine } from './one-line';
import { attribute, matches } from './platform';

const LENGTH = 200;

/**
 * Words that stand in an empty field for a person to see what belongs there, `DD/MM/YYYY`: empty for a field that holds
 * something, for words that nobody can see, and for those that the field is called by already.
 *
 * @param value what the field holds
 */
export function placeholderIn(field: Element, name: string, value: string): string {
  if (value !== '') return '';
  const words = isEditingHost(field) ? inEditor(field) : inControl(field);
  return words === name ? '' : words.slice(0, LENGTH);
}

/** Editors write theirs by a style sheet, or say it by ARIA. */
function inEditor(editor: Element): string {
  return oneLine(contentText(editor).replaceAll('\ufeff', '')) || oneLine(attribute(editor, 'aria-placeholder') ?? '');
}

function inControl(field: Element): string {
  const said = attribute(field, 'placeholder');
  // Labels that float over their fields make theirs clear until the field has the focus.
  return said !== null && matches(field, ':placeholder-shown') && isDrawn(field) ? oneLine(said) : '';
}

function isDrawn(field: Element): boolean {
  // Styles of a pseudo-element are three times as dear as others: only what pages do to hide one is asked.
  const { color, opacity } = getComputedStyle(field, '::placeholder');
  return opacity !== '0' && !isClear(color);
}
