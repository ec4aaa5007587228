import type { EffectKind } from './evidence';
import { lower } from './fold';
import { LANGUAGES } from './lexicon';
import { onFirstUse } from './on-first-use';

/** The order in which kinds are tried: 'Submit order' is a payment, not a submission. */
const ORDER: readonly EffectKind[] = ['pay', 'book', 'delete', 'publish', 'send', 'accept', 'grant', 'account'];

/** Scripts that are written without spaces. */
const SIGNS = /[\p{Script=Han}\p{Script=Kana}]/u;

const labelPatterns = onFirstUse(() =>
  ORDER.map((kind) => [kind, pattern(LANGUAGES.map(({ labels }) => labels[kind] ?? ''))] as const),
);
const viewPattern = onFirstUse(() => pattern(LANGUAGES.map(({ views }) => views)));
const finalPattern = onFirstUse(() => pattern(LANGUAGES.map(({ final }) => final)));
const COOKIES = /cookie|consent|gdpr|tracking/i;

/**
 * The kind that a label speaks of; undefined when it says nothing, or speaks of looking ('Order history'). A label is a
 * hint and never proof: it can raise a doubt, not lower one.
 */
export function kindOfLabel(label: string): { kind: EffectKind; word: string } | undefined {
  const text = lower(label);
  if (viewPattern().test(text) || COOKIES.test(text)) return undefined;
  for (const [kind, words] of labelPatterns()) {
    const word = words.exec(text)?.[0];
    if (word) return { kind, word };
  }
  return undefined;
}

/** The words with which a page says that what it asks about cannot be taken back; undefined when it does not. */
export function finalWords(text: string): string | undefined {
  return finalPattern().exec(lower(text))?.[0];
}

/**
 * One pattern for many phrases, the longest first. Words of an alphabet stand alone; signs are found anywhere. The
 * classes of letters stand once for all phrases: once for each of them they cost 80 ms.
 */
function pattern(lists: readonly string[]): RegExp {
  const phrases = [...new Set(lists.flatMap((list) => list.split(',')).filter((phrase) => phrase !== ''))]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  const signs = phrases.filter((phrase) => SIGNS.test(phrase));
  const words = phrases.filter((phrase) => !SIGNS.test(phrase));
  const alone = `(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`;
  return new RegExp([alone, ...signs].join('|'), 'u');
}
