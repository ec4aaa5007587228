import { type LineOptions, lineOf, quoted } from './line-text';
import { isPlainText, isRun, type SnapshotNode, wordsBelow } from './snapshot-node';
import { columnOf, isSpanned, spanningCell } from './table-columns';

/** A row as one line, `| Tea | 3 |`: empty when there is nothing in it, undefined when its cells need lines of their own. */
export function rowLine(node: SnapshotNode, options: LineOptions): string | undefined {
  if (node.role !== 'row' || !fitsLine(node)) return undefined;
  const last = node.children.findLastIndex((cell) => !isSpanned(cell));
  const cells = node.children.slice(0, last + 1).map((cell) => cellText(cell, options));
  const line = cells.some((cell) => cell !== '')
    ? `|${cells.map((cell) => (cell ? ` ${cell} |` : ' |')).join('')}`
    : '';
  // What a row is called is in its cells.
  return [...(hasOwn(node) ? [node.role, ...ownOf(node)] : []), ...(line ? [line] : [])].join(' ');
}

/** True for what has a ref or a state itself. */
function hasOwn({ ref, states }: SnapshotNode): boolean {
  return ref !== undefined || states.length > 0;
}

function ownOf({ ref, states }: SnapshotNode): string[] {
  return ref === undefined ? states : [`[${ref}]`, ...states];
}

/** True for a row whose cells all fit into one line. */
export function fitsLine(row: SnapshotNode): boolean {
  return row.children.every(fitsInRow);
}

/** True for a row with cells that can be operated themselves, not only by what is in them. */
export function hasOperableCells({ role, children }: SnapshotNode): boolean {
  return role === 'row' && children.some(({ ref }) => ref !== undefined);
}

/** True for what has rows. */
export function isTable({ role }: SnapshotNode): boolean {
  return role === 'table' || role === 'grid' || role === 'treegrid';
}

/** Cells that get lines of their own say which column they are in: the words of the header row. */
export function tellColumns(table: SnapshotNode): void {
  const rows = table.children.filter(({ role }) => role === 'row');
  const head = rows.find(
    ({ children }) => children.length > 0 && children.every(({ role }) => role === 'columnheader'),
  );
  if (!head) return;
  const names = head.children.map((cell) => wordsBelow(spanningCell(cell)));
  for (const row of rows) {
    if (row === head || fitsLine(row)) continue;
    row.children.forEach((cell, at) => {
      const column = columnOf(cell);
      if (column === undefined && row.children.length !== names.length) return;
      const name = names[column ?? at];
      const said = name ? `(${name.slice(0, COLUMN_LENGTH)})` : '';
      if (said && !fitsInRow(cell) && !cell.states.includes(said)) cell.states.push(said);
    });
  }
}

const COLUMN_LENGTH = 40;

const CELL = /^(cell|columnheader|rowheader|gridcell)$/;

function fitsInRow({ role, name, value, children }: SnapshotNode): boolean {
  if (!CELL.test(role) || value !== undefined || children.length > 1) return false;
  const [only] = children;
  if (!only) return true;
  return name === '' && (isRun(only) ? isOneLine(only) : only.children.length === 0);
}

function isOneLine({ name }: SnapshotNode): boolean {
  return !name.includes('\n');
}

/** What is in a cell, with its own ref and states where it has any: after plain words, and before what has refs itself. */
function cellText(cell: SnapshotNode, options: LineOptions): string {
  const [only] = cell.children;
  const words = only ? lineOf(only, options) : cell.name === '' ? '' : quoted(cell.name);
  if (!hasOwn(cell)) return words.replaceAll('|', '\\|');
  const own = ownOf(cell).join(' ');
  const plain = only === undefined || isPlainText(only);
  const text = !plain ? `cell ${own} ${words}` : `${words} ${cell.ref || own.startsWith('(') ? own : `(${own})`}`;
  return text.trim().replaceAll('|', '\\|');
}
