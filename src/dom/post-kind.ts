import { isElement } from './element-kind';
import { attribute, firstElementOf, firstOf, hasAttribute, kindOf, nextOf, TEXT, tagOf } from './platform';

/** Posts of a thread are alike: the same kind of box, which begins with the same kind of box. */
export function kindOfPost(element: Element): string | undefined {
  const tag = tagOf(element);
  if (!POSTS.has(tag) && !hasAttribute(element, 'is')) return undefined;
  if ((tag === 'div' || tag === 'section') && firstClass(element) === '') return undefined;
  const first = firstElementOf(element);
  return first ? `${tag}.${firstClass(element)} ${tagOf(first)}.${firstClass(first)}` : undefined;
}

/** What a post is written in: a box with words of its own or paragraphs, by its class. */
export function kindOfBody(element: Element, tag: string): string | undefined {
  const kind = POSTS.has(tag) ? attribute(element, 'class') : null;
  if (!kind) return undefined;
  for (let child = firstOf(element); child; child = nextOf(child)) {
    const words = kindOf(child) === TEXT && child.nodeValue?.trim() !== '';
    if (words || (isElement(child) && tagOf(child) === 'p')) return kind;
  }
  return undefined;
}

const POSTS = new Set(['article', 'div', 'li', 'section']);

/** Of a custom element its name, which says more. */
function firstClass(element: Element): string {
  return attribute(element, 'is') ?? /\S+/.exec(attribute(element, 'class') ?? '')?.[0] ?? '';
}
