import { isClippedToNothing, isEmptyClip } from './clip-path';
import { isHtmlElement } from './element-kind';
import type { Drawn } from './ground';
import { isLegible } from './legible';
import { boxOf, checkVisibility, clientHeightOf, clientWidthOf, hasAttributes } from './platform';
import { anyComesWithScrolling, comesWithScrolling } from './scrolled-in';
import { hiddenByScrolling } from './scrolled-out';
import { isOffPage, isOutOfWindow, isVisible, type PageOrigin } from './visibility';

/** Not drawn at all, cut off to nothing, or placed or faded where nobody sees it. What is fixed is not cut off. */
export type Unseen = 'not drawn' | 'clipped' | 'moved';

/**
 * How one element is drawn. A style is asked for one property at a time and only when it decides something: on a page of
 * ten thousand elements each property costs four milliseconds (Chromium 156).
 */
export class Look implements Drawn {
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  readonly around: Look | undefined;
  /**
   * Why neither it nor what is in it is seen. One that is only faded to nothing in its place counts as seen here: what is
   * in it asks for itself (`visible`), which is less than to ask every element of a page.
   */
  readonly unseen: Unseen | undefined;
  /** Breaks the line. */
  readonly block: boolean;
  /** Was placed over the page. */
  placed = false;
  /** Cuts off what does not fit into its box. */
  #clips = false;
  readonly #display: string;
  #visible: boolean | undefined;
  #faded: boolean | undefined;
  #legible: boolean | undefined;
  #fading: Fading | undefined;
  ground: string | undefined;

  /**
   * @param around of what the element stands in, as drawn; without it the document says
   */
  constructor(element: Element, tag: string, origin: PageOrigin, around: Look | undefined) {
    this.element = element;
    this.around = around;
    const style = getComputedStyle(element);
    this.style = style;
    const { display } = style;
    this.#display = display;
    this.block = display === 'block' || (display !== 'inline' && !INLINE.test(display));
    this.unseen = this.#whyUnseen(tag, display, origin);
  }

  /** Its own box and words are drawn; a child of a hidden box may be drawn all the same. */
  get visible(): boolean {
    this.#visible ??=
      this.#display === 'contents'
        ? this.style.visibility === 'visible' && !this.faded
        : isVisible(this.element) || (this.#isForNow() && checkVisibility(this.element, UNHIDDEN));
    return this.#visible;
  }

  /** It, or something around it, has an opacity of nothing. */
  get faded(): boolean {
    this.#faded ??=
      // No box, no opacity of its own.
      this.#display === 'contents'
        ? (this.around?.faded ?? false)
        : !checkVisibility(this.element, UNFADED) && !this.#isForNow();
    return this.#faded;
  }

  /** For how long it is faded to nothing: what comes with the scrolling is seen by a person who goes through the page. */
  get fading(): Fading {
    this.#fading ??= this.#ownFading();
    return this.#fading;
  }

  #isForNow(): boolean {
    return anyComesWithScrolling() && this.fading === 'for now';
  }

  #ownFading(): Fading {
    const around = this.around?.fading ?? 'not';
    if (around === 'for good' || this.#display === 'contents' || this.style.opacity !== '0') return around;
    return comesWithScrolling(this.element) ? 'for now' : 'for good';
  }

  /** Shows a hand. */
  get pointer(): boolean {
    return this.style.cursor === 'pointer';
  }

  /** How much of what is in it a person must scroll to; undefined where nothing is hidden so. */
  get scrolled(): string | undefined {
    return this.#clips ? hiddenByScrolling(this.element, this.style) : undefined;
  }

  /** What is drawn before it as an item of a list: a `list-style-type`. */
  get marker(): string {
    return this.#display === 'list-item' ? this.style.listStyleType : 'none';
  }

  /** Words in it can be read by a person: not smaller than 3 px, not clear, not in the colour of what they stand on. */
  get legible(): boolean {
    this.#legible ??= isLegible(this, this.block);
    return this.#legible;
  }

  /**
   * A box that was placed where no scrolling leads, or clipped or faded to nothing there, as closed menus are. Most of a
   * page is in the flow.
   */
  #whyUnseen(tag: string, display: string, origin: PageOrigin): Unseen | undefined {
    if (display === 'none') return 'not drawn';
    if (this.#isClippedAway(tag, display) || isClippedToNothing(this.element, this.style)) return 'clipped';
    return this.#isMovedAway(display, origin) ? 'moved' : undefined;
  }

  #isMovedAway(display: string, origin: PageOrigin): boolean {
    if (!this.block || UNPLACED.has(display) || !hasAttributes(this.element)) return false;
    const { position } = this.style;
    if (position !== 'absolute' && position !== 'fixed') return false;
    this.placed = position === 'absolute';
    if (this.style.opacity === '0' && !comesWithScrolling(this.element)) return true;
    if (isEmptyClip(this.style.clip)) return true;
    const rect = boxOf(this.element);
    if (position === 'fixed' && isOutOfWindow(this.element, rect, origin)) return true;
    return isOffPage(this.element, rect, origin);
  }

  /**
   * Boxes of a pixel that clip their content: the usual way to write for screen readers only, and closed drawers. A
   * person does not see what is in them.
   */
  #isClippedAway(tag: string, display: string): boolean {
    const style = this.style;
    if (display === 'inline' || display === 'contents' || style.overflowX === 'visible') return false;
    if (UNCLIPPED.has(tag)) return false;
    this.#clips = true;
    // Without its borders. Drawings have no such size.
    if (clientHeightOf(this.element) > 1 && clientWidthOf(this.element) > 1) return false;
    const { width, height } = boxOf(this.element);
    return width <= 1 || height <= 1 || isHtmlElement(this.element);
  }
}

/** What stands in a line of text: letters with a reading over them and formulas too. */
const INLINE = /^(inline-|contents|ruby|math$)/;

type Fading = 'not' | 'for now' | 'for good';

const UNHIDDEN = { visibilityProperty: true };
const UNFADED = { opacityProperty: true };

/** Parts of tables; placed over the page they are blocks, as inline boxes are (CSS Display 3 §2.7). */
const UNPLACED = new Set(['table-cell', 'table-row', 'table-row-group', 'table-header-group', 'table-footer-group']);

/** Their overflow is about their own text, or about the window. */
const UNCLIPPED = new Set([
  'html',
  'body',
  'input',
  'textarea',
  'select',
  'button',
  'img',
  'svg',
  'video',
  'canvas',
  'iframe',
]);
