import { topmost } from './frame-path';

/**
 * Hears events before the page does, in the whole of its own site: its frames too, as deep as they can be entered.
 *
 * @param hear called with each event, and the document that it is in
 */
export function overhear<E extends Event>(
  root: Document,
  types: readonly string[],
  hear: (event: E, document: Document) => void,
  signal: AbortSignal,
): void {
  if (!root.defaultView) return;
  for (const view of windowsIn(topmost(root.defaultView))) {
    const { document } = view;
    // The types are those of such events.
    const listener = (event: Event) => hear(event as E, document);
    for (const type of types) view.addEventListener(type, listener, { capture: true, signal });
  }
}

/** Keeps an event from the page and from what the browser does by itself for it. */
export function keepOff(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function windowsIn(view: Window): Window[] {
  const inner = Array.from({ length: view.length }, (_, at) => view[at]);
  return [view, ...inner.flatMap((each) => (each && isOpen(each) ? windowsIn(each) : []))];
}

/** False for the window of another site: it does not let itself be asked. */
function isOpen(view: Window): boolean {
  try {
    return view.document !== undefined;
  } catch {
    return false;
  }
}
