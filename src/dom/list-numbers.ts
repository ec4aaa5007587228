import { isHtml } from './element-kind';
import type { Look } from './look';
import { attribute } from './platform';

/** Counts the items of ordered lists as they are met, in document order. */
export class ListNumbers {
  readonly #next = new WeakMap<Element, number>();

  /** The number that a person sees before an item; empty for none. */
  of(item: Element, look: Look): string {
    const list = item.parentElement;
    if (!list || !isHtml(list, 'ol') || !isHtml(item, 'li')) return '';
    const said = attribute(item, 'value');
    const number = said !== null && said !== '' ? item.value : (this.#next.get(list) ?? list.start);
    this.#next.set(list, list.reversed ? number - 1 : number + 1);
    return look.numbered ? `${number}.` : '';
  }
}
