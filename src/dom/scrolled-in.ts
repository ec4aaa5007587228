import { rootOf } from './platform';

/**
 * What animations bring in while a person scrolls, and is faded to nothing until then (CSS Scroll-driven Animations 1): by a
 * style sheet or by a script. Asked once for all of a document or shadow root.
 */
const driven = new WeakMap<Node, WeakSet<Element>>();
/** Most pages have none: then no element need be asked. */
let any = false;

/** Looks for such animations in a document or shadow root again. */
export function lookForScrolling(root: Document | ShadowRoot): void {
  const found = new WeakSet<Element>();
  for (const { timeline, effect } of root.getAnimations()) {
    // Told by what they have: each frame has constructors of its own.
    if (timeline === null || !('source' in timeline) || effect === null || !('target' in effect)) continue;
    found.add(effect.target as Element);
    any = true;
  }
  if (any) driven.set(root, found);
}

/** True for an element that has such an animation. */
export function comesWithScrolling(element: Element): boolean {
  return any && driven.get(rootOf(element))?.has(element) === true;
}

/** False where no element has. */
export function anyComesWithScrolling(): boolean {
  return any;
}
