/** A sum of money as read from text. */
export interface Amount {
  value: number;
  /** ISO 4217 code where it is known. */
  currency?: string;
}

const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/US\$|\bUSD\b/i, 'USD'],
  [/C\$|\bCAD\b/i, 'CAD'],
  [/A\$|\bAUD\b/i, 'AUD'],
  [/R\$|\bBRL\b|\breais\b/i, 'BRL'],
  [/€|\bEUR(os?)?\b/i, 'EUR'],
  [/£|\bGBP\b/i, 'GBP'],
  [/\bCN¥|\bCNY\b|\bRMB\b|元/i, 'CNY'],
  [/¥|￥|円|\bJPY\b/i, 'JPY'],
  [/₺|\bTRY\b|\bTL\b/i, 'TRY'],
  [/zł|\bPLN\b/i, 'PLN'],
  [/\bCHF\b|\bFr\./i, 'CHF'],
  [/₹|\bINR\b/i, 'INR'],
  [/\b(SEK|NOK|DKK)\b/i, ''],
  [/\$/, 'USD'],
];

/**
 * Reads an amount: `1.234,50 €`, `USD 12`, `1,234.50`, `12'000.- CHF`, `¥1,200`. A single separator before exactly
 * three digits groups thousands; before any other number of digits it is the decimal point.
 *
 * @returns undefined when no number is in it, or more than one: then it is not known which one counts
 */
export function amountIn(text: string): Amount | undefined {
  const numbers = text.match(/-?\d(?:[\d.,'’\u00a0\u202f ]*\d)?/g) ?? [];
  const [only] = numbers;
  if (numbers.length !== 1 || only === undefined) return undefined;
  const value = numberIn(only);
  if (!Number.isFinite(value)) return undefined;
  const symbol = SYMBOLS.find(([pattern]) => pattern.test(text));
  const currency = symbol && (symbol[1] || symbol[0].exec(text)?.[0]?.toUpperCase());
  return { value, ...(currency ? { currency } : {}) };
}

function numberIn(text: string): number {
  const bare = text.replace(/['’\u00a0\u202f ]/g, '');
  const marks = bare.match(/[.,]/g) ?? [];
  const decimal = decimalMark(bare, marks);
  const plain =
    decimal === undefined
      ? bare.replace(/[.,]/g, '')
      : bare.replace(decimal === ',' ? /\./g : /,/g, '').replace(',', '.');
  return Number(plain);
}

/** The mark that stands before the decimals; undefined when all of them group thousands. */
function decimalMark(text: string, marks: readonly string[]): string | undefined {
  const last = marks.at(-1);
  if (last === undefined) return undefined;
  if (marks.some((mark) => mark !== last)) return last;
  if (marks.length > 1) return undefined;
  return text.length - text.indexOf(last) - 1 === 3 && !text.startsWith('0') ? undefined : last;
}
