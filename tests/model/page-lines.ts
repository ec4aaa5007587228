/** One thing on a printed page (docs/page-tree.md), such as `button "Send" [ref_7] disabled`. */
export interface PageLine {
  role: string;
  name: string;
  ref?: string;
  /** What follows on its line: states, value, options. */
  rest: string;
}

const ROLES =
  'button checkbox clickable color_picker combobox date_picker dialog file_picker gridcell iframe img link listbox menuitem option radio searchbox slider spinbutton switch tab textbox time_picker treeitem'
    .replaceAll(' ', '|')
    .replaceAll('_', ' ');

/** A thing with a ref: its role unless it is a link among words, its name unless it has none. */
const THING = new RegExp(`(?:\\b(${ROLES}) )?(?:("(?:[^"\\\\]|\\\\.)*") )?\\[(ref_\\d+)\\]`, 'g');

/** Reads the tree that read_page printed: headings, things with refs, and lines of words. */
export function pageLines(tree: string): PageLine[] {
  return tree.split('\n').flatMap((line) => {
    const text = line.trim();
    const heading = /^h[1-9] (?!link )(.*)$/.exec(text)?.[1];
    const things = [...text.matchAll(THING)];
    if (heading !== undefined && things.length === 0) return [{ role: 'heading', name: unquoted(heading), rest: '' }];
    if (things.length === 0) return [{ role: 'text', name: text, rest: '' }];
    const found = things.map((thing, at): PageLine => {
      const end = thing.index + thing[0].length;
      const ref = thing[3] ?? '';
      return {
        role: thing[1] ?? 'link',
        name: unquoted(thing[2] ?? ''),
        ref,
        rest: text.slice(end, things[at + 1]?.index).trim(),
      };
    });
    return [{ role: 'text', name: text, rest: '' }, ...found];
  });
}

/** The first thing with that role whose name fits. */
export function lineWith(tree: string, role: RegExp, name: RegExp): (PageLine & { ref: string }) | undefined {
  for (const line of pageLines(tree)) {
    if (line.ref !== undefined && role.test(line.role) && name.test(line.name)) return { ...line, ref: line.ref };
  }
  return undefined;
}

function unquoted(text: string): string {
  return text.startsWith('"') ? String(JSON.parse(text)) : text;
}
