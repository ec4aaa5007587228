import { oneLine } from './one-line';
import { allWordsOf, elementsOf, tagOf } from './platform';

/** Deepest nesting that is written out; formulas of people stay far below. */
const DEPTH = 60;

/**
 * A formula in one line, as it is typed (MathML Core): `a/2 = √(x^2 + 1)`. Without the marks between its parts two
 * numbers over each other would read as one.
 */
export function mathText(math: Element): string {
  return oneLine(written(math, 0));
}

function written(element: Element, depth: number): string {
  const parts = [...elementsOf(element)];
  if (parts.length === 0 || depth > DEPTH) return token(element);
  const [first = '', second = '', third = ''] = parts.slice(0, 3).map((part) => written(part, depth + 1));
  switch (tagOf(element)) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msup':
      return `${grouped(first)}^${grouped(second)}`;
    case 'msub':
      return `${grouped(first)}_${grouped(second)}`;
    case 'mover':
      return `${grouped(first)}^${grouped(second)} `;
    case 'munder':
      return `${grouped(first)}_${grouped(second)} `;
    case 'msubsup':
    case 'munderover':
      return `${grouped(first)}_${grouped(second)}^${grouped(third)} `;
    case 'msqrt':
      return `√(${row(parts, depth)})`;
    case 'mroot':
      return `${grouped(second)}√(${first})`;
    case 'mtable':
      return `[${parts.map((part) => written(part, depth + 1)).join('; ')}]`;
    case 'mtr':
      return parts.map((part) => written(part, depth + 1)).join(', ');
    // What is drawn comes first; the rest says the same in other ways.
    case 'semantics':
      return first;
    case 'mphantom':
      return '';
    default:
      return row(parts, depth);
  }
}

function row(parts: readonly Element[], depth: number): string {
  return parts.map((part) => written(part, depth + 1)).join('');
}

/** Operators that stand apart from what they are between. */
const APART = /^[=<>≤≥≠≈≡+±∓−–×·÷∈∉⊂⊆∪∩∧∨→↦⇒⇔-]$/;
/** Said to be there, and drawn as nothing: a function applied, a product, a separator, a sum (U+2061 to U+2064). */
const UNDRAWN = /[\u2061-\u2064]/g;

function token(element: Element): string {
  const tag = tagOf(element);
  if (tag === 'mspace') return ' ';
  if (/^(annotation|annotation-xml|mphantom)$/.test(tag)) return '';
  const text = oneLine(allWordsOf(element)).replace(UNDRAWN, '');
  if (tag === 'mtext') return ` ${text} `;
  return tag === 'mo' && APART.test(text) ? ` ${text} ` : text;
}

/** In parentheses where it is more than one number or sign. */
function grouped(text: string): string {
  const one = text.trim();
  return /^\p{N}[\p{N}.,]*$/u.test(one) || [...one].length <= 1 ? one : `(${one})`;
}
