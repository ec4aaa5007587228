import { EFFECT_KINDS, type EffectKind } from './evidence';
import { foldAccents, umlautsAsTwo } from './fold';
import { onFirstUse } from './on-first-use';
import { singular } from './split-words';
import { chinese } from './words/chinese';
import { dutch } from './words/dutch';
import { english } from './words/english';
import { french } from './words/french';
import { german } from './words/german';
import { italian } from './words/italian';
import { japanese } from './words/japanese';
import type { Language } from './words/language';
import { polish } from './words/polish';
import { portuguese } from './words/portuguese';
import { spanish } from './words/spanish';
import { TELEMETRY, TELEMETRY_HOST, WEAK } from './words/telemetry';
import { turkish } from './words/turkish';

/** English first: where two languages share a word of an address, the first one means it. */
export const LANGUAGES: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  turkish,
  japanese,
  chinese,
];

/** What a word in an address, a field or an operation says (see `Language`). */
export interface WordSense {
  kind: EffectKind;
  part: 'verb' | 'noun' | 'either' | 'saving' | 'finishing';
}

interface Lexicon {
  words: ReadonlyMap<string, WordSense>;
  /** Words without an alphabet, longest first: they are looked for inside a run of signs. */
  signs: readonly string[];
}

const lexicon = onFirstUse((): Lexicon => {
  const words = new Map<string, WordSense>();
  for (const language of LANGUAGES) {
    for (const kind of EFFECT_KINDS) {
      learn(words, language.verbs[kind], { kind, part: 'verb' });
      learn(words, language.nouns[kind], { kind, part: 'noun' });
      learn(words, language.either[kind], { kind, part: 'either' });
    }
    learn(words, language.saving, { kind: 'reversible', part: 'saving' });
    learn(words, language.finishing, { kind: 'accept', part: 'finishing' });
  }
  learn(words, `${TELEMETRY} ${WEAK}`, { kind: 'telemetry', part: 'noun' });
  const signs = [...words.keys()].filter((word) => /[\p{Script=Han}\p{Script=Kana}]/u.test(word));
  return { words, signs: signs.sort((a, b) => b.length - a.length) };
});

const WEAK_WORDS = new Set(WEAK.split(' '));
const HOST_WORDS = new Set(TELEMETRY_HOST.split(' ').map(singular));

/** What a lower-case singular word says; undefined when nothing is known of it. */
export function senseOf(word: string): WordSense | undefined {
  const { words, signs } = lexicon();
  return words.get(word) ?? words.get(signs.find((sign) => word.includes(sign)) ?? '');
}

/** True for a word of measurements that names other things too. */
export function isWeakTelemetry(word: string): boolean {
  return WEAK_WORDS.has(word);
}

/** True for a word by which a host says that it takes measurements. */
export function isTelemetryHostWord(word: string): boolean {
  return HOST_WORDS.has(word);
}

/** Adds words in all their spellings; the first language that has a word keeps it. */
function learn(words: Map<string, WordSense>, added: string | undefined, sense: WordSense): void {
  for (const word of added?.split(' ') ?? []) {
    for (const spelled of [word, foldAccents(word), umlautsAsTwo(word)]) {
      const key = singular(spelled);
      if (key !== '' && !words.has(key)) words.set(key, sense);
    }
  }
}
