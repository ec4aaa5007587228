import type { EffectKind } from './evidence';
import { isWeakTelemetry, senseOf, type WordSense } from './lexicon';

/** What a row of words says is done, and how sure that is. */
export interface Meaning {
  kind: EffectKind;
  /**
   * False when only a noun that can be looked at, or a verb that merely keeps, speaks: other evidence may outweigh it.
   */
  sure: boolean;
  /** The part of speech that decided. */
  by: 'method' | WordSense['part'];
}

interface Known extends WordSense {
  word: string;
  at: number;
  /** True when another word, known or not, comes after it. */
  followed: boolean;
}

/** Kinds that pass by default (docs/policy.md). */
const HARMLESS: ReadonlySet<EffectKind> = new Set(['read', 'telemetry', 'draft', 'reversible', 'session']);

export function isHarmless(kind: EffectKind): boolean {
  return HARMLESS.has(kind);
}

/** Things in which taking out, emptying and closing change nothing for good. */
const KEPT: ReadonlySet<EffectKind> = new Set(['reversible', 'draft', 'session', 'read']);

/**
 * Reads the words of an address or operation in order: the last verb says what is done, else the last noun what is
 * made. Taking something out of a cart is no deletion, and asking about an order is no order.
 *
 * @param words lower-case singular words
 * @param method HTTP method; `DELETE` is a verb of its own
 * @returns undefined when no word is known
 */
export function meaningOf(words: readonly string[], method: string): Meaning | undefined {
  const known = words.flatMap((word, at): Known[] => {
    const sense = senseOf(word);
    return sense ? [{ ...sense, word, at, followed: at < words.length - 1 }] : [];
  });
  const verb = known.findLast(({ part }) => part === 'verb');
  const things = thingsOf(known, words.indexOf('from'));
  // `playlists/4/tracks`: a track measures nothing where something else is named.
  const measures = things.some(({ kind, word }) => kind === 'telemetry' && !isWeakTelemetry(word));
  const thing = things.findLast(({ word }) => measures || !isWeakTelemetry(word)) ?? things.at(-1);
  const generic = known.findLast(({ part }) => part === 'saving' || part === 'finishing');
  if (method === 'DELETE' && verb?.kind !== 'session') return deletionOf(thing, 'method');
  if (verb) return byVerb(verb, thing, generic, known);
  if (generic) return byGeneric(generic, thing, known);
  return thing && { kind: thing.kind, sure: isSure(thing, known), by: thing.part };
}

/**
 * What the words are about. `CreateTweetFromDraft` makes no draft, and the settings of a second factor are no setting
 * like others.
 */
function thingsOf(known: readonly Known[], from: number): Known[] {
  const nouns = known.filter(({ part }) => part === 'noun' || part === 'either');
  const made = from < 0 ? [] : nouns.filter(({ at }) => at < from);
  const things = made.length > 0 ? made : nouns;
  const guards = things.findLast(({ word }) => /^(twofactor|mfa|otp|password)$/.test(word));
  const set = things.at(-1)?.word === 'setting' && guards;
  return set ? [guards] : things;
}

function byVerb(
  verb: Known,
  thing: Known | undefined,
  generic: Known | undefined,
  known: readonly Known[],
): Meaning | undefined {
  const later = thing && thing.at > verb.at ? thing : undefined;
  // Who cancels something does not take it out of a list.
  if (/^(cancel|decline)$/.test(verb.word)) return { kind: 'delete', sure: true, by: 'verb' };
  // What is taken out of a checkout is not bought, and nothing else happens to it.
  if (verb.word === 'remove' && thing?.word === 'checkout') return { kind: 'reversible', sure: true, by: 'verb' };
  if (verb.kind === 'delete') return deletionOf(thing, 'verb');
  // `login/sms` is a way to log in.
  if (/^(login|signin)$/.test(verb.word) && later && /^(sms|otp|mfa|twofactor|credential)$/.test(later.word))
    return { kind: 'session', sure: true, by: 'verb' };
  // `verifyPayment` is about the payment, `auth/mfa/verify` about nothing but itself.
  if (verb.kind === 'session' && later && !isHarmless(later.kind)) return { kind: later.kind, sure: true, by: 'verb' };
  // `search/save` keeps a search, `find/order/create` makes an order.
  if (verb.kind === 'read' && generic && generic.at > verb.at && generic.part === 'saving') {
    return later ? byGeneric(generic, later, known) : { kind: 'reversible', sure: false, by: 'saving' };
  }
  return { kind: verb.kind, sure: true, by: 'verb' };
}

function deletionOf(thing: Known | undefined, by: Meaning['by']): Meaning {
  // Emptying the trash is what cannot be taken back; emptying a cart is not.
  const gone = !thing || /^(trash|list|folder|file|feed|view)$/.test(thing.word) || !KEPT.has(thing.kind);
  if (gone) return { kind: 'delete', sure: true, by };
  return { kind: thing.kind === 'session' ? 'session' : 'reversible', sure: true, by };
}

function byGeneric(generic: Known, thing: Known | undefined, known: readonly Known[]): Meaning | undefined {
  const by = generic.part;
  if (by === 'finishing') {
    if (!thing) return { kind: 'accept', sure: true, by };
    // To complete a cart is to buy it.
    if (/^(cart|basket|bag)$/.test(thing.word)) return { kind: 'pay', sure: true, by };
    return { kind: thing.kind, sure: isSure(thing, known), by };
  }
  // `create-dialog/create-space`: what is made is the word that follows, known or not.
  if (generic.word === 'create' && generic.followed && (!thing || thing.at < generic.at)) return undefined;
  // `CreateDraftTweet` makes a draft; `CreateTweetFromDraft` a tweet.
  if (known.some(({ word, at }) => word === 'draft' && at === generic.at + 1)) return { kind: 'draft', sure: true, by };
  const keeps = /^(save|draft|write)$/.test(generic.word);
  if (thing) {
    if (keeps && thing.kind === 'send') return { kind: 'draft', sure: false, by };
    return { kind: thing.kind, sure: isSure(thing, known), by };
  }
  if (/^(update|edit|set|change|modify|patch|put|select|toggle)$/.test(generic.word))
    return { kind: 'reversible', sure: false, by };
  // That something is made says nothing of what it does.
  return keeps ? { kind: 'draft', sure: false, by } : undefined;
}

/** Harmless nouns that name things which are also made, or done to others: a poll, a report, a delivery. */
const MADE =
  /^(poll|report|feed|status|sync|stream|view|check|result|search|stat|notification|delivery|location|state)$/;

/** True for a harmless word that explains nothing by itself. */
export function isMade(word: string): boolean {
  return MADE.test(word);
}

/** A calendar has events too, and a session can hold anything; `analytics/events` leaves no doubt. */
function isSure({ kind, word }: Known, known: readonly Known[]): boolean {
  if (isWeakTelemetry(word)) return known.some((each) => each.kind === 'telemetry' && !isWeakTelemetry(each.word));
  return kind !== 'session' && !MADE.test(word);
}

/** Words that ask when a name begins with them: `ListOrders`, `isSubscribed`. In an address they are things. */
const ASKS = /^(list|view|check|count|watch|stream|describe|show|has|can|poll)$/;

/** Reads the name of an operation, in which the verb comes first: `SearchOrders` asks, `orders/search` does too. */
export function meaningOfName(words: readonly string[], method: string): Meaning | undefined {
  const meaning = meaningOf(words, method);
  if (/^(track|log)$/.test(words[0] ?? '') && meaning?.kind === 'telemetry') return { ...meaning, sure: true };
  // `LikePost` likes and `StarIssue` stars; `posts/9/like` does too.
  const first = senseOf(words[0] ?? '');
  const verbal =
    first?.part === 'either' && (meaning?.by === 'either' || (meaning?.by === 'noun' && isHarmless(first.kind)));
  if (verbal) return { kind: first.kind, sure: true, by: 'either' };
  const asks = ASKS.test(words[0] ?? '') && words.length > 1;
  return asks && meaning?.by !== 'verb' && meaning?.by !== 'finishing'
    ? { kind: 'read', sure: true, by: 'verb' }
    : meaning;
}
