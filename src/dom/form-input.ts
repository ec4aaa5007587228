import { setAriaField } from './aria-field';
import { labelOf } from './describe';
import { isAriaField, isHtml } from './element-kind';
import { fieldIn } from './field-in';
import { type FieldOutcome, matching, noOption, refuse } from './field-outcome';
import { oneLine } from './one-line';
import { documentOf, matches } from './platform';
import { secrecyOf } from './secret';
import { alike, optionName } from './select-options';
import { shownBy, ticked } from './shown-by';
import { isDisabled } from './state';

/**
 * Sets a form control to a value and tells the page as if a person had done it: focus, `input`, `change`. The native
 * setter is used, because frameworks shadow `value` on the element to notice writes of their own.
 */
export async function setValue(given: Element, value: string | number | boolean): Promise<FieldOutcome> {
  const field = fieldIn(given);
  for (const element of new Set([given, field ?? given])) {
    const label = labelOf(element);
    if (isDisabled(element)) return refuse('disabled', `${label} is disabled. Something else has to be done first.`);
    if (secrecyOf(element) === 'withheld') {
      return refuse(
        'unsupported',
        `${label} is a password field: passwords are the person's to type. Ask for it with ask_user.`,
      );
    }
  }
  if (!field)
    return refuse('unsupported', `${labelOf(given)} is not a form field. Click it, or find the field inside it.`);
  const label = labelOf(field);
  if (isAriaField(field)) return setAriaField(field, value);
  if (isHtml(field, 'select')) return choose(field, String(value), label);
  if (isHtml(field, 'input')) {
    if (field.type === 'checkbox') return check(field, value, label);
    if (field.type === 'radio')
      return value === false
        ? refuse('bad-value', `${label} is a radio button: choose another one of its group instead.`)
        : check(field, true, label);
    if (field.type === 'file') return refuse('unsupported', `${label} takes files: use file_upload.`);
    if (field.readOnly) return refuse('disabled', `${label} is read-only.`);
    return write(field, String(value), label);
  }
  if (isHtml(field, 'textarea'))
    return field.readOnly ? refuse('disabled', `${label} is read-only.`) : write(field, String(value), label);
  return edit(field, String(value), label);
}

function write(field: HTMLInputElement | HTMLTextAreaElement, value: string, label: string): FieldOutcome {
  const most = field.maxLength;
  const fitting = most >= 0 && value.length > most ? value.slice(0, most) : value;
  const prototype = isHtml(field, 'textarea') ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  field.focus();
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, fitting);
  // Date and number inputs drop what they cannot hold, a colour becomes black: the page is not told of that.
  const dropped = field.value === '' || (field.type === 'color' && field.value !== fitting.toLowerCase());
  if (fitting !== '' && dropped) {
    return refuse('bad-value', `${label} does not take ${JSON.stringify(value)}: it wants ${expected(field)}.`);
  }
  tell(field, fitting);
  const notes = [
    ...(fitting === value ? [] : [`It takes at most ${most} characters.`]),
    ...(field.validity.valid ? [] : [`The page does not accept it: ${field.validationMessage}`]),
  ];
  const shown = shownBy(field) ?? '';
  return { ok: true, label, shown, ...(notes.length > 0 ? { note: notes.join(' ') } : {}) };
}

const FORMATS: Record<string, string> = {
  color: 'a colour such as #ff8800',
  date: 'a date such as 2026-11-24',
  'datetime-local': 'a date and time such as 2026-11-24T18:30',
  month: 'a month such as 2026-11',
  number: 'a number',
  range: 'a number',
  time: 'a time such as 18:30',
  week: 'a week such as 2026-W48',
};

function expected(field: Element): string {
  return (isHtml(field, 'input') && FORMATS[field.type]) || 'another value';
}

function check(box: HTMLInputElement, value: string | number | boolean, label: string): FieldOutcome {
  const wanted = value === true || /^(true|on|yes|checked|1)$/i.test(String(value));
  // click() fires what a person's click fires; setting `checked` would leave the page unaware.
  if (box.checked !== wanted) box.click();
  if (box.checked !== wanted) return refuse('bad-value', `${label} did not take the change: the page put it back.`);
  return { ok: true, label, shown: ticked(wanted) };
}

function choose(select: HTMLSelectElement, value: string, label: string): FieldOutcome {
  const options = [...select.options];
  const find = (wanted: string) =>
    options.find((each) => each.value === wanted) ??
    matching(options, ({ text }) => text, wanted) ??
    matching(options, (each) => each.label, wanted) ??
    matching(options, optionName, wanted);
  // One option may have a comma in its own text.
  const whole = find(value);
  const wanted = select.multiple && !whole ? value.split(/\s*[,\n]\s*/).filter((part) => part !== '') : [value];
  const chosen: HTMLOptionElement[] = [];
  for (const each of wanted) {
    const option = find(each);
    if (!option) return noOption(label, each, options.map(optionName));
    const same = options.filter((one) => one.value === each).length === 1 ? [option] : alike(select, option);
    if (same.length > 1 && optionName(option).toLowerCase() !== oneLine(each).toLowerCase())
      return refuse(
        'bad-value',
        `${label} has several options ${JSON.stringify(each)}. Say which: ${same.map((one) => JSON.stringify(optionName(one))).join(', ')}.`,
      );
    if (matches(option, ':disabled'))
      return refuse('disabled', `The option ${JSON.stringify(option.text)} of ${label} is disabled.`);
    chosen.push(option);
  }
  select.focus();
  if (select.multiple) for (const option of options) option.selected = chosen.includes(option);
  else
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'selectedIndex')?.set?.call(select, chosen[0]?.index);
  tell(select, value);
  return { ok: true, label, shown: shownBy(select) ?? '' };
}

/** execCommand is what rich editors listen to: it fires `beforeinput` and `input` and keeps their undo history. */
function edit(host: Element, value: string, label: string): FieldOutcome {
  if ('focus' in host && typeof host.focus === 'function') host.focus();
  const root = documentOf(host);
  root.getSelection()?.selectAllChildren(host);
  if (value === '') root.execCommand('delete');
  else root.execCommand('insertText', false, value);
  return { ok: true, label, shown: shownBy(host) ?? '' };
}

function tell(field: Element, data: string): void {
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data }),
  );
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
