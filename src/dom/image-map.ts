import { isHtml } from './element-kind';
import { isWithin } from './hit-test';
import { attribute, boxOf, closest, rootOf } from './platform';
import { hasArea } from './view-box';
import { isVisible } from './visibility';

/** A part of a picture that leads somewhere (HTML, image maps). It has no box of its own. */
export type Area = HTMLAreaElement;

/** True for an element that is part of an image map. */
export function isArea(element: Element): element is Area {
  return isHtml(element, 'area');
}

/** The picture in sight that an area is a part of. */
export function pictureOf(area: Area): HTMLImageElement | undefined {
  const map = closest(area, 'map');
  const name = map && isHtml(map, 'map') ? map.name || map.id : '';
  if (name === '') return undefined;
  const root = rootOf(area);
  if (!('querySelectorAll' in root)) return undefined;
  for (const image of (root as Document | ShadowRoot).querySelectorAll('img[usemap]')) {
    if (!isHtml(image, 'img') || attribute(image, 'usemap') !== `#${name}`) continue;
    if (hasArea(boxOf(image)) && isVisible(image)) return image;
  }
  return undefined;
}

/** The box around an area in the viewport of its picture, CSS pixels. */
export function boxOfArea(area: Area, picture: HTMLImageElement): DOMRect {
  const whole = contentBox(picture);
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, ...more] =
    attribute(area, 'coords')
      ?.split(/[\s,;]+/)
      .map(Number) ?? [];
  const from = (left: number, top: number, right: number, bottom: number) => {
    const x = Math.max(0, left);
    const y = Math.max(0, top);
    const width = Math.max(0, Math.min(whole.width, right) - x);
    return new DOMRect(whole.x + x, whole.y + y, width, Math.max(0, Math.min(whole.height, bottom) - y));
  };
  switch (area.shape.toLowerCase()) {
    case 'default':
      return whole;
    case 'circle':
    case 'circ':
      return from(x1 - x2, y1 - x2, x1 + x2, y1 + x2);
    case 'poly':
    case 'polygon': {
      const corners = [x1, y1, x2, y2, ...more];
      const [across, down] = [corners.filter((_, at) => at % 2 === 0), corners.filter((_, at) => at % 2 === 1)];
      return from(Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down));
    }
    default:
      return from(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
}

/** Coordinates of areas count from there. */
function contentBox(picture: HTMLImageElement): DOMRect {
  const { x, y, width, height } = boxOf(picture);
  const style = getComputedStyle(picture);
  const inset = (side: 'Top' | 'Right' | 'Bottom' | 'Left') =>
    Number.parseFloat(style[`border${side}Width`]) + Number.parseFloat(style[`padding${side}`]);
  const [top, left] = [inset('Top'), inset('Left')];
  return new DOMRect(x + left, y + top, width - left - inset('Right'), height - top - inset('Bottom'));
}

/** Points of a box that are tried, as parts of its width and height: a shape may be anywhere in it. */
const TRIED = [0.5, 0.3, 0.7, 0.15, 0.85];

/** Points in the box of an area that a press on it may need, the middle first. Which of them are in its shape, a hit test tells. */
export function pointsInArea(area: Area, picture: HTMLImageElement): { x: number; y: number }[] {
  const { x, y, width, height } = boxOfArea(area, picture);
  return TRIED.flatMap((down) => TRIED.map((across) => ({ x: x + width * across, y: y + height * down })));
}

/** True when a picture is in one element, and not in another. */
export function isPictureIn(picture: Element, element: Element, without: Element | undefined): boolean {
  return isWithin(picture, element) && !(without && isWithin(picture, without));
}
