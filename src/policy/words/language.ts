import type { EffectKind } from '../evidence';

/** Words by what they speak of, divided by spaces. */
export type WordsByKind = Partial<Record<EffectKind, string>>;

/** Phrases by what they speak of, divided by commas. */
export type PhrasesByKind = Partial<Record<EffectKind, string>>;

/**
 * What one language calls the deeds and things that the policy cares about. All words are lower case. Addresses and
 * operations write accents in several ways (`kündigen`, `kuendigen`, `kundigen`), so the lexicon adds those itself.
 */
export interface Language {
  /** What is done: the last one in an address says it. */
  verbs: WordsByKind;
  /** What it is done to; one that stands alone means that one of it is made. */
  nouns: WordsByKind;
  /** Words that are a verb where no other is, and else a noun: `order`, `post`, `comment`. */
  either: WordsByKind;
  /** Verbs that keep something and take their kind from the noun: `save`, `add`. Without a noun they are no commit. */
  saving: string;
  /** Verbs that bring to an end what was begun: `confirm`, `submit`. Without a noun they are a commit. */
  finishing: string;
  /** What buttons, links and dialogs say before a commit. */
  labels: PhrasesByKind;
  /** Phrases that turn such a label into a look at something: `history` in 'Order history'. */
  views: string;
  /** What a page says before something that it cannot take back, whatever the deed is called. */
  final: string;
}
