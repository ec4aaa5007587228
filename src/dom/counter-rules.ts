import { eachRule, isSelector, MOST_RULES, partsOf, readable } from './sheet-rules';

/**
 * Selectors of the elements of a document or shadow root that count, or whose pseudo-elements do. Asked only where words
 * have numbers in them, for that takes another way through all rules.
 */
export function countersIn(root: Document | ShadowRoot): string[] {
  const found = new Set<string>();
  for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
    for (const selector of countersOf(sheet)) found.add(selector);
  }
  return [...found];
}

/** A sheet is looked through again when it has more or fewer rules. */
const counters = new WeakMap<CSSStyleSheet, { rules: number; found: readonly string[] }>();

function countersOf(sheet: CSSStyleSheet): readonly string[] {
  const rules = readable(sheet);
  if (!rules) return [];
  const known = counters.get(sheet);
  if (known?.rules === rules.length) return known.found;
  const found: string[] = [];
  eachRule(rules, '', { left: MOST_RULES }, ({ style }, selector) => {
    if (style.counterIncrement === '' && style.counterReset === '' && style.counterSet === '') return;
    for (const each of partsOf(selector)) {
      const host = each.replace(PSEUDO, '').trim() || '*';
      if (isSelector(host)) found.push(host);
    }
  });
  counters.set(sheet, { rules: rules.length, found });
  return found;
}

const PSEUDO = /::?(before|after|marker)\s*$/;
