import { numberIn } from './counter-style';
import { isHtml } from './element-kind';
import type { Look } from './look';
import { attribute, elementsOf, hasAttribute } from './platform';

/** Counts the items of ordered lists as they are met, in document order. */
export class ListNumbers {
  readonly #next = new WeakMap<Element, number>();

  /** The number that a person sees before an item; empty for none. */
  of(item: Element, look: Look): string {
    const list = item.parentElement;
    if (!list || !isHtml(list, 'ol') || !isHtml(item, 'li')) return '';
    const said = attribute(item, 'value');
    const number = said !== null && said !== '' ? item.value : (this.#next.get(list) ?? firstOf(list));
    this.#next.set(list, list.reversed ? number - 1 : number + 1);
    const written = numberIn(look.marker, number);
    return written === '' ? '' : `${written}.`;
  }
}

/** A list that counts down without a start begins with the number of its items (HTML, the ol element). */
function firstOf(list: HTMLOListElement): number {
  if (!list.reversed || hasAttribute(list, 'start')) return list.start;
  return [...elementsOf(list)].filter((item) => isHtml(item, 'li')).length;
}
