import { isAriaField, setAriaField } from './aria-field';
import { labelOf } from './describe';
import { isEditingHost, isHtml } from './element-kind';
import { type FieldOutcome, matching, noOption, refuse } from './field-outcome';
import { oneLine } from './one-line';
import { allWordsOf, closest, documentOf, firstIn, matches } from './platform';
import { secrecyOf, secretWriting, toldValue } from './secret';
import { alike, chosenNames, optionName } from './select-options';
import { shadowRootOf } from './shadow';
import { isDisabled } from './state';

const FIELDS = 'input:not([type=hidden]), select, textarea, [contenteditable]:not([contenteditable=false])';

/**
 * Sets a form control to a value and tells the page as if a person had done it: focus, `input`, `change`. The native
 * setter is used, because frameworks shadow `value` on the element to notice writes of their own.
 */
export async function setValue(element: Element, value: string | number | boolean): Promise<FieldOutcome> {
  const label = labelOf(element);
  if (isDisabled(element)) return refuse('disabled', `${label} is disabled. Something else has to be done first.`);
  if (secrecyOf(element) === 'withheld') {
    return refuse(
      'unsupported',
      `${label} is a password field: passwords are the person's to type. Ask for it with ask_user.`,
    );
  }
  if (isAriaField(element) && !isNativeToggle(element)) return setAriaField(element, value);
  if (isHtml(element, 'select')) return choose(element, String(value), label);
  if (isHtml(element, 'input')) {
    if (element.type === 'checkbox') return check(element, value, label);
    if (element.type === 'radio')
      return value === false
        ? refuse('bad-value', `${label} is a radio button: choose another one of its group instead.`)
        : check(element, true, label);
    if (element.type === 'file') return refuse('unsupported', `${label} takes files: use file_upload.`);
    if (element.readOnly) return refuse('disabled', `${label} is read-only.`);
    return write(element, String(value), label);
  }
  if (isHtml(element, 'textarea'))
    return element.readOnly ? refuse('disabled', `${label} is read-only.`) : write(element, String(value), label);
  if (isEditingHost(element)) return edit(element, String(value), label);
  const host = closest(element, '[contenteditable]');
  if (host && isEditingHost(host)) return setValue(host, value);
  const inner = firstIn(element, FIELDS) ?? shadowRootOf(element)?.querySelector(FIELDS);
  if (inner) return setValue(inner, value);
  return refuse('unsupported', `${label} is not a form field. Click it, or find the field inside it.`);
}

/** A native box that says by ARIA that it is a switch: its own state counts. */
function isNativeToggle(element: Element): boolean {
  return isHtml(element, 'input') && /^(checkbox|radio)$/.test(element.type);
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
  const shown = toldValue(field.value, secrecyOf(field));
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
  return { ok: true, label, shown: wanted ? 'checked' : 'not checked' };
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
  return { ok: true, label, shown: chosenNames(select).join(', ') };
}

/** execCommand is what rich editors listen to: it fires `beforeinput` and `input` and keeps their undo history. */
function edit(host: Element, value: string, label: string): FieldOutcome {
  if ('focus' in host && typeof host.focus === 'function') host.focus();
  const root = documentOf(host);
  root.getSelection()?.selectAllChildren(host);
  if (value === '') root.execCommand('delete');
  else root.execCommand('insertText', false, value);
  return { ok: true, label, shown: secretWriting(host) ?? oneLine(allWordsOf(host)).slice(0, 200) };
}

function tell(field: Element, data: string): void {
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data }),
  );
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
