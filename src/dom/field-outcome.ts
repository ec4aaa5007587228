import { oneLine } from './one-line';
import type { RefProblem } from './reader-contract';

/** What became of setting a field: what it shows now, and a note when that is not quite what was wanted. */
export type FieldOutcome = { ok: true; label: string; shown: string; note?: string } | RefProblem;

export function refuse(problem: RefProblem['problem'], message: string): RefProblem {
  return { ok: false, problem, message };
}

const MOST_NAMED = 20;

/** The refusal of a value that is none of a field's options, with the options. */
export function noOption(label: string, value: string, options: readonly string[]): RefProblem {
  const known = options.slice(0, MOST_NAMED).map((each) => JSON.stringify(oneLine(each)));
  const more = options.length > known.length ? ` and ${options.length - known.length} more` : '';
  return refuse(
    'bad-value',
    `${label} has no option ${JSON.stringify(value)}. Its options: ${known.join(', ')}${more}.`,
  );
}

/** Of options the one that is meant: the same text, else the same but for case, else the only one that begins so. */
export function matching<T>(options: readonly T[], textOf: (option: T) => string, value: string): T | undefined {
  const wanted = oneLine(value);
  const lower = wanted.toLowerCase();
  const text = (option: T) => oneLine(textOf(option));
  const beginning = lower ? options.filter((option) => text(option).toLowerCase().startsWith(lower)) : [];
  return (
    options.find((option) => text(option) === wanted) ??
    options.find((option) => text(option).toLowerCase() === lower) ??
    (beginning.length === 1 ? beginning[0] : undefined)
  );
}
