import { type LineOptions, lineOf } from './line-text';
import { isRun, type SnapshotNode } from './snapshot-node';

/** A row as one line, `| Tea | 3 |`: empty when there is nothing in it, undefined when its cells need lines of their own. */
export function rowLine(node: SnapshotNode, options: LineOptions): string | undefined {
  if (node.role !== 'row' || !node.children.every(fitsInRow)) return undefined;
  const cells = node.children.map((cell) => cellText(cell, options));
  return cells.some((cell) => cell !== '') ? `|${cells.map((cell) => (cell ? ` ${cell} |` : ' |')).join('')}` : '';
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
  const names = head.children.map(wordsBelow);
  for (const row of rows) {
    if (row === head || row.children.length !== names.length || row.children.every(fitsInRow)) continue;
    row.children.forEach((cell, at) => {
      const name = names[at];
      const said = name ? `(${name.slice(0, COLUMN_LENGTH)})` : '';
      if (said && !fitsInRow(cell) && !cell.states.includes(said)) cell.states.push(said);
    });
  }
}

const COLUMN_LENGTH = 40;

function wordsBelow(node: SnapshotNode): string {
  return node.name || node.children.map(wordsBelow).join(' ').trim();
}

function fitsInRow({ role, name, states, ref, children }: SnapshotNode): boolean {
  if (!/^(cell|columnheader|rowheader|gridcell)$/.test(role) || name !== '' || ref !== undefined || states.length > 0)
    return false;
  return (
    children.length <= 1 && children.every((child) => (isRun(child) ? isOneLine(child) : child.children.length === 0))
  );
}

function isOneLine({ name }: SnapshotNode): boolean {
  return !name.includes('\n');
}

function cellText({ children }: SnapshotNode, options: LineOptions): string {
  const [only] = children;
  return only ? lineOf(only, options).replaceAll('|', '\\|') : '';
}
