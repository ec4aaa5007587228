import { checkVisibility, elementsOf, hasAttribute, tagOf } from './platform';

/**
 * True for a `<details>` of which only the summary is drawn, though no style of its parts says so. A style sheet may show
 * the rest without opening it, as pages do where the window is wide (CSS Pseudo-Elements 4, `::details-content`).
 */
export function isClosed(details: Element): boolean {
  if (hasAttribute(details, 'open')) return false;
  return ![...elementsOf(details)].some((part) => tagOf(part) !== 'summary' && checkVisibility(part));
}
