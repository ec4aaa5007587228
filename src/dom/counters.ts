import { numberIn } from './counter-style';
import { isHtml } from './element-kind';
import { attribute, checkVisibility, contains, parentElementOf, tagOf } from './platform';
import { wordsIn } from './sheet-rules';

/** Pages that count more than this number their lines of code. */
const MOST_COUNTING = 2_000;

/** One counter of some name: it holds for what is in its scope. */
interface Counter {
  /** Undefined for the whole page. */
  scope: Element | null;
  value: number;
}

/** Words that a style sheet writes before and after elements, with numbers that it counts. */
export type Counted = Map<Element, { before: string; after: string }>;

/**
 * Counts as a page's style sheets do, in document order (CSS Lists 3 §4): no browser tells the value of a counter. Lines of
 * code are not counted: their numbers are no part of them.
 *
 * @param selectors of all elements that count, also by their pseudo-elements, or have words with numbers
 */
export function countedIn(root: Document | ShadowRoot, selectors: readonly string[]): Counted {
  const counted: Counted = new Map();
  const counting = root.querySelectorAll(`:is(${selectors.join()}):not(pre, pre *)`);
  if (counting.length > MOST_COUNTING) return counted;
  const counters = new Counters();
  /** Whose `::after` is still to come. */
  const open: Element[] = [];
  const close = (next: Element | null) => {
    for (let last = open.at(-1); last && !(next && contains(last, next)); last = open.at(-1)) {
      const words = counters.written(last, '::after');
      const known = counted.get(last);
      if (known) known.after = words;
      open.pop();
    }
  };
  for (const element of counting) {
    close(element);
    const style = getComputedStyle(element);
    if (style.display === 'none' || (style.display !== 'contents' && !checkVisibility(element))) continue;
    counters.count(element, style, parentElementOf(element));
    counters.item(element);
    counted.set(element, { before: counters.written(element, '::before'), after: '' });
    open.push(element);
  }
  close(null);
  return counted;
}

class Counters {
  readonly #all = new Map<string, Counter[]>();

  /** @param scope in what a counter that begins here holds: the parent of an element, or that of a pseudo-element */
  count(at: Element, style: CSSStyleDeclaration, scope: Element | null): void {
    for (const [name, number] of changes(style.counterReset)) {
      const open = this.#open(name, at);
      // A counter that begins beside another one of its name takes its place.
      if (open.at(-1)?.scope === scope) open.pop();
      open.push({ scope, value: number ?? 0 });
    }
    for (const [name, number] of changes(style.counterIncrement)) this.#one(name, at, scope).value += number ?? 1;
    for (const [name, number] of changes(style.counterSet)) this.#one(name, at, scope).value = number ?? 0;
  }

  /** Counts what a pseudo-element says, if there is one, and answers its words where there are numbers in them. */
  written(at: Element, pseudo: '::before' | '::after'): string {
    const style = getComputedStyle(at, pseudo);
    const { content } = style;
    if (content === 'none' || content === 'normal' || style.display === 'none') return '';
    this.count(at, style, at);
    return content.includes('counter') ? wordsIn(content, (given, nested) => this.#words(at, given, nested)) : '';
  }

  /** Lists count their items without any style that says so (CSS Lists 3 §4.6). */
  item(at: Element): void {
    const tag = tagOf(at);
    const list = tag === 'li' ? parentElementOf(at) : at;
    if (tag === 'li') {
      const said = Number.parseInt(attribute(at, 'value') ?? '', 10);
      const counter = this.#one('list-item', at, list);
      counter.value = Number.isNaN(said) ? counter.value + 1 : said;
    } else if (tag === 'ol' || tag === 'ul' || tag === 'menu') {
      const start = isHtml(at, 'ol') ? at.start : 1;
      this.#open('list-item', at).push({ scope: at, value: start - 1 });
    }
  }

  /** The counters of a name that hold for an element, innermost last. */
  #open(name: string, at: Element): Counter[] {
    const open = this.#all.get(name) ?? [];
    this.#all.set(name, open);
    for (let last = open.at(-1); last?.scope && !contains(last.scope, at); last = open.at(-1)) open.pop();
    return open;
  }

  #one(name: string, at: Element, scope: Element | null): Counter {
    const open = this.#open(name, at);
    const last = open.at(-1) ?? { scope, value: 0 };
    if (open.length === 0) open.push(last);
    return last;
  }

  /** What `counter(name, style)` or `counters(name, "between", style)` writes. */
  #words(at: Element, given: string, nested: boolean): string {
    const [, name = '', between = '', style = 'decimal'] =
      /^\s*([^\s,]+)\s*(?:,\s*"((?:[^"\\]|\\.)*)")?\s*(?:,\s*([^\s,]+))?\s*$/.exec(given) ?? [];
    const values = this.#open(name, at).map(({ value }) => numberIn(style, value));
    return nested ? values.join(between) : (values.at(-1) ?? numberIn(style, 0));
  }
}

/** Names and numbers of a `counter-reset` and the like: `section 2 figure`. */
function* changes(said: string): Generator<[name: string, number: number | undefined]> {
  if (said === 'none' || said === '') return;
  for (const [, name = '', number] of said.matchAll(/([^\s\d-][^\s]*|--?[^\s\d][^\s]*)(?:\s+(-?\d+))?/g))
    yield [name, number === undefined ? undefined : Number(number)];
}
