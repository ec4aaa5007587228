import { isHtml } from './element-kind';
import { checkVisibility, closest, firstIn } from './platform';
import type { SnapshotNode } from './snapshot-node';

interface Part {
  cell: Element;
  /** Number of the first one, from 0. */
  column: number;
  /** In columns. */
  width: number;
}

/** Of each row of a table, from left to right: its own cells, and those of rows above that go on in it. */
type Grid = ReadonlyMap<Element, readonly Part[]>;

/** Empty cells in place of those that go on there, and the cell that does; undefined for one that stands in another row. */
const spanned = new WeakMap<SnapshotNode, { from: SnapshotNode | undefined }>();
/** Of cells in rows that have lines of their own, where some cell of the table is of several rows or columns. */
const columns = new WeakMap<SnapshotNode, number>();

/**
 * Puts empty cells where a cell goes on from the left or from above, so that all cells stand in their columns.
 *
 * @param fits true for a row that is printed as one line: in others the cells know their columns only
 */
export function keepColumns(nodes: readonly SnapshotNode[], fits: (row: SnapshotNode) => boolean): void {
  new Keeping(fits).all(nodes);
}

/** True for an empty cell that stands where another one goes on. */
export function isSpanned(node: SnapshotNode): boolean {
  return spanned.has(node);
}

/** The cell itself, or the one that goes on from the left in its place. */
export function spanningCell(node: SnapshotNode): SnapshotNode {
  return spanned.get(node)?.from ?? node;
}

/** Number of a cell's column, from 0; undefined where it is its number in the row. */
export function columnOf(cell: SnapshotNode): number | undefined {
  return columns.get(cell);
}

class Keeping {
  readonly #fits: (row: SnapshotNode) => boolean;
  readonly #grids = new Map<Element, Grid | undefined>();

  constructor(fits: (row: SnapshotNode) => boolean) {
    this.#fits = fits;
  }

  all(nodes: readonly SnapshotNode[]): void {
    for (const node of nodes) {
      if (node.role === 'row') this.#row(node);
      if (node.children.length > 0) this.all(node.children);
    }
  }

  #row(row: SnapshotNode): void {
    const { element } = row;
    const table = isHtml(element, 'tr') ? closest(element, 'table') : null;
    if (!table || !isHtml(table, 'table')) return;
    if (!this.#grids.has(table)) this.#grids.set(table, gridOf(table));
    const parts = this.#grids.get(table)?.get(element);
    if (!parts) return;
    const shown = new Map(row.children.map((child) => [child.element, child]));
    if (row.children.some((child) => !parts.some(({ cell }) => cell === child.element))) return;
    let column = 0;
    for (const { cell, width } of parts) {
      const node = shown.get(cell);
      if (node) columns.set(node, column);
      if (node || isDisplayed(cell)) column += width;
    }
    if (this.#fits(row)) row.children = parts.flatMap((part) => cellsOf(part, shown.get(part.cell), row));
  }
}

function cellsOf({ cell, width }: Part, node: SnapshotNode | undefined, row: SnapshotNode): SnapshotNode[] {
  if (!node && !isDisplayed(cell)) return [];
  const empty = Array.from({ length: node ? width - 1 : width }, () => {
    const blank = { role: row.children[0]?.role ?? 'cell', name: '', states: [], children: [], element: cell };
    spanned.set(blank, { from: node });
    return blank;
  });
  return node ? [node, ...empty] : empty;
}

/** A column that is not displayed has no place; one that is out of sight has. */
function isDisplayed(cell: Element): boolean {
  return checkVisibility(cell);
}

/** No wider: `colspan="1000"` stands for all columns. */
const WIDEST = 100;

/** Undefined for a table whose cells are all of one row and one column (HTML, forming a table). */
function gridOf(table: HTMLTableElement): Grid | undefined {
  if (!firstIn(table, ':is(td, th):is([colspan], [rowspan])')) return undefined;
  const rows = new Map<Element, Part[]>();
  let section: Element | null = null;
  let below: GoingOn[] = [];
  for (const row of table.rows) {
    // No cell leaves the part of the table that it is in.
    if (row.parentElement !== section) below = [];
    section = row.parentElement;
    const filled = filledRow(row, below);
    rows.set(row, filled.parts);
    below = filled.below;
  }
  return rows;
}

/** By column, a cell that goes on below, and in how many rows. */
type GoingOn = { part: Part; rows: number } | undefined;

function filledRow(row: HTMLTableRowElement, above: readonly GoingOn[]): { parts: Part[]; below: GoingOn[] } {
  const parts: Part[] = [];
  const below: GoingOn[] = [];
  let column = 0;
  const take = (part: Part, rows: number) => {
    parts.push(part);
    if (rows > 0) below.push(...Array(Math.max(0, column - below.length)), ...Array(part.width).fill({ part, rows }));
    column += part.width;
  };
  const fromAbove = () => {
    for (let on = above[column]; on; on = above[column]) take({ ...on.part, column }, on.rows - 1);
  };
  for (const cell of row.cells) {
    fromAbove();
    const rows = cell.rowSpan === 0 ? Number.POSITIVE_INFINITY : cell.rowSpan - 1;
    take({ cell, column, width: Math.min(cell.colSpan, WIDEST) }, rows);
  }
  for (; column < above.length; column++) fromAbove();
  return { parts, below };
}
