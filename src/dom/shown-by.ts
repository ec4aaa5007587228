import { isAriaField, isHtml } from './element-kind';
import { fieldIn } from './field-in';
import { fileInputOf } from './file-input';
import { nameOf } from './name';
import { contentText } from './name-text';
import { oneLine } from './one-line';
import { allIn, allWordsOf, attribute, firstIn } from './platform';
import { secrecyOf, secretWriting, toldValue } from './secret';
import { chosenNames } from './select-options';
import { problemWith } from './state';

const WORDS_LENGTH = 200;

/** What a field shows as its value, as far as it may be told; undefined where it does not say. */
export function shownBy(field: Element): string | undefined {
  if (isAriaField(field)) return shownByAria(field);
  if (isHtml(field, 'select')) return chosenNames(field).join(', ');
  if (isHtml(field, 'textarea')) return toldValue(field.value, secrecyOf(field));
  if (!isHtml(field, 'input')) return secretWriting(field) ?? oneLine(allWordsOf(field)).slice(0, WORDS_LENGTH);
  if (/^(checkbox|radio)$/.test(field.type)) return ticked(field.checked);
  return toldValue(field.value, secrecyOf(field));
}

/** What the field that an element leads to shows, and why the page does not accept it. */
export function showsOf(element: Element): { ok: true; shown?: string; problem?: string } {
  const files = fileInputOf(element)?.files;
  if (files) return { ok: true, shown: Array.from(files, ({ name }) => name).join(', ') };
  const field = fieldIn(element);
  const shown = field && shownBy(field);
  const problem = field && problemWith(field);
  return { ok: true, ...(shown === undefined ? {} : { shown }), ...(problem === undefined ? {} : { problem }) };
}

function shownByAria(field: Element): string | undefined {
  const role = attribute(field, 'role');
  if (role === 'combobox') {
    const input = isHtml(field, 'input') ? field : firstIn(field, 'input');
    const written = input && isHtml(input, 'input') ? toldValue(input.value, secrecyOf(input)) : contentText(field);
    // Many a one shows what was chosen beside its input, and empties that.
    return oneLine(written) || undefined;
  }
  if (role === 'listbox') return names(allIn(field, '[role=option][aria-selected=true]'));
  if (role === 'radiogroup') return names(allIn(field, '[role=radio][aria-checked=true]'));
  return ticked(attribute(field, 'aria-checked') === 'true');
}

function names(chosen: Iterable<Element>): string | undefined {
  const all = [...chosen].map((each) => contentText(each) || nameOf(each, attribute(each, 'role') ?? 'option'));
  return all.map(oneLine).join(', ') || undefined;
}

/** What a box that can be ticked shows. */
export function ticked(checked: boolean): string {
  return checked ? 'checked' : 'not checked';
}
