import { allWordsOf, attribute, closest, firstIn, tagOf } from './platform';

/** True where words are not what a person came for, or an article is told without them. */
export function isBeside(element: Element): boolean {
  const role = attribute(element, 'role');
  return BESIDE.has(tagOf(element)) || (role !== null && BESIDE_ROLES.has(role));
}

const BESIDE = new Set(['a', 'aside', 'button', 'footer', 'header', 'label', 'nav', 'select', 'textarea']);
const BESIDE_ROLES = new Set(['banner', 'button', 'complementary', 'contentinfo', 'link', 'navigation', 'search']);

/** True for a heading that is a link, or in one, to another page or place. */
export function leadsElsewhere(heading: Element): boolean {
  const link = closest(heading, 'a[href]') ?? firstIn(heading, 'a[href]');
  if (!link || attribute(link, 'href')?.startsWith('#')) return false;
  return allWordsOf(link).trim().length >= allWordsOf(heading).trim().length;
}

/** Parts of a page around its content, as HTML-AAM 1.0 §3.4 tells them from those of an article. */
export function isAroundContent(element: Element): boolean {
  const tag = tagOf(element);
  const role = attribute(element, 'role');
  if (role !== null) return BESIDE_ROLES.has(role) && role !== 'button' && role !== 'link';
  if (tag === 'nav') return true;
  if (tag === 'aside') return closest(element, 'article, section') === null;
  return (tag === 'header' || tag === 'footer') && closest(element, 'article, section, main, aside') === null;
}
