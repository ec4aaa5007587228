import { foldAccents } from './fold';

/** Words that are written as one, or as two, in addresses and names of operations. */
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/addto(cart|basket|bag|list|shelf|wishlist)/g, 'add to $1'],
  [/move[-_ ]?to[-_ ]?trash/g, 'move'],
  [/auto[-_ ]?save/g, 'autosave'],
  [/check[-_ ]?out/g, 'checkout'],
  [/log[-_ ]?(in|out|off)\b/g, 'log$1'],
  [/sign[-_ ]?(in|out|up|off)\b/g, 'sign$1'],
  [/un[-_]?subscribe/g, 'unsubscribe'],
  [/place[-_ ]?order/g, 'place order'],
  [/type[-_ ]?ahead/g, 'typeahead'],
  [/auto[-_ ]?complete/g, 'autocomplete'],
  [/api[-_ ]?keys?/g, 'apikey'],
  [/send[-_ ]?(mail|message|email)/g, 'send $1'],
  [/(new)[-_ ]?msg/g, '$1 message'],
  [/post[-_ ]?(comment|review|message)/g, 'post $1'],
  [/oauth\d?[-_/ ]consent/g, 'oauth authorize'],
  [/\bcheck[-_ ](?!in\b|out\b)/g, 'validate '],
  [/(2fa|two[-_ ]?factor)/g, 'twofactor'],
  [/(buy|order|pay)[-_ ]?now/g, '$1'],
  [/(rates?|shipping|freight|price)[-_/ ]quotes?\b/g, '$1 estimate'],
  [/\bset[-_ ]?lang(uage)?\b/g, 'set language'],
  // https://www.w3.org/TR/webauthn-3/#sctn-assertion-privacy: to be asked for a key that was registered before is to
  // log in.
  [/webauthn[-_/ ](authenticat(e|ion)|assertion)\b/g, 'login'],
  // https://authjs.dev/reference/core#post-callbackprovider
  [/auth[-_/ ]callback\b/g, 'login'],
  // An order of columns is no purchase, and the address of an account is its name.
  [/(column|sort|display|item|card|row|tab)s?[-_/ ]order\b/g, '$1 reorder'],
  [/(account|user|profile|me)[-_/ ](email|phone|name)\b/g, '$1 account'],
];

/** Lower-case words of an identifier or path: `addToCart`, `place-order` and `PlaceOrderMutation` come apart. */
export function splitWords(text: string): string[] {
  let plain = text
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
  for (const [pattern, apart] of COMPOUNDS) plain = plain.replace(pattern, apart);
  return plain
    .normalize('NFC')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length > 1)
    .map((word) => singular(foldAccents(word)));
}

/** `orders` → `order`, `replies` → `reply`: the lexicon has one form. */
export function singular(word: string): string {
  if (word.length <= 3 || /(ss|us|is|sms|news)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
