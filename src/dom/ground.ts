import { isClear } from './colour';
import { attribute, documentOf, firstIn } from './platform';
import { parentOf } from './shadow';

/** An element as far as what is drawn behind its words needs it. */
export interface Drawn {
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  /** What it stands in, where a read came through that. */
  readonly around: Drawn | undefined;
  /** Colour that its words stand on, once it was asked for. */
  ground: string | undefined;
}

/** What a page is drawn on that has no background, light and dark. */
const PAPER = 'rgb(255, 255, 255)';
const DARK_PAPER = 'rgb(18, 18, 18)';

/** The nearest colour behind words in an element: its own background's, or that of what it stands in. */
export function groundOf(drawn: Drawn): string {
  if (drawn.ground === undefined) {
    const own = drawn.style.backgroundColor;
    if (!isClear(own)) drawn.ground = own;
    else {
      const behind = behindOf(drawn);
      drawn.ground = behind ? groundOf(behind) : paperOf(documentOf(drawn.element));
    }
  }
  return drawn.ground;
}

/** What an element stands in; a frame is what its document stands in, where that may be asked. */
export function behindOf({ element, around }: Drawn): Drawn | undefined {
  if (around) return around;
  const parent = parentOf(element) ?? documentOf(element).defaultView?.frameElement ?? undefined;
  return parent && { element: parent, style: getComputedStyle(parent), around: undefined, ground: undefined };
}

/** A page that asks for dark colours is drawn on a dark canvas (CSS Color Adjustment 1 §2.4; #121212 in Chromium 156). */
function paperOf(root: Document): string {
  const scheme = getComputedStyle(root.documentElement).colorScheme;
  const named = scheme === 'normal' ? firstIn(root.documentElement, 'meta[name="color-scheme" i]') : undefined;
  const wanted = named ? (attribute(named, 'content') ?? '') : scheme;
  if (!/\bdark\b/i.test(wanted)) return PAPER;
  const eitherWay = /\blight\b/i.test(wanted);
  return eitherWay && !root.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches ? PAPER : DARK_PAPER;
}
