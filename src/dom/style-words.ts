/**
 * Words that a style sheet writes into the page with `::before` and `::after` (accname 1.2 step 2F.ii). To ask each
 * element for them costs as much as a whole read (3 to 9 µs each in Chromium 156), so the sheets are asked which
 * elements have any. Sheets of other origins do not tell; an element without any other name is asked itself.
 */

/** Selectors of a sheet's rules that write words. A sheet is looked through again when it has more or fewer rules. */
const sheets = new WeakMap<CSSStyleSheet, { rules: number; selectors: readonly string[] }>();
const looked = new WeakSet<Node>();
/** Elements that a style sheet writes into. One that it no longer writes into is found out when it is asked. */
const written = new WeakSet<Element>();

const MOST_RULES = 20_000;
/** Something that is read: letters, digits, a star (it stands for required). Arrows, dots and icons are not. */
const READ = /[\p{L}\p{N}*]/u;
/** Private use: glyphs of icon fonts. */
const ICON = /[\p{Co}\p{Cn}]/u;
/** In the source of a `<style>`: a content that may hold words. Most sheets have none and need not be looked through. */
const WRITES = /content\s*:[^;}]*?(["'][^"'\\]*[\p{L}\p{N}*]|attr\()/iu;

/** Looks at the style sheets of a document or shadow root again; once for each read. */
export function lookAtStyles(root: Document | ShadowRoot): void {
  looked.add(root);
  const selectors = [...root.styleSheets, ...root.adoptedStyleSheets].flatMap((sheet) => selectorsOf(sheet));
  if (selectors.length === 0) return;
  // One query for all elements: to ask each whether it matches takes three times as long.
  for (const element of root.querySelectorAll([...new Set(selectors)].join(','))) written.add(element);
}

/**
 * What the style sheet writes before or after the content of an element; empty for nothing.
 *
 * @param ask true to ask the element itself where the sheets say nothing
 */
export function wordsOfStyle(element: Element, pseudo: '::before' | '::after', ask: boolean): string {
  if (!ask) {
    if (!looked.has(element.ownerDocument)) lookAtStyles(element.ownerDocument);
    if (!written.has(element)) return '';
  }
  const style = getComputedStyle(element, pseudo);
  const { content } = style;
  if (!content.includes('"')) return '';
  return isDrawn(style) ? wordsIn(content) : '';
}

function selectorsOf(sheet: CSSStyleSheet): readonly string[] {
  let rules: CSSRuleList;
  try {
    rules = sheet.cssRules;
  } catch {
    return []; // A sheet of another origin.
  }
  const known = sheets.get(sheet);
  if (known?.rules === rules.length) return known.selectors;
  const owner = sheet.ownerNode;
  const source = owner?.nodeName === 'STYLE' ? owner.textContent : null;
  const selectors: string[] = [];
  // Rules that a script inserted are not in the source.
  if (source === null || source === '' || WRITES.test(source)) collect(rules, selectors, { left: MOST_RULES });
  sheets.set(sheet, { rules: rules.length, selectors });
  return selectors;
}

function collect(rules: CSSRuleList, selectors: string[], budget: { left: number }): void {
  for (const rule of rules) {
    if (budget.left-- <= 0) return;
    if (rule instanceof CSSStyleRule) {
      const selector = rule.selectorText;
      if (selector.includes(':') && /:(before|after)/.test(selector) && mayWrite(rule.style.content))
        selectors.push(...hostsOf(selector));
    }
    if ('cssRules' in rule && rule.cssRules instanceof CSSRuleList && rule.cssRules.length > 0)
      collect(rule.cssRules, selectors, budget);
  }
}

function mayWrite(content: string): boolean {
  return content.includes('attr(') || (content.includes('"') && wordsIn(content) !== '');
}

/** The selectors of the elements that a rule for their pseudo-elements is about. */
function hostsOf(selector: string): string[] {
  return selector.split(',').flatMap((each) => {
    const host = each.replace(/::?(before|after)\s*$/, '').trim();
    return host !== each.trim() && CSS.supports(`selector(${host || '*'})`) ? [host || '*'] : [];
  });
}

/** The strings of a `content`, its alternative text after a slash where it has one (CSS Generated Content 3 §1.2). */
function wordsIn(content: string): string {
  const [drawn = '', alternative] = content.split(/ \/ (?=")/);
  const strings = (alternative ?? drawn).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  const text = strings.map((string) => string.slice(1, -1).replaceAll(/\\(.)/g, '$1')).join('');
  return READ.test(text) && !ICON.test(text) ? text : '';
}

/** The same ways to hide that count for elements, as far as a pseudo-element can be asked. */
function isDrawn(style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || style.visibility !== 'visible' || style.opacity === '0') return false;
  if (Number.parseFloat(style.fontSize) < 3 || style.color === 'rgba(0, 0, 0, 0)') return false;
  if (Number.parseFloat(style.textIndent) < -500) return false;
  return !(style.position === 'absolute' || style.position === 'fixed') || isNear(style.left, style.top);
}

function isNear(...offsets: string[]): boolean {
  return offsets.every((offset) => !(Number.parseFloat(offset) < -500));
}
