import { type Inline, parseInline } from './inline';

/** A block of Markdown, read into plain data, so that rendering can never make an element that is not named here. */
export type Block =
  | { type: 'heading'; level: number; inner: Inline[] }
  | { type: 'paragraph'; inner: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'rule' };

const FENCE = /^ {0,3}(```+|~~~+)/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const QUOTE = /^ {0,3}>\s?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(\s+|$)/;
const TABLE_LINE = /^ {0,3}\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?\|?\s*$/;

/** Reads the simple part of GitHub's Markdown: headings, paragraphs, lists, tables, quotes, fences and rules. */
export function parseMarkdown(source: string): Block[] {
  return blocksOf(source.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n'));
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const { block, next } =
      fence(lines, at) ?? single(line, at) ?? table(lines, at) ?? nested(lines, at) ?? text(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

interface Read {
  block: Block;
  /** Index of the first line behind the block; always past where it began. */
  next: number;
}

function fence(lines: readonly string[], at: number): Read | undefined {
  const mark = FENCE.exec(lines[at] ?? '')?.[1];
  if (!mark) return undefined;
  const close = lines.findIndex((line, index) => index > at && line.trim().startsWith(mark));
  const end = close < 0 ? lines.length : close;
  return { block: { type: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function single(line: string, at: number): Read | undefined {
  const heading = HEADING.exec(line);
  if (heading) {
    const [, marks = '', title = ''] = heading;
    return { block: { type: 'heading', level: marks.length, inner: parseInline(title) }, next: at + 1 };
  }
  return RULE.test(line) ? { block: { type: 'rule' }, next: at + 1 } : undefined;
}

function table(lines: readonly string[], at: number): Read | undefined {
  const head = lines[at] ?? '';
  if (!head.includes('|') || !TABLE_LINE.test(lines[at + 1] ?? '')) return undefined;
  let next = at + 2;
  while (next < lines.length && (lines[next] ?? '').includes('|')) next += 1;
  const columns = cells(head);
  const rows = lines.slice(at + 2, next).map((line) => {
    const row = cells(line);
    return columns.map((_, column) => row[column] ?? []);
  });
  return { block: { type: 'table', head: columns, rows }, next };
}

function cells(line: string): Inline[][] {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => parseInline(cell.trim()));
}

function nested(lines: readonly string[], at: number): Read | undefined {
  if (QUOTE.test(lines[at] ?? '')) {
    let next = at;
    while (next < lines.length && QUOTE.test(lines[next] ?? '')) next += 1;
    const inside = lines.slice(at, next).map((line) => line.replace(QUOTE, ''));
    return { block: { type: 'quote', blocks: blocksOf(inside) }, next };
  }
  return ITEM.test(lines[at] ?? '') ? list(lines, at) : undefined;
}

/** An item owns its line and every line below that is indented or, until a blank line, goes on with its text. */
function list(lines: readonly string[], at: number): Read {
  const first = ITEM.exec(lines[at] ?? '')?.[2] ?? '-';
  const ordered = /\d/.test(first);
  const items: Block[][] = [];
  let next = at;
  while (next < lines.length) {
    const mark = ITEM.exec(lines[next] ?? '');
    if (!mark || /\d/.test(mark[2] ?? '') !== ordered || RULE.test(lines[next] ?? '')) break;
    const item = [(lines[next] ?? '').slice(mark[0].length)];
    next += 1;
    while (next < lines.length && belongs(lines, next)) {
      item.push((lines[next] ?? '').replace(/^ {2,4}/, ''));
      next += 1;
    }
    items.push(blocksOf(item));
  }
  return { block: { type: 'list', ordered, start: Number.parseInt(first, 10) || 1, items }, next };
}

function belongs(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.trim() === '') {
    const below = lines[at + 1] ?? '';
    return /^ {2,}\S/.test(below) || (ITEM.test(below) && !RULE.test(below));
  }
  if (/^ {2,}\S/.test(line)) return true;
  return !ITEM.test(line) && !startsBlock(line) && (lines[at - 1] ?? '').trim() !== '';
}

function text(lines: readonly string[], at: number): Read {
  let next = at + 1;
  while (next < lines.length && (lines[next] ?? '').trim() !== '' && !startsBlock(lines[next] ?? '')) {
    if (ITEM.test(lines[next] ?? '') || TABLE_LINE.test(lines[next + 1] ?? '')) break;
    next += 1;
  }
  const inside = lines.slice(at, next).map((line) => line.trimStart());
  return { block: { type: 'paragraph', inner: parseInline(inside.join('\n').trimEnd()) }, next };
}

function startsBlock(line: string): boolean {
  return FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line);
}
