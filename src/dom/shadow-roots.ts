import { isElement } from './element-kind';
import { firstOf, openShadowOf, tagOf } from './platform';
import { shadowRootOf } from './shadow';

/**
 * A document and the shadow trees in it, without a read. A closed one of an element that is no custom element is found
 * where that holds nothing itself: to ask every `div` takes 1.5 µs each (Chromium 156), to pass it by a tenth of that.
 */
export function treesOf(root: Document): (Document | ShadowRoot)[] {
  const trees: (Document | ShadowRoot)[] = [root];
  for (const tree of trees) {
    const walker = root.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!isElement(node)) continue;
      const tag = tagOf(node);
      const asked = tag.includes('-') || firstOf(node) === null;
      const shadow = asked ? shadowRootOf(node, tag) : openShadowOf(node);
      if (shadow) trees.push(shadow);
    }
  }
  return trees;
}
