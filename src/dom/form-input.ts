import { labelOf } from './describe';
import { isEditingHost, isHtml } from './element-kind';
import { oneLine } from './one-line';
import type { RefProblem } from './reader-contract';
import { secrecyOf, toldValue } from './secret';
import { isDisabled } from './state';

type Outcome = { ok: true; label: string; shown: string } | RefProblem;

/**
 * Sets a form control to a value and tells the page as if a person had done it: focus, `input`, `change`. The native
 * setter is used, because frameworks shadow `value` on the element to notice writes of their own.
 */
export function setValue(element: Element, value: string | number | boolean): Outcome {
  const label = labelOf(element);
  if (isDisabled(element)) return refuse('disabled', `${label} is disabled. Something else has to be done first.`);
  if (secrecyOf(element) === 'withheld') {
    return refuse(
      'unsupported',
      `${label} is a password field: passwords are the person's to type. Ask for it with ask_user.`,
    );
  }
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
  const inner = element.querySelector(
    'input:not([type=hidden]), select, textarea, [contenteditable]:not([contenteditable=false])',
  );
  if (inner) return setValue(inner, value);
  return refuse('unsupported', `${label} is not a form field. Click it, or find the field inside it.`);
}

function refuse(problem: RefProblem['problem'], message: string): RefProblem {
  return { ok: false, problem, message };
}

function write(field: HTMLInputElement | HTMLTextAreaElement, value: string, label: string): Outcome {
  const prototype = isHtml(field, 'textarea') ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  field.focus();
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  tell(field, value);
  // Date, number and colour inputs drop what they cannot hold.
  if (field.value !== value && value !== '' && field.value === '') {
    return refuse('bad-value', `${label} does not take ${JSON.stringify(value)}: it wants ${expected(field)}.`);
  }
  return { ok: true, label, shown: toldValue(field.value, secrecyOf(field)) };
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

function check(box: HTMLInputElement, value: string | number | boolean, label: string): Outcome {
  const wanted = value === true || /^(true|on|yes|checked|1)$/i.test(String(value));
  // click() fires what a person's click fires; setting `checked` would leave the page unaware.
  if (box.checked !== wanted) box.click();
  if (box.checked !== wanted) return refuse('bad-value', `${label} did not take the change: the page put it back.`);
  return { ok: true, label, shown: wanted ? 'checked' : 'not checked' };
}

function choose(select: HTMLSelectElement, value: string, label: string): Outcome {
  const options = [...select.options];
  const text = oneLine(value).toLowerCase();
  const option =
    options.find((each) => each.value === value) ??
    options.find((each) => oneLine(each.text).toLowerCase() === text) ??
    options.find((each) => oneLine(each.label).toLowerCase() === text);
  if (!option) {
    const known = options.slice(0, 20).map((each) => JSON.stringify(oneLine(each.text)));
    const more = options.length > known.length ? ` and ${options.length - known.length} more` : '';
    return refuse(
      'bad-value',
      `${label} has no option ${JSON.stringify(value)}. Its options: ${known.join(', ')}${more}.`,
    );
  }
  if (option.disabled) return refuse('disabled', `The option ${JSON.stringify(option.text)} of ${label} is disabled.`);
  select.focus();
  if (!select.multiple)
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'selectedIndex')?.set?.call(select, option.index);
  option.selected = true;
  tell(select, value);
  return { ok: true, label, shown: oneLine(option.text) };
}

/** execCommand is what rich editors listen to: it fires `beforeinput` and `input` and keeps their undo history. */
function edit(host: Element, value: string, label: string): Outcome {
  if ('focus' in host && typeof host.focus === 'function') host.focus();
  const root = host.ownerDocument;
  root.getSelection()?.selectAllChildren(host);
  if (value === '') root.execCommand('delete');
  else root.execCommand('insertText', false, value);
  return { ok: true, label, shown: oneLine(host.textContent ?? '').slice(0, 200) };
}

function tell(field: Element, data: string): void {
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText', data }),
  );
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
