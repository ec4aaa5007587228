import { attribute, ELEMENT, kindOf, namespaceOf, tagOf } from './platform';

/** Type tests that hold for nodes of any frame: each frame has constructors of its own, so instanceof is of no use. */
export function isElement(node: Node, kind = kindOf(node)): node is Element {
  return kind === ELEMENT;
}

/** True for an element of HTML itself, and not of a drawing or formula in it. */
export function isHtmlElement(element: Element): boolean {
  return namespaceOf(element) === 'http://www.w3.org/1999/xhtml';
}

export function isHtml<K extends keyof HTMLElementTagNameMap>(
  element: Element,
  tag: K,
): element is HTMLElementTagNameMap[K] {
  return tagOf(element) === tag && isHtmlElement(element);
}

/** Text control, select or button: what `disabled` and `value` belong to. */
export function isControl(
  element: Element,
  tag = tagOf(element),
): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement {
  return CONTROLS.has(tag);
}

const CONTROLS = new Set(['input', 'select', 'textarea', 'button']);

/** True for an element that can be typed into although it is no form control. */
export function isEditingHost(element: Element): boolean {
  const editable = attribute(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/**
 * True for a field that is made of other elements and says by ARIA what it is. Of a native box that says that it is a
 * switch its own state counts.
 */
export function isAriaField(element: Element): boolean {
  if (isHtml(element, 'input') && /^(checkbox|radio)$/.test(element.type)) return false;
  return /^(combobox|listbox|switch|checkbox|radio|radiogroup|menuitemcheckbox|menuitemradio)$/.test(
    attribute(element, 'role') ?? '',
  );
}
