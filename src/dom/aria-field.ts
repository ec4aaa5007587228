import { labelOf } from './describe';
import { isHtml } from './element-kind';
import { type FieldOutcome, matching, noOption, refuse } from './field-outcome';
import { nameOf } from './name';
import { contentText } from './name-text';
import { oneLine } from './one-line';
import {
  allIn,
  attribute,
  boxOf,
  checkVisibility,
  dispatch,
  documentOf,
  firstIn,
  isConnected,
  rootOf,
  scrollIntoView,
} from './platform';
import { shownBy, ticked } from './shown-by';
import { isDisabled } from './state';

/** Longest time until a list that was asked for is there, in milliseconds: many ask a server for it. */
const LIST_MS = 3000;

/** Sets a custom field as a person would: opens it, finds the option by its text, presses it. */
export async function setAriaField(element: Element, value: string | number | boolean): Promise<FieldOutcome> {
  const role = attribute(element, 'role');
  if (role === 'combobox') return chooseFromPopup(element, String(value));
  if (role === 'listbox') return chooseFrom(element, optionsIn(element), String(value));
  if (role === 'radiogroup') return chooseFrom(element, [...allIn(element, '[role=radio]')], String(value));
  return toggle(element, value);
}

async function toggle(element: Element, value: string | number | boolean): Promise<FieldOutcome> {
  const label = labelOf(element);
  const wanted = value === true || /^(true|on|yes|checked|1)$/i.test(String(value));
  if (!wanted && /radio/.test(attribute(element, 'role') ?? ''))
    return refuse('bad-value', `${label} is a radio button: choose another one of its group instead.`);
  const isOn = () => attribute(element, 'aria-checked') === 'true';
  if (isOn() !== wanted) {
    press(element);
    await until(() => isOn() === wanted, 500);
  }
  if (isOn() !== wanted) return refuse('bad-value', `${label} did not take the change. Click it, and read the page.`);
  return { ok: true, label, shown: ticked(wanted) };
}

/** Opens the list of a combobox, or types into it what narrows the list, and presses the option. */
async function chooseFromPopup(element: Element, value: string): Promise<FieldOutcome> {
  const label = labelOf(element);
  const before = new Set(visibleOptions(documentOf(element)));
  const field = isHtml(element, 'input') ? element : firstIn(element, 'input');
  const wasOpen = attribute(element, 'aria-expanded') === 'true';
  if (field && isHtml(field, 'input')) {
    field.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: value }),
    );
  } else if (!wasOpen) press(element);
  const mine = () => optionsOf(element) ?? visibleOptions(documentOf(element)).filter((option) => !before.has(option));
  const option = await until(
    () => matching(mine(), (each) => contentText(each), value),
    LIST_MS,
    () => mine().length > 0 && !field,
  );
  if (option) {
    press(option);
    return { ok: true, label, shown: shownBy(element) ?? oneLine(contentText(option)) };
  }
  const known = mine().map((each) => contentText(each));
  if (field && known.length === 0) {
    // An input with a list that offers nothing for this may take free text all the same.
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return { ok: true, label, shown: shownBy(element) ?? '', note: 'Its list offered nothing for that.' };
  }
  if (!wasOpen)
    dispatch(element, new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, composed: true }));
  return noOption(label, value, known);
}

function chooseFrom(element: Element, options: Element[], value: string): FieldOutcome {
  const label = labelOf(element);
  const name = (option: Element) => contentText(option) || nameOf(option, attribute(option, 'role') ?? 'option');
  const option = matching(options, name, value);
  if (!option) return noOption(label, value, options.map(name));
  if (isDisabled(option)) return refuse('disabled', `The option ${JSON.stringify(value)} of ${label} is disabled.`);
  press(option);
  return { ok: true, label, shown: oneLine(name(option)) };
}

/** The options of the list that the combobox names; undefined when it names none that is there. */
function optionsOf(element: Element): Element[] | undefined {
  const ids = `${attribute(element, 'aria-controls') ?? ''} ${attribute(element, 'aria-owns') ?? ''}`.trim();
  const root = rootOf(element);
  const scope = root instanceof ShadowRoot ? root : documentOf(element);
  const list = ids
    ? ids
        .split(/\s+/)
        .map((id) => scope.getElementById(id))
        .find((found) => found !== null)
    : undefined;
  return list ? optionsIn(list).filter(isShown) : undefined;
}

function visibleOptions(root: Document): Element[] {
  return [...root.querySelectorAll('[role=option], [role=menuitemradio]')].filter(isShown);
}

function optionsIn(list: Element): Element[] {
  return [...allIn(list, '[role=option]')];
}

function isShown(element: Element): boolean {
  return checkVisibility(element, { visibilityProperty: true });
}

/** Everything that a press fires, since such fields listen to different parts of it. */
function press(element: Element): void {
  scrollIntoView(element, { block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = boxOf(element);
  const given = {
    bubbles: true,
    cancelable: true,
    composed: true,
    clientX: left + width / 2,
    clientY: top + height / 2,
    detail: 1,
  };
  const pointer = { ...given, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  for (const type of ['pointerover', 'pointermove', 'pointerdown']) dispatch(element, new PointerEvent(type, pointer));
  const focusable = dispatch(element, new MouseEvent('mousedown', { ...given, buttons: 1 }));
  if (focusable && 'focus' in element && typeof element.focus === 'function') element.focus();
  dispatch(element, new PointerEvent('pointerup', pointer));
  dispatch(element, new MouseEvent('mouseup', given));
  if ('click' in element && typeof element.click === 'function' && isConnected(element)) element.click();
}

/** Resolves with what `look` finds, or with undefined after a while or, a little later than `enough`, without it. */
async function until<T>(
  look: () => T | undefined,
  ms: number,
  enough: () => boolean = () => false,
): Promise<T | undefined> {
  const end = performance.now() + ms;
  let full = false;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end || full) return undefined;
    full = enough();
    await new Promise((resolve) => setTimeout(resolve, full ? 200 : 20));
  }
}
