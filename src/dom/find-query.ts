import { FILLERS, KIND_ROLES, KINDS, MEANINGS, ORDINALS, PLACE_ROLES, PLACES } from './find-words';

/** A description taken apart. */
export interface FindQuery {
  /** All of it, plain. */
  whole: string;
  /** What the element says, without the words below. */
  text: string;
  words: readonly string[];
  /** Phrases that mean the same as a part of the text, by the part. */
  meanings: readonly { word: string; phrases: readonly string[] }[];
  /** Roles that were named, with the word for them. */
  kind?: { word: string; roles: readonly string[] };
  /** The part of the page that was named. */
  place?: { word: string; roles: readonly string[] };
  /** Which of several: from 1, or from the end with a minus. */
  ordinal?: number;
}

/** Text without case, marks and punctuation: `Schließen!` is `schliessen`. */
export function plain(text: string): string {
  // Most texts have neither marks nor other letters: then a tenth of the work is enough.
  if (!BEYOND_ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return (
    text
      .replace(UNSEEN_MARKS, '')
      .normalize('NFKD')
      // Accents only: marks of other scripts make other letters.
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replaceAll('ł', 'l')
      .replaceAll('ı', 'i')
      .replaceAll('ø', 'o')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

const BEYOND_ASCII = /[^\s -~]/;
/** Soft hyphens, and what joins and parts letters without a width. */
const UNSEEN_MARKS = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Words of a plain text. Japanese and Chinese do not write them apart: the browser's dictionary does. */
export function wordsOf(text: string): string[] {
  if (!CJK.test(text)) return text.split(' ').filter((word) => word !== '');
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
}

let segmenter: Intl.Segmenter | undefined;

/** True when a phrase stands in a text as whole words; in Japanese and Chinese anywhere. */
export function saysPhrase(text: string, phrase: string): boolean {
  return CJK.test(phrase) ? text.includes(phrase) : ` ${text} `.includes(` ${phrase} `);
}

/** Takes a description apart: `the second "Edit" link in the footer`. */
export function queryOf(description: string): FindQuery {
  const whole = plain(description);
  const quoted = /["“„«「]([^"”“»」]+)["”“»」]/.exec(description)?.[1];
  const around = quoted === undefined ? description : description.replace(quoted, ' ');
  const numbered = inDigits(around);
  let rest = plain(numbered?.rest ?? around);
  const take = (vocabulary: Record<string, string>) => {
    const found = firstIn(rest, vocabulary);
    if (found) rest = without(rest, found.phrase);
    return found;
  };
  const place = take(PLACES);
  const ordinal = take(ORDINALS);
  const kind = take(KINDS);
  const said = quoted === undefined ? rest : plain(quoted);
  // A word for a kind or a place may be all that there is: then it is also what the element says.
  const words = wordsOf(said).filter((word) => !FILLERS.has(word));
  const nth = ordinal ? Number(ordinal.meaning) : numbered?.nth;
  return {
    whole,
    text: words.join(' '),
    words,
    meanings: meaningsOf(said),
    ...(kind ? { kind: { word: kind.phrase, roles: KIND_ROLES[kind.meaning] ?? [] } } : {}),
    ...(place ? { place: { word: place.phrase, roles: PLACE_ROLES[place.meaning] ?? [] } } : {}),
    ...(nth === undefined ? {} : { ordinal: nth }),
  };
}

/** `2nd`, `2e`, `2ème`, `1er`, `2º`, `2de`: digits with what makes an ordinal of them. */
const ENDED = /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th|e|er|re|ère|ème|eme|de|ste|\.?[ºª])(?![\p{L}\p{N}])/iu;
/** `2. Löschen`: a dot does so at the beginning or after a word that says nothing. Elsewhere it is a part of a name. */
const DOTTED = /^((?:\p{L}+\s+)*)(\d{1,2})\.(?=\s*\p{L})/u;

function inDigits(text: string): { nth: number; rest: string } | undefined {
  const ended = ENDED.exec(text);
  if (ended) return { nth: Number(ended[1]), rest: text.replace(ended[0], ' ') };
  const dotted = DOTTED.exec(text.trim());
  const [all, before = '', number] = dotted ?? [];
  if (all === undefined || !wordsOf(plain(before)).every((word) => FILLERS.has(word))) return undefined;
  return { nth: Number(number), rest: text.trim().replace(all, before) };
}

function meaningsOf(text: string): { word: string; phrases: readonly string[] }[] {
  return Object.values(MEANINGS).flatMap((entry) => {
    const phrases = entry.split('|');
    const said = longestIn(text, phrases);
    return said === undefined ? [] : [{ word: said, phrases: phrases.filter((phrase) => phrase !== said) }];
  });
}

/** The meaning whose longest phrase stands in a text. */
function firstIn(text: string, vocabulary: Record<string, string>): { meaning: string; phrase: string } | undefined {
  const found = Object.entries(vocabulary).flatMap(([meaning, entry]) => {
    const phrase = longestIn(text, entry.split('|'));
    return phrase === undefined ? [] : [{ meaning, phrase }];
  });
  return found.sort((a, b) => b.phrase.length - a.phrase.length)[0];
}

function longestIn(text: string, phrases: readonly string[]): string | undefined {
  return phrases.filter((phrase) => saysPhrase(text, phrase)).sort((a, b) => b.length - a.length)[0];
}

function without(text: string, phrase: string): string {
  const rest = CJK.test(phrase) ? text.replace(phrase, ' ') : ` ${text} `.replace(` ${phrase} `, ' ');
  return rest.replace(/ +/g, ' ').trim();
}
