import { isClippedToNothing, isEmptyClip } from './clip-path';
import {
  boxOf,
  checkVisibility,
  clientHeightOf,
  clientWidthOf,
  hasAttributes,
  scrollHeightOf,
  scrollLeftOf,
  scrollTopOf,
  scrollWidthOf,
  tagOf,
} from './platform';
import { parentOf } from './shadow';
import { isOffPage, type PageOrigin } from './visibility';

const SMALLEST_FONT_PX = 3;
/** Words indented further than this to the left were put out of the window, for a picture to stand in their place. */
const MOST_INDENT_PX = 500;
const CLEAR = 'rgba(0, 0, 0, 0)';
/** What a page stands on that says nothing. */
const PAPER = 'rgb(255, 255, 255)';

/**
 * How one element is drawn. A style is asked for one property at a time and only when it decides something: on a page of
 * ten thousand elements each property costs four milliseconds (Chromium 156).
 */
export class Look {
  readonly #element: Element;
  readonly #style: CSSStyleDeclaration;
  readonly #around: Look | undefined;
  /**
   * Drawn at all, with what is in it. One that is only faded to nothing in its place counts as drawn here: what is in it
   * asks for itself (`visible`), which is less than to ask every element of a page.
   */
  readonly shown: boolean;
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
  #ground: string | undefined;

  /**
   * @param around of what the element stands in, as drawn; without it the document says
   */
  constructor(element: Element, tag: string, origin: PageOrigin, around: Look | undefined) {
    this.#element = element;
    this.#around = around;
    const style = getComputedStyle(element);
    this.#style = style;
    const { display } = style;
    this.#display = display;
    this.block = display !== 'inline' && display !== 'contents' && !display.startsWith('inline');
    this.shown =
      display !== 'none' &&
      !this.#isClippedAway(tag, display) &&
      !isClippedToNothing(element, style) &&
      !this.#isMovedAway(display, origin);
  }

  /** Its own box and words are drawn; a child of a hidden box may be drawn all the same. */
  get visible(): boolean {
    this.#visible ??=
      this.#display === 'contents'
        ? this.#style.visibility === 'visible' && !this.faded
        : checkVisibility(this.#element, { visibilityProperty: true, opacityProperty: true });
    return this.#visible;
  }

  /** It, or something around it, has an opacity of nothing. */
  get faded(): boolean {
    this.#faded ??=
      // No box, no opacity of its own.
      this.#display === 'contents'
        ? (this.#around?.faded ?? false)
        : !checkVisibility(this.#element, { opacityProperty: true });
    return this.#faded;
  }

  /** Shows a hand. */
  get pointer(): boolean {
    return this.#style.cursor === 'pointer';
  }

  /** How much of what is in it a person must scroll to; undefined where nothing is hidden so. */
  get scrolled(): string | undefined {
    if (!this.#clips) return undefined;
    const { overflowX, overflowY } = this.#style;
    if (!SCROLLS.test(overflowX) && !SCROLLS.test(overflowY)) return undefined;
    const element = this.#element;
    const down = SCROLLS.test(overflowY)
      ? hiddenParts(scrollTopOf(element), scrollHeightOf(element), clientHeightOf(element), 'above', 'below')
      : [];
    const across = SCROLLS.test(overflowX)
      ? hiddenParts(Math.abs(scrollLeftOf(element)), scrollWidthOf(element), clientWidthOf(element), 'before', 'after')
      : [];
    const parts = [...down, ...across];
    return parts.length > 0 ? parts.join(', ') : undefined;
  }

  /** Has a number before it, as an item of an ordered list. */
  get numbered(): boolean {
    return this.#display === 'list-item' && this.#style.listStyleType !== 'none';
  }

  /** Words in it can be read by a person: not smaller than 3 px, not clear, not in the colour of what they stand on. */
  get legible(): boolean {
    this.#legible ??= this.#isLegible();
    return this.#legible;
  }

  #isLegible(): boolean {
    const style = this.#style;
    if (
      Number.parseFloat(style.fontSize) < SMALLEST_FONT_PX ||
      (this.block && Number.parseFloat(style.textIndent) < -MOST_INDENT_PX)
    )
      return false;
    const colour = style.color;
    // Words cut out of a coloured background have a clear colour of their own.
    if (colour === CLEAR) return style.backgroundClip.includes('text');
    return colour !== this.#colourBehind() || this.#hasPictureBehind();
  }

  /**
   * A box that was placed where no scrolling leads, or clipped or faded to nothing there, as closed menus are. Most of a
   * page is in the flow.
   */
  #isMovedAway(display: string, origin: PageOrigin): boolean {
    if (!this.block || UNPLACED.has(display) || !hasAttributes(this.#element)) return false;
    const { position } = this.#style;
    if (position !== 'absolute' && position !== 'fixed') return false;
    this.placed = position === 'absolute';
    if (this.#style.opacity === '0') return true;
    return isEmptyClip(this.#style.clip) || isOffPage(boxOf(this.#element), origin);
  }

  /**
   * Boxes of a pixel that clip their content: the usual way to write for screen readers only, and closed drawers. A
   * person does not see what is in them.
   */
  #isClippedAway(tag: string, display: string): boolean {
    const style = this.#style;
    if (display === 'inline' || display === 'contents' || style.overflowX === 'visible') return false;
    if (UNCLIPPED.has(tag)) return false;
    this.#clips = true;
    const { width, height } = boxOf(this.#element);
    return width <= 1 || height <= 1;
  }

  /** The nearest colour behind the words: its own background's, or that of what it stands in. */
  #colourBehind(): string {
    if (this.#ground === undefined) {
      const own = this.#style.backgroundColor;
      const behind = own === CLEAR ? this.#behind() : undefined;
      this.#ground = own !== CLEAR ? own : behind ? behind.#colourBehind() : PAPER;
    }
    return this.#ground;
  }

  /** True when a picture or gradient lies before the nearest colour: nobody knows what the words stand on then. */
  #hasPictureBehind(): boolean {
    if (this.#style.backgroundImage !== 'none') return true;
    if (this.#style.backgroundColor !== CLEAR) return false;
    const behind = this.#behind();
    return behind ? behind.#hasPictureBehind() : false;
  }

  /** Asked for only where a read began inside of a page. */
  #behind(): Look | undefined {
    if (this.#around) return this.#around;
    const parent = parentOf(this.#element);
    return parent ? new Look(parent, tagOf(parent), NOWHERE, undefined) : undefined;
  }
}

const SCROLLS = /^(auto|scroll)$/;
/** Less than a line is not worth telling. */
const LEAST_HIDDEN_PX = 24;

function hiddenParts(at: number, whole: number, seen: number, before: string, after: string): string[] {
  if (whole - seen < LEAST_HIDDEN_PX || seen === 0) return [];
  const share = (part: number) => `${Math.max(1, Math.round((part / whole) * 100))}%`;
  const rest = whole - seen - at;
  return [
    ...(at >= LEAST_HIDDEN_PX ? [`${share(at)} hidden ${before}`] : []),
    ...(rest >= LEAST_HIDDEN_PX ? [`${share(rest)} hidden ${after}`] : []),
  ];
}

/** Parts of tables; placed over the page they are blocks, as inline boxes are (CSS Display 3 §2.7). */
const UNPLACED = new Set(['table-cell', 'table-row', 'table-row-group', 'table-header-group', 'table-footer-group']);

/** Of a page that is not scrolled. */
const NOWHERE: PageOrigin = { scrollX: 0, scrollY: 0, rightToLeft: false };

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
