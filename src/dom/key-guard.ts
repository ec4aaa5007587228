import { labelOf } from './describe';
import { isHtml } from './element-kind';
import { focusedIn } from './focused';
import { topmost } from './frame-path';
import { keepOff, overhear } from './overhear';
import { attribute } from './platform';
import type { KeyOutcome, KeysFor } from './reader-contract';
import { roleOf } from './role';
import { secrecyOf } from './secret';

const EVENTS = ['keydown', 'keypress', 'keyup', 'beforeinput'] as const;

/** Keys that were announced come in milliseconds. Where none does for so long, the next one may be the person's. */
const LONGEST_MS = 2000;

/**
 * Sees to it that keys which were meant for one element arrive at no other. A page may move the focus at any time: to a
 * dialog that opens, whose button the next blank presses; to a field for a password; or away, where letters are commands.
 */
export class KeyGuard {
  #described: WeakRef<Element> | undefined;
  #watching: AbortController | undefined;
  #outcome: KeyOutcome = { arrived: false };
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** Call it with what was described as having the focus. */
  described(focused: Element | undefined): void {
    this.#described = focused && new WeakRef(focused);
  }

  /**
   * From now on keys that are not for what was described are kept from the page. Of a text those are let through too that
   * come to another field for text, or another part of the same kind: a code over several fields goes on by itself, and so
   * do search boxes that open a larger one.
   *
   * @returns false when something else has the focus already; nothing is kept off then
   */
  expect(root: Document, { text, here }: KeysFor): boolean {
    this.end();
    const view = root.defaultView;
    const document = view && topmost(view).document;
    // The reader around a frame of its own site hears what comes to that.
    if (!document || (!here && document !== root)) return true;
    const meant = here ? this.#described?.deref() : undefined;
    if (here && focusedIn(document) !== meant) return false;
    const watching = new AbortController();
    this.#watching = watching;
    let last = meant;
    const isFor = (focused: Element | undefined) => {
      if (here && focused === last) return true;
      if (!text || !focused || secrecyOf(focused) === 'withheld') return false;
      return takesText(focused) || (last !== undefined && isLike(focused, last));
    };
    const hear = (event: KeyboardEvent | InputEvent) => {
      if (!event.isTrusted) return;
      this.#keepOn(watching);
      // The page may move the focus between a key and its letter.
      const begins = event.type === 'keydown' || (text && event.type !== 'keyup');
      if (begins && this.#outcome.keptFrom === undefined) {
        const focused = focusedIn(document);
        if (isFor(focused)) {
          this.#outcome = { arrived: true };
          last = focused;
        } else this.#outcome = { ...this.#outcome, keptFrom: focused ? labelOf(focused) : 'the page itself' };
      }
      if (this.#outcome.keptFrom !== undefined) keepOff(event);
    };
    overhear(root, EVENTS, hear, watching.signal);
    this.#keepOn(watching);
    return true;
  }

  /** Lets everything through again. */
  end(): KeyOutcome {
    this.#watching?.abort();
    clearTimeout(this.#rest);
    const outcome = this.#outcome;
    this.#outcome = { arrived: false };
    return outcome;
  }

  #keepOn(watching: AbortController): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => watching.abort(), LONGEST_MS);
  }
}

const NO_TEXT = /^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;

function takesText(element: Element): boolean {
  if (isHtml(element, 'input')) return !NO_TEXT.test(element.type) && !element.readOnly;
  if (isHtml(element, 'textarea')) return !element.readOnly;
  if ('isContentEditable' in element && element.isContentEditable === true) return true;
  return /^(textbox|searchbox|combobox)$/.test(attribute(element, 'role') ?? '') && !isHtml(element, 'button');
}

/** Cells of a sheet, entries of a list that letters lead to. A button is pressed by a blank. */
function isLike(one: Element, other: Element): boolean {
  const role = roleOf(one);
  return role === roleOf(other) && !/^(button|link|checkbox|switch|generic)$/.test(role);
}
