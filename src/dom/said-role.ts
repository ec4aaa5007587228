import { isEditingHost } from './element-kind';
import { attribute, hasAttribute, tagOf } from './platform';
import { referenced } from './referenced';

/** Roles that a page may say (ARIA 1.3 §5.3, without the abstract ones, which are no roles). */
const KNOWN = new Set(
  (
    'alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox ' +
    'comment complementary contentinfo definition deletion dialog document emphasis feed figure form generic grid ' +
    'gridcell group heading img insertion link list listbox listitem log main mark marquee math menu menubar menuitem ' +
    'menuitemcheckbox menuitemradio meter navigation note option paragraph progressbar radio radiogroup region row ' +
    'rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong subscript suggestion ' +
    'superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem'
  ).split(' '),
);

/** Other words for the same: ARIA 1.3 image, ARIA 1.0 directory, and the links of DPUB-ARIA 1.1. */
const SAME: Record<string, string> = {
  image: 'img',
  directory: 'list',
  sectionheader: 'generic',
  sectionfooter: 'generic',
  'doc-backlink': 'link',
  'doc-biblioref': 'link',
  'doc-glossref': 'link',
  'doc-noteref': 'link',
};

/** ARIA 1.3 §6.4, those that have a meaning on an element of any role. */
const GLOBAL =
  'aria-atomic aria-busy aria-controls aria-current aria-describedby aria-description aria-details aria-flowto aria-keyshortcuts aria-label aria-labelledby aria-live aria-owns aria-relevant aria-roledescription'.split(
    ' ',
  );

/**
 * The role that an element's role attribute gives it: the first token that is a known role and may stand (ARIA 1.3 §8.1
 * and §9.1); undefined when the tag decides.
 */
export function saidRole(element: Element): string | undefined {
  const said = attribute(element, 'role');
  if (!said) return undefined;
  for (const token of said.toLowerCase().split(/\s+/)) {
    if (token === 'none' || token === 'presentation') return keepsMeaning(element) ? undefined : 'generic';
    // A landmark that only counts with a name (ARIA 1.3, form and region).
    if ((token === 'form' || token === 'region') && !isLabelled(element)) continue;
    if (KNOWN.has(token)) return token;
    const same = SAME[token];
    if (same !== undefined) return same;
  }
  return undefined;
}

/** True when something in the markup names the element. */
export function isLabelled(element: Element): boolean {
  if (['aria-label', 'aria-labelledby', 'title'].some((name) => attribute(element, name)?.trim())) return true;
  const ids = attribute(element, 'aria-labelledby');
  return ids !== null && referenced(element, ids, 'ariaLabelledByElements').length > 0;
}

/** What can be focused, or has a global ARIA attribute, does not lose its meaning (ARIA 1.3 §9.2, conflicts). */
function keepsMeaning(element: Element): boolean {
  if (GLOBAL.some((name) => hasAttribute(element, name))) return true;
  if (hasAttribute(element, 'tabindex') || isEditingHost(element)) return true;
  const tag = tagOf(element);
  if (tag === 'a' || tag === 'area') return hasAttribute(element, 'href');
  return /^(button|input|select|textarea|summary|iframe)$/.test(tag);
}
