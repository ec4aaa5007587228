import { tagOf } from './element-kind';
import { isOffPage, type PageOrigin } from './visibility';

const SMALLEST_FONT_PX = 3;
/** Words indented further than this to the left were put out of the window, for a picture to stand in their place. */
const MOST_INDENT_PX = 500;
const CLEAR = 'rgba(0, 0, 0, 0)';
/** A background that is no colour: a picture or gradient may be behind the words. */
const UNKNOWN = '?';

/**
 * How one element is drawn. A style is asked for one property at a time and only when it decides something: on a page of
 * ten thousand elements each property costs two milliseconds.
 */
export class Look {
  readonly #element: Element;
  readonly #style: CSSStyleDeclaration;
  /** Drawn at all, with what is in it. */
  readonly shown: boolean;
  /** Breaks the line. */
  readonly block: boolean;
  #visible: boolean | undefined;

  constructor(element: Element, origin: PageOrigin) {
    this.#element = element;
    this.#style = getComputedStyle(element);
    const { display } = this.#style;
    this.block = display !== 'inline' && display !== 'contents' && !display.startsWith('inline');
    this.shown =
      display !== 'none' && this.#style.opacity !== '0' && !this.#isClippedAway(display) && !this.#isMovedAway(origin);
  }

  /** Its own box and words are drawn; a child of a hidden box may be drawn all the same. */
  get visible(): boolean {
    this.#visible ??= this.#style.visibility === 'visible';
    return this.#visible;
  }

  /** Shows a hand. */
  get pointer(): boolean {
    return this.#style.cursor === 'pointer';
  }

  /**
   * Words in it can be read by a person: not smaller than 3 px, not clear, not in the colour of what they stand on.
   *
   * @param backgrounds what elements stand on, kept for one read
   */
  legible(backgrounds: WeakMap<Element, string>): boolean {
    const style = this.#style;
    if (
      Number.parseFloat(style.fontSize) < SMALLEST_FONT_PX ||
      (this.block && Number.parseFloat(style.textIndent) < -MOST_INDENT_PX)
    )
      return false;
    const colour = style.color;
    // Words cut out of a coloured background have a clear colour of their own.
    if (colour === CLEAR) return style.backgroundClip.includes('text');
    return colour !== backgroundOf(this.#element, style, backgrounds);
  }

  /** A box that was placed where no scrolling leads. Only placed boxes are measured: most of a page is in the flow. */
  #isMovedAway(origin: PageOrigin): boolean {
    if (!this.#element.hasAttributes()) return false;
    const { position } = this.#style;
    if (position !== 'absolute' && position !== 'fixed') return false;
    return isOffPage(this.#element.getBoundingClientRect(), origin);
  }

  /**
   * Boxes of a pixel that clip their content, and boxes clipped to nothing: the usual ways to write for screen readers
   * only, and closed drawers. A person does not see what is in them.
   */
  #isClippedAway(display: string): boolean {
    const style = this.#style;
    if (display === 'inline' || display === 'contents' || style.overflowX === 'visible') return false;
    if (UNCLIPPED.has(tagOf(this.#element))) return false;
    const { width, height } = this.#element.getBoundingClientRect();
    if (width <= 1 || height <= 1) return true;
    return (
      style.position === 'absolute' &&
      /^(rect\([01]px, ?[01]px, ?[01]px, ?[01]px\)|inset\((50|100)%)/.test(`${style.clip}`)
    );
  }
}

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

/** The colour that an element stands on: its own, or the nearest one behind it. */
function backgroundOf(element: Element, style: CSSStyleDeclaration, known: WeakMap<Element, string>): string {
  const before = known.get(element);
  if (before !== undefined) return before;
  const own = style.backgroundColor;
  let background = own;
  if (style.backgroundImage !== 'none') background = UNKNOWN;
  else if (own === CLEAR) {
    const parent = element.parentElement ?? hostOf(element);
    background = parent ? backgroundOf(parent, getComputedStyle(parent), known) : 'rgb(255, 255, 255)';
  }
  known.set(element, background);
  return background;
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
