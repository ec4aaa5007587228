const OPERABLE = [
  'a[href]',
  'button',
  'input:not([type=hidden])',
  'select',
  'textarea',
  'summary',
  '[contenteditable=""]',
  '[contenteditable=true]',
  '[onclick]',
  '[tabindex]:not([tabindex^="-"])',
  ...'button link checkbox radio tab menuitem menuitemcheckbox menuitemradio option switch combobox textbox searchbox slider spinbutton treeitem'
    .split(' ')
    .map((role) => `[role=${role}]`),
].join(', ');

/**
 * What a person can operate on a page, found without any of our own code: by markup, and visible. Frames of the same
 * origin and open shadow roots are looked into.
 */
export function operableElements(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const own = element.matches(OPERABLE) && isThere(element) ? [element] : [];
    const frame = element instanceof HTMLIFrameElement && isThere(element) ? element.contentDocument : null;
    const inner = frame ?? element.shadowRoot;
    return inner ? [...own, ...operableElements(inner)] : own;
  });
}

function isThere(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
    return false;
  if (element.closest('[aria-hidden=true], [inert], svg')) return false;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  return width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0;
}
