import { rectOf } from './locate';
import { keepOff, overhear } from './overhear';
import { isConnected } from './platform';
import { isHit } from './press-target';
import type { PressOutcome } from './reader-contract';
import type { Rect } from './rect';

/** All that a press of a mouse sets off, first to last. */
const EVENTS = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'auxclick',
  'contextmenu',
  'dblclick',
] as const;

/** A press that was announced comes in milliseconds. Where it does not, the next one may be the person's. */
const LONGEST_MS = 2000;

/**
 * Sees to it that a press which was meant for one element arrives at no other. Between the look at a page and the press
 * lie milliseconds in which it may move: a word that says 'saved' is enough, and what is pressed is the button beside
 * (as Playwright's hit target interception, injectedScript.ts).
 */
export class PressGuard {
  #outcome: PressOutcome = 'unseen';
  #watching: AbortController | undefined;
  /** Where the element was when the press came. */
  #pressed: Rect | undefined;

  /**
   * From now on a press that is not for this element is kept from the page, and from the frames of its own site in it.
   *
   * @param element undefined when what is pressed is in a frame of another site: then every press is kept off
   * @param isStill false once the element is something else to a person: then a press on it is kept off too
   */
  expect(root: Document, element: Element | undefined, isStill = () => true): void {
    this.end();
    const watching = new AbortController();
    this.#watching = watching;
    const hear = (event: MouseEvent, document: Document) => this.#heard(element, isStill, document, event);
    overhear(root, EVENTS, hear, watching.signal);
    const forgotten = setTimeout(() => watching.abort(), LONGEST_MS);
    watching.signal.addEventListener('abort', () => clearTimeout(forgotten), { once: true });
  }

  /** Lets everything through again. */
  end(): PressOutcome {
    this.#watching?.abort();
    const seen = this.#outcome;
    this.#outcome = 'unseen';
    return seen;
  }

  #heard(element: Element | undefined, isStill: () => boolean, root: Document, event: MouseEvent): void {
    if (!event.isTrusted) return;
    if (event.type === 'pointerdown') {
      const hit = element && isHit(element, event.clientX, event.clientY, root) && isStill();
      this.#outcome = hit ? 'arrived' : 'kept off';
      this.#pressed = element && rectOf(element);
    }
    if (this.#outcome === 'kept off') keepOff(event);
    if (event.type === 'pointerup' && this.#outcome === 'arrived' && this.#leaves(element, root, event))
      this.#outcome = 'slipped';
  }

  /** Something that opened over the element, or took its place, is what the press was for. */
  #leaves(element: Element | undefined, root: Document, { clientX, clientY }: MouseEvent): boolean {
    if (!element || !isConnected(element) || isHit(element, clientX, clientY, root)) return false;
    const { x, y } = rectOf(element);
    return x !== this.#pressed?.x || y !== this.#pressed.y;
  }
}
