/** What a style sheet does that no element says of itself: selectors of the rules that may do it. */
export interface SheetRules {
  /** Of elements that `::before` writes words into. */
  before: readonly string[];
  /** Of elements that `::after` writes words into. */
  after: readonly string[];
  /** Of elements with a `clip-path`. */
  clipping: readonly string[];
  /** Some of those words are counted. */
  counting: boolean;
  /** What is counted are items of lists. */
  listing: boolean;
  /** False where something was not looked at: it may do the same to any element. */
  whole: boolean;
}

/** A sheet is looked through again when it has more or fewer rules. */
const sheets = new WeakMap<CSSStyleSheet, { rules: number; found: SheetRules }>();
/** Sheets of another origin. To be refused by each of them with each read would cost more than all others take. */
const silent = new WeakSet<CSSStyleSheet>();
/** Sheets with more are looked through so far. */
export const MOST_RULES = 20_000;
const SILENT: SheetRules = { before: [], after: [], clipping: [], counting: false, listing: false, whole: false };
/** In the source of a `<style>`: what may hold words, or cut. Most sheets have neither and need not be looked through. */
const TELLS = /content\s*:[^;}]*?(["'][^"'\\]*[\p{L}\p{N}*]|attr\(|var\(|counters?\()|clip-path/iu;

/** The rules of a document or shadow root, of all its sheets together. Sheets of other origins do not tell. */
export function rulesOf(root: Document | ShadowRoot): SheetRules {
  const found = [...root.styleSheets, ...root.adoptedStyleSheets].map(rulesIn);
  const all = (pick: (rules: SheetRules) => readonly string[]) => [...new Set(found.flatMap(pick))];
  return {
    before: all(({ before }) => before),
    after: all(({ after }) => after),
    clipping: all(({ clipping }) => clipping),
    counting: found.some(({ counting }) => counting),
    listing: found.some(({ listing }) => listing),
    whole: found.every(({ whole }) => whole),
  };
}

/**
 * The strings of a `content`, its alternative text after a slash where it has one (CSS Generated Content 3 §1.2).
 *
 * @param counted the words of a `counter()` or `counters()`, given what stands in its parentheses
 */
export function wordsIn(content: string, counted: (given: string, nested: boolean) => string = () => ''): string {
  const [drawn = '', alternative] = content.split(/ \/ (?=")/);
  const words = [...(alternative ?? drawn).matchAll(PARTS)]
    .map(([, string, nested, given]) =>
      given === undefined ? (string ?? '').replaceAll(/\\(.)/g, '$1') : counted(given, nested === 's'),
    )
    .join('');
  return READ.test(words) && !ICON.test(words) ? words : '';
}

/** Pictures, strings, and counters with what stands in their parentheses. */
const PARTS =
  /\b(?:url|type)\("(?:[^"\\]|\\.)*"\)|"((?:[^"\\]|\\.)*)"|\bcounter(s?)\(((?:"(?:[^"\\]|\\.)*"|[^")])*)\)/g;

/** Something that is read: letters, digits, a star (it stands for required). Arrows, dots and icons are not. */
const READ = /[\p{L}\p{N}*]/u;
/** Private use: glyphs of icon fonts. */
const ICON = /[\p{Co}\p{Cn}]/u;

/** The rules of a sheet; undefined for one that does not tell. */
export function readable(sheet: CSSStyleSheet): CSSRuleList | undefined {
  if (silent.has(sheet)) return undefined;
  try {
    return sheet.cssRules;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') silent.add(sheet);
    return undefined;
  }
}

function rulesIn(sheet: CSSStyleSheet): SheetRules {
  const rules = readable(sheet);
  if (!rules) return SILENT;
  const known = sheets.get(sheet);
  if (known?.rules === rules.length) return known.found;
  const owner = sheet.ownerNode;
  const source = owner?.nodeName === 'STYLE' ? owner.textContent : null;
  const collecting = new Collecting();
  // Rules that a script inserted are not in the source.
  if (source === null || source === '' || TELLS.test(source)) collecting.of(rules);
  sheets.set(sheet, { rules: rules.length, found: collecting });
  return collecting;
}

class Collecting implements SheetRules {
  readonly before: string[] = [];
  readonly after: string[] = [];
  readonly clipping: string[] = [];
  counting = false;
  listing = false;
  whole = true;

  of(rules: CSSRuleList): void {
    this.whole = eachRule(rules, '', { left: MOST_RULES }, (rule, selector) => this.#rule(rule, selector));
  }

  #rule(rule: CSSStyleRule, selector: string): void {
    const own = rule.selectorText;
    const { style } = rule;
    if (own.includes(':') && /:(before|after)/.test(own)) {
      const { content } = style;
      if (mayWrite(content)) {
        this.before.push(...hostsOf(selector, BEFORE));
        this.after.push(...hostsOf(selector, AFTER));
        this.counting ||= COUNTED.test(content);
        this.listing ||= content.includes('list-item');
      }
    }
    if (style.clipPath !== '' && isSelector(selector)) this.clipping.push(selector);
  }
}

/**
 * Goes through the rules of a sheet, also those nested in others.
 *
 * @param around the selector that the rules are nested in; empty for none
 * @param budget how many may be looked at
 * @returns false where that was not enough
 */
export function eachRule(
  rules: CSSRuleList,
  around: string,
  budget: { left: number },
  visit: (rule: CSSStyleRule, selector: string) => void,
): boolean {
  for (const rule of rules) {
    if (budget.left-- <= 0) return false;
    let selector = around;
    if (rule instanceof CSSStyleRule) {
      const own = rule.selectorText;
      selector = around === '' ? own : own.replaceAll(/&|:scope/g, `:is(${around})`);
      visit(rule, selector);
    }
    if (rule instanceof CSSScopeRule) selector = rule.start ?? '*';
    if ('cssRules' in rule && rule.cssRules instanceof CSSRuleList && rule.cssRules.length > 0)
      if (!eachRule(rule.cssRules, selector, budget, visit)) return false;
  }
  return true;
}

/** A number that the page counts. */
const COUNTED = /\bcounters?\(/;

function mayWrite(content: string): boolean {
  return /attr\(|var\(|counters?\(/.test(content) || (content.includes('"') && wordsIn(content) !== '');
}

const BEFORE = /::?before\s*$/;
const AFTER = /::?after\s*$/;

/** The selectors of the elements that a rule for their pseudo-elements is about. */
function hostsOf(selector: string, pseudo: RegExp): string[] {
  return partsOf(selector).flatMap((each) => {
    const host = each.replace(pseudo, '').trim();
    return host !== each.trim() && isSelector(host || '*') ? [host || '*'] : [];
  });
}

/** The selectors of a list, which has commas in its parts too: `:is(.a, .b)::before, [title="x,y"]`. */
export function partsOf(list: string): string[] {
  if (!/[([]/.test(list)) return list.split(',');
  const parts = [''];
  let depth = 0;
  for (const [token] of list.matchAll(/\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|./gs)) {
    if (token === '(' || token === '[') depth += 1;
    else if (token === ')' || token === ']') depth -= 1;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

/** True for a selector that this browser takes. */
export function isSelector(selector: string): boolean {
  return CSS.supports(`selector(${selector})`);
}
