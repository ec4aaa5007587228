/** Roles that get a line although nothing is done to them: they say what belongs together. */
export const LINE_ROLES = new Set(
  (
    'alert alertdialog application article audio banner blockquote canvas cell columnheader complementary contentinfo ' +
    'dialog embed feed form grid gridcell heading iframe img listbox log main marquee math menu menubar meter ' +
    'navigation note option progressbar radiogroup row rowheader scrollbar search status tab table tablist tabpanel ' +
    'timer toolbar tooltip tree treegrid treeitem video'
  ).split(' '),
);

/** Roles of cells. */
export const CELLS = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);

/**
 * True for a table of data. One without headings, caption or rules, that holds a table or is marked for layout, only
 * places things on the page, as pages did before there was CSS.
 */
export function isDataTable(table: Element): boolean {
  const role = table.getAttribute('role');
  if (role === 'table' || role === 'grid' || role === 'treegrid') return true;
  if (role === 'presentation' || role === 'none') return false;
  if (table.querySelector(':scope > caption, :scope > thead, :scope > * > tr > th')) return true;
  if (table.querySelector('table')) return false;
  const border = table.getAttribute('border');
  return (border !== null && border !== '0') || table.hasAttribute('summary') || table.hasAttribute('aria-label');
}
