import { attribute, hasAttribute, tagOf } from './platform';

const SHAPES = new Set(
  (
    'path rect circle ellipse line polyline polygon use image defs symbol clipPath mask marker pattern filter ' +
    'linearGradient radialGradient animate animateTransform desc metadata'
  ).split(' '),
);

/** True for a part of a drawing that has no words in it and is not operated: there are many, and each look costs. */
export function isShape(element: Element, tag: string): boolean {
  return SHAPES.has(tag) && !hasAttribute(element, 'tabindex') && !hasAttribute(element, 'role');
}

/** True for an SVG that is not said to be one picture. */
export function isDrawing(element: Element, role: string): boolean {
  return role === 'img' && tagOf(element) === 'svg' && attribute(element, 'role') === null;
}

/** True when a drawing has words or controls that a person sees: axes of a chart, links of a map. */
export function holdsWords(drawing: Element): boolean {
  return drawing.querySelector('text, a, foreignObject, [tabindex], [role]') !== null;
}
