import type { Ref } from './reader-contract';

/** Gives a ref for what is left of a line from a place on; undefined where none can be given. */
export type RefForRest = (at: number) => Ref | undefined;

/** Words and refs are not cut in two where there is a space near. */
const NEAR_LENGTH = 100;

/**
 * A part of a long text, and how to read on.
 *
 * @param at first character
 * @param length characters at most
 */
export function partOf(text: string, at: number, length: number, refFor: RefForRest): string {
  const end = endOf(text, at, length);
  return end === text.length
    ? text.slice(at)
    : `${text.slice(at, end)}… ${more(text.length - end, 'characters', refFor(end))}`;
}

/**
 * Options in quotes, and how to read on.
 *
 * @param at number of the first, from 0
 * @param disabled numbers of those that cannot be chosen
 * @param length characters at most, about
 */
export function optionsFrom(
  options: readonly string[],
  at: number,
  length: number,
  refFor: RefForRest,
  disabled?: ReadonlySet<number>,
): string {
  const named: string[] = [];
  let left = length;
  for (let next = at; next < options.length; next++) {
    const option = optionText(cut(options[next] ?? '', OPTION_LENGTH), next, disabled);
    left -= option.length + 2;
    if (left < 0 && named.length > 0)
      return `${named.join(', ')}… ${more(options.length - next, 'options', refFor(next))}`;
    named.push(option);
  }
  return named.join(', ');
}

/** One option in quotes, with what is to be said of it. */
export function optionText(option: string, at: number, disabled?: ReadonlySet<number>): string {
  return disabled?.has(at) ? `${JSON.stringify(option)} disabled` : JSON.stringify(option);
}

const OPTION_LENGTH = 2000;

/** The beginning of a text that has no rest to read. */
export function cut(text: string, length: number): string {
  return partOf(text, 0, length, () => undefined);
}

function more(number: number, of: string, ref: Ref | undefined): string {
  return `(${number} more ${of}${ref ? ` [${ref}]` : ''})`;
}

function endOf(text: string, at: number, length: number): number {
  const end = at + length;
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(' ', end);
  if (space > at && space > end - NEAR_LENGTH) return space;
  // The two halves of a character stay together.
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end + 1 : end;
}
