import { labelOf } from './describe';
import { isHtml } from './element-kind';
import { closest, firstIn } from './platform';
import { HELD_KEY, type RefProblem } from './reader-contract';
import { isDisabled } from './state';

/** The file input that an element is, labels, or has inside; undefined when it opens a chooser by script. */
export function fileInputOf(element: Element): HTMLInputElement | undefined {
  if (isFileInput(element)) return element;
  const label = closest(element, 'label');
  const labelled = label && isHtml(label, 'label') ? label.control : null;
  if (labelled && isFileInput(labelled)) return labelled;
  const inside = firstIn(element, 'input[type=file]');
  return inside && isFileInput(inside) ? inside : undefined;
}

/** Leaves the file input, or the element itself, where a debugger command can reach it. */
export function holdFileInput(
  element: Element,
): { ok: true; label: string; input: boolean; multiple: boolean } | RefProblem {
  const input = fileInputOf(element);
  const label = labelOf(element);
  if (input && isDisabled(input)) return { ok: false, problem: 'disabled', message: `${label} is disabled.` };
  Object.assign(globalThis, { [HELD_KEY]: input ?? element });
  return { ok: true, label, input: input !== undefined, multiple: input?.multiple ?? true };
}

/** Puts files into a file input and tells the page. Refuses several where the page takes one. */
export function setFiles(
  element: Element,
  files: readonly { name: string; type: string; data: string }[],
): { ok: true; label: string; shown: string } | RefProblem {
  const input = fileInputOf(element);
  const label = labelOf(element);
  if (!input) return { ok: false, problem: 'unsupported', message: `${label} is no file field.` };
  if (isDisabled(input)) return { ok: false, problem: 'disabled', message: `${label} is disabled.` };
  if (!input.multiple && files.length > 1)
    return { ok: false, problem: 'bad-value', message: `${label} takes one file at a time.` };
  const transfer = new DataTransfer();
  for (const { name, type, data } of files) {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    transfer.items.add(new File([bytes], name, { type }));
  }
  input.files = transfer.files;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return { ok: true, label, shown: files.map(({ name }) => name).join(', ') };
}

function isFileInput(element: Element): element is HTMLInputElement {
  return isHtml(element, 'input') && element.type === 'file';
}
