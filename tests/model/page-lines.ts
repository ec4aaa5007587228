/** One line of a printed page, such as `button "Send" [ref_7] disabled`. */
export interface PageLine {
  level: number;
  role: string;
  name: string;
  ref?: string;
  /** What follows: states, value, address. */
  rest: string;
}

const LINE = /^( *)([a-z][a-z -]*?)(?: ("(?:[^"\\]|\\.)*"))?(?: \[(ref_\d+)\])?((?: .*)?)$/;

/** Reads the tree that read_page printed. Lines of plain text have the role `text`. */
export function pageLines(tree: string): PageLine[] {
  return tree.split('\n').map((line) => {
    const level = line.length - line.trimStart().length;
    const match = LINE.exec(line);
    const quoted = match?.[3];
    if (!match || (quoted === undefined && match[4] === undefined))
      return { level, role: 'text', name: line.trim(), rest: '' };
    const name = quoted === undefined ? '' : String(JSON.parse(quoted));
    return { level, role: match[2] ?? '', name, ...(match[4] ? { ref: match[4] } : {}), rest: (match[5] ?? '').trim() };
  });
}

/** The first line with that role whose name fits, and its ref. */
export function lineWith(tree: string, role: RegExp, name: RegExp): (PageLine & { ref: string }) | undefined {
  for (const line of pageLines(tree)) {
    if (line.ref !== undefined && role.test(line.role) && name.test(line.name)) return { ...line, ref: line.ref };
  }
  return undefined;
}
