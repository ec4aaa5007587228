/** Fewer words that both have may be chance. */
const LEAST_OVERLAP = 5;

/**
 * What a text says that it did not say before: words at its end, at its beginning, after old ones that went from its
 * beginning, as in a chat, or where it differs. Empty when words only went.
 *
 * @param before with single spaces, as `after`
 */
export function newWords(before: string, after: string): string {
  const [old, now] = [before.split(' '), after.split(' ')];
  const most = Math.min(old.length, now.length);
  let same = 0;
  while (same < most && old[same] === now[same]) same++;
  let sameAtEnd = 0;
  while (sameAtEnd < most - same && old.at(-1 - sameAtEnd) === now.at(-1 - sameAtEnd)) sameAtEnd++;
  if (same + sameAtEnd < old.length) {
    const left = overlap(old, now);
    if (left >= LEAST_OVERLAP && left > same + sameAtEnd) return now.slice(left).join(' ');
  }
  return now.slice(same, now.length - sameAtEnd).join(' ');
}

/** How many words at the end of one text are the beginning of the other (Knuth, Morris and Pratt: each is looked at once). */
function overlap(old: readonly string[], now: readonly string[]): number {
  const back = [0];
  const next = (word: string | undefined, matched: number) => {
    let at = matched;
    while (at > 0 && (at === now.length || now[at] !== word)) at = back[at - 1] ?? 0;
    return now[at] === word ? at + 1 : at;
  };
  for (let at = 1; at < now.length; at++) back.push(next(now[at], back[at - 1] ?? 0));
  return old.reduce((matched, word) => next(word, matched), 0);
}
