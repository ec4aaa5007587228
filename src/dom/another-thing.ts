import { plain, wordsOf } from './find-query';

/** Of names as long as this one word may change, of twice that two: a line of a list tells when it was, and what is new. */
const WORDS_A_CHANGE = 10;
/** A number of so many digits says which one, a shorter one most often how many. */
const NUMBER_LENGTH = 4;

/**
 * True when a name names something else than another one did: 'Reply to Bob' after 'Reply to Ann', 'Place order' after
 * 'Next'. What only came to it or went is the same thing in another state, and so are other forms of the same words and
 * other counts: 'Inbox (3)', 'Starred', 'Unfollow', 'Saving…'. A toggle whose words are all other ones is another thing:
 * who meant 'Play' does not mean 'Pause'.
 */
export function isAnother(before: string, now: string): boolean {
  if (before === now) return false;
  const [was, is] = [namingWords(before), namingWords(now)];
  const lost = was.filter((word) => !is.some((other) => areForms(word, other)));
  const came = is.filter((word) => !was.some((other) => areForms(word, other)));
  return lost.length > Math.floor(was.length / WORDS_A_CHANGE) && came.length > 0;
}

/**
 * True when most of what told one part of a page from the part beside it is not there any more. Parts have counts, times
 * and states in them that change: half of the words may.
 *
 * @param beside what stood in the other part at that time
 */
export function isAnotherPart(before: string, now: string, beside: string): boolean {
  if (before === now) return false;
  const common = new Set(allWords(beside));
  const own = [...new Set(allWords(before))].filter((word) => !common.has(word));
  const is = new Set(allWords(now));
  return own.filter((word) => is.has(word)).length < own.length / 2;
}

/** Without counts where there are other words. */
function namingWords(text: string): string[] {
  const all = allWords(text);
  const naming = all.filter((word) => !/^\d+$/.test(word) || word.length >= NUMBER_LENGTH);
  return naming.length > 0 ? naming : all;
}

function allWords(text: string): string[] {
  return wordsOf(plain(text).replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$& '));
}

/** 'Save' and 'Saving', 'Follow' and 'Unfollow', 'Following' and 'Unfollow': most of the one stands in the other. */
function areForms(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\d/.test(one + other)) return false;
  return beginningIn(one, other) || beginningIn(other, one);
}

function beginningIn(word: string, other: string): boolean {
  const most = Math.ceil(Math.min(word.length, other.length) * 0.7);
  return other.startsWith(word.slice(0, Math.max(3, most))) || other.includes(word.slice(0, Math.max(4, most)));
}
