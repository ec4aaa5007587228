import { isElement, isHtml } from './element-kind';
import {
  allWordsOf,
  attribute,
  childNodesOf,
  firstElementOf,
  firstIn,
  hasAttribute,
  kindOf,
  TEXT,
  tagOf,
} from './platform';
import { isDataTable } from './structure';

/**
 * The text of a visible copy: headings as Markdown, items of lists with dashes or their numbers, code as it is written,
 * table rows with bars, link targets in parentheses where they lead elsewhere. A field is told by what it holds, as a
 * page tree writes it: `="Ann"`, `[x]`.
 *
 * @param without is asked for each element, and true for what is left out
 */
export function visibleLines(part: Element, without: (element: Element) => boolean = () => false): string {
  const lines = new Lines(without);
  lines.walk(part);
  return lines.text();
}

class Lines {
  readonly #without: (element: Element) => boolean;
  readonly #done: string[] = [];
  #line = '';
  /** Before each line: of the lists and quotes that it is in. */
  #indent = '';
  /** Before the next line in place of that, when it is the first one of an item. */
  #first: string | undefined;
  #inData = false;
  /** In a cell whose words stay in the line of its row, whatever they are in. */
  #inRow = false;

  constructor(without: (element: Element) => boolean) {
    this.#without = without;
  }

  text(): string {
    this.#flush();
    return this.#done.join('\n').replace(/^\n+|\s+$/g, '');
  }

  walk(element: Element): void {
    if (this.#without(element)) return;
    const tag = tagOf(element);
    if (tag === 'br') this.#break();
    else if (tag === 'img') this.#line += ` ${attribute(element, 'alt') ?? ''} `;
    else if (INLINE.has(tag)) this.#inline(element);
    else if (HOLDING.has(tag)) this.#line += ` ${heldText(element)} `;
    else if (tag === 'pre' && !this.#inRow) this.#code(element);
    else if (tag === 'td' || tag === 'th') this.#cell(element);
    else this.#block(element, tag);
  }

  #block(element: Element, tag: string): void {
    this.#break();
    const heading = /^h[1-6]$/.test(tag);
    if (heading) {
      this.#gap();
      this.#line = `${'#'.repeat(Number(tag.slice(1)))} `;
    }
    if (tag === 'li') this.#within(`${attribute(element, 'value') ?? '-'} `, element);
    else if (tag === 'blockquote') this.#within('> ', element);
    else if (tag === 'table') this.#table(element);
    else this.#children(element);
    this.#break();
    if (heading || APART.has(tag)) this.#gap();
  }

  /** Lines that belong together: what marks the first one, the others are indented by. */
  #within(mark: string, element: Element): void {
    if (this.#inRow) {
      this.#line += ` ${mark}`;
      this.#children(element);
      return;
    }
    const indent = this.#indent;
    this.#first = (this.#first ?? indent) + mark;
    this.#indent = indent + (mark === '> ' ? mark : ' '.repeat(mark.length));
    this.#children(element);
    this.#flush();
    this.#first = undefined;
    this.#indent = indent;
  }

  #code(element: Element): void {
    this.#flush();
    const text = allWordsOf(element).replace(/^\s*\n|\s+$/g, '');
    if (text.trim() === '') return;
    const begun = firstElementOf(element);
    const fence = begun && tagOf(begun) === 'code' ? ['```'] : [];
    this.#gap();
    for (const line of [...fence, ...text.split('\n'), ...fence]) this.#push(line.trimEnd());
    this.#gap();
  }

  #table(element: Element): void {
    const inData = this.#inData;
    this.#inData = isDataTable(element);
    this.#children(element);
    this.#inData = inData;
  }

  /** A table that only places things has pages in its cells, and so has one with a post in each row. */
  #cell(element: Element): void {
    const inRow = this.#inRow;
    const short = this.#inData && allWordsOf(element).length <= CELL_LENGTH && !firstIn(element, 'pre, table');
    this.#inRow = inRow || short;
    this.#children(element);
    this.#inRow = inRow;
    this.#line += ' | ';
  }

  #inline(element: Element): void {
    this.#children(element);
    const href = attribute(element, 'href');
    if (tagOf(element) === 'a' && href && !/^(#|javascript:)/i.test(href) && isHtml(element, 'a'))
      this.#line += ` (${element.href})`;
  }

  #children(element: Element): void {
    for (const child of childNodesOf(element)) {
      if (isElement(child)) this.walk(child);
      else if (kindOf(child) === TEXT) this.#line += (child.nodeValue ?? '').replace(/\s+/g, ' ');
    }
  }

  #break(): void {
    if (this.#inRow) this.#line += ' ';
    else this.#flush();
  }

  #flush(): void {
    const line = this.#line
      .replace(/ {2,}/g, ' ')
      .replace(/[ |]+$/, '')
      // A row of data keeps its columns.
      .replace(this.#inData ? /^ / : /^[ |]+/, '');
    this.#line = '';
    if (line !== '' && !/^#+$/.test(line)) this.#push(line);
  }

  #push(line: string): void {
    this.#done.push((this.#first ?? this.#indent) + line);
    this.#first = undefined;
  }

  /** An empty line. Items of a list stand close. */
  #gap(): void {
    if (this.#indent === '' && !this.#inRow && this.#done.at(-1) !== '') this.#done.push('');
  }
}

/** What a person reads in a field; its words when it is a button. */
function heldText(control: Element): string {
  const type = attribute(control, 'type');
  const mark = hasAttribute(control, 'checked') ? 'x' : ' ';
  if (type === 'checkbox') return `[${mark}]`;
  if (type === 'radio') return `(${mark})`;
  const value = attribute(control, 'value') ?? '';
  if (value === '' || /^(button|submit|reset)$/.test(type ?? '')) return value;
  return `=${JSON.stringify(value)}`;
}

const HOLDING = new Set(['input', 'select', 'textarea', 'progress', 'meter']);
/** With an empty line after them. */
const APART = new Set(['p', 'ul', 'ol', 'dl', 'blockquote', 'table', 'section', 'article']);
/** Longer cells hold more than a line. */
const CELL_LENGTH = 200;

/** Tags that do not break a line of text. */
export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
