import { boxOf, documentOf } from './platform';

/**
 * Boxes that `clip-path` cuts to nothing. To ask each element for it would make a read a twentieth longer, so only those
 * are asked that a style sheet or their own style attribute says it of. Sheets of other origins do not tell.
 */

/** Elements that may have a `clip-path`. One that has none any more is found out when it is asked. */
const clipped = new WeakSet<Element>();
/** Most pages have none at all. */
let any = false;

/** A backslash may begin any letter of the property's name. Asked of all elements, so `[style]` first: it is cheap. */
const OWN_STYLE = '[style]:is([style*="clip-path" i], [style*="\\\\"])';
/** What is left of a box below this is no more than a dot. */
const LEAST_PX = 1;

/** Looks for elements with a `clip-path` in a document or shadow root, by its rules and by their own styles. */
export function lookForClips(root: Document | ShadowRoot, selectors: readonly string[]): void {
  for (const element of root.querySelectorAll([OWN_STYLE, ...selectors].join(','))) {
    clipped.add(element);
    any = true;
  }
}

/** True for an element of which its `clip-path` leaves nothing to see. */
export function isClippedToNothing(element: Element, style: CSSStyleDeclaration): boolean {
  if (!any || !clipped.has(element)) return false;
  const { clipPath } = style;
  if (clipPath === 'none' || clipPath === '' || style.display === 'contents') return false;
  const reference = /url\("#([^"]+)"\)/.exec(clipPath)?.[1];
  if (reference !== undefined) return documentOf(element).getElementById(reference)?.childElementCount === 0;
  const size = boxOf(element);
  return isNothing(outline(clipPath, size), size);
}

/** True for the value of a `clip` that leaves no more than a dot of the box. */
export function isEmptyClip(clip: string): boolean {
  const sides = /^rect\(([-\d.]+)px, ([-\d.]+)px, ([-\d.]+)px, ([-\d.]+)px\)$/.exec(clip)?.slice(1).map(Number);
  const [top = 0, right = 0, bottom = 0, left = 0] = sides ?? [];
  return sides !== undefined && (bottom - top <= LEAST_PX || right - left <= LEAST_PX);
}

type Point = readonly [x: number, y: number];
type Size = Pick<DOMRect, 'width' | 'height'>;

/** Corners of what is left, from the corner of the box; none for a shape that is not understood. */
function outline(shape: string, { width, height }: Size): Point[] {
  const [, kind = '', inner = ''] = /^([a-z]+)\((.*)\)/.exec(shape) ?? [];
  if (kind === 'inset') {
    const given = lengths(inner.replace(/ round .*$/, ''));
    const [top = Number.NaN, right = top, bottom = top, left = right] = given.map((of, at) =>
      of(at % 2 === 0 ? height : width),
    );
    // Sides that pass each other leave nothing.
    return box(left, top, Math.max(left, width - right), Math.max(top, height - bottom));
  }
  if (kind === 'circle' || kind === 'ellipse') {
    const [radii = '', at = '50% 50%'] = inner.split(/ ?at /);
    const [x = Number.NaN, y = Number.NaN] = lengths(at).map((of, axis) => of(axis === 0 ? width : height));
    const diagonal = Math.hypot(width, height) / Math.SQRT2;
    const given = lengths(radii);
    const [across = Number.NaN, down = across] = given.map((of, axis) =>
      of(kind === 'circle' ? diagonal : axis === 0 ? width : height),
    );
    return box(x - across, y - down, x + across, y + down);
  }
  if (kind !== 'polygon') return [];
  return inner
    .replace(/^(nonzero|evenodd), ?/, '')
    .split(/, ?/)
    .map((corner): Point => {
      const [x, y] = lengths(corner);
      return [x?.(width) ?? Number.NaN, y?.(height) ?? Number.NaN];
    });
}

function box(left: number, top: number, right: number, bottom: number): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** Computed lengths as functions of what their percentages are of; not a number for those that are not understood. */
function lengths(text: string): ((whole: number) => number)[] {
  return (text.match(/calc\([^()]*\)|[^\s]+/g) ?? []).map((length) => (whole) => {
    const sum = length.replace(/^calc\((.*)\)$/, '$1').replaceAll(/([-+]) /g, '$1');
    return sum.split(/\s+/).reduce((total, part) => {
      const [, number, unit] = /^\+?(-?[\d.]+)(px|%)$/.exec(part) ?? [];
      return total + (unit === '%' ? (Number(number) / 100) * whole : Number(number));
    }, 0);
  });
}

/** True when the corners hold no more than a dot, or nothing of the box. Corners that are not known hold something. */
function isNothing(points: readonly Point[], { width, height }: Size): boolean {
  const [first] = points;
  if (!first || points.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y))) return false;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (right - left <= LEAST_PX || bottom - top <= LEAST_PX) return true;
  const beside = width > 0 && height > 0 && (right <= 0 || left >= width || bottom <= 0 || top >= height);
  return beside || points.every((point, at) => isFlat(first, point, points[at + 1] ?? first));
}

/** True for three points in one line. */
function isFlat([x0, y0]: Point, [x1, y1]: Point, [x2, y2]: Point): boolean {
  return Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) <= 1;
}
