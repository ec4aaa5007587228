import type { PayloadField } from './payload';

/**
 * True when the fields are those by which a table in a page asks for other rows:
 *
 * - DataTables, https://datatables.net/manual/server-side;
 * - ASP.NET's grids, which post `__EVENTARGUMENT=Page$3`
 *   (https://learn.microsoft.com/dotnet/api/system.web.ui.webcontrols.gridview);
 * - PrimeFaces' tables, which post `form:table_filtering=true` (https://primefaces.github.io/primefaces/).
 */
export function asksForList(fields: readonly PayloadField[]): boolean {
  const value = (name: string) => fields.find(({ path }) => path === name)?.value;
  const table = ['draw', 'start', 'length'].every((name) => /^\d+$/.test(value(name) ?? ''));
  if (table && fields.some(({ path }) => /^columns\[0\]/.test(path))) return true;
  if (value('__VIEWSTATE') !== undefined && /^(Page|Sort)\$/.test(value('__EVENTARGUMENT') ?? '')) return true;
  const source = value('javax.faces.source') ?? value('jakarta.faces.source');
  return source !== undefined && fields.some(({ path, value: set }) => isOfTable(path, source) && set === 'true');
}

function isOfTable(path: string, source: string): boolean {
  return path.startsWith(`${source}_`) && /^(filtering|sorting|pagination)$/.test(path.slice(source.length + 1));
}

const PAGE = /^(page(_?(no|num|number|index))?|offset|cursor)$/i;
const SIZE = /^(page_?size|per_?page|limit|size)$/i;
/** What a list is narrowed by, of the things that have such a state. */
const NARROWS = /^(status|state|type|keywords?|q|query|search|sort(_?by)?|order_?by|direction)$/i;

/**
 * True when all that is sent asks for one page of a list of a certain state: `{pageNo, pageSize, status: 'CANCELLED'}`.
 */
export function looksLikeFilteredList(fields: readonly PayloadField[]): boolean {
  const names = fields.map(({ path }) => path);
  return (
    names.some((name) => PAGE.test(name)) &&
    names.some((name) => SIZE.test(name)) &&
    names.every((name) => PAGE.test(name) || SIZE.test(name) || NARROWS.test(name))
  );
}
