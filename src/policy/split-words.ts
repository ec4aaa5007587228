/** Words that are written as one in addresses and names of operations. */
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/addto(cart|basket|bag|list|shelf|wishlist)/g, 'add to $1'],
  [/auto-?save/g, 'autosave'],
  [/check-?out/g, 'checkout'],
  [/log-?(in|out|off)\b/g, 'log$1'],
  [/sign-?(in|out|up|off)\b/g, 'sign$1'],
  [/un-?subscribe/g, 'unsubscribe'],
  [/place-?order/g, 'place order'],
  [/type-?ahead/g, 'typeahead'],
  [/auto-?complete/g, 'autocomplete'],
  [/api-?keys?/g, 'apikey'],
  [/send-?(mail|message|email)/g, 'send $1'],
  [/post-?(comment|review|message)/g, 'post $1'],
];

/** Lower-case words of an identifier or path: `addToCart`, `place-order` and `PlaceOrderMutation` come apart. */
export function splitWords(text: string): string[] {
  let plain = text
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
  for (const [pattern, apart] of COMPOUNDS) plain = plain.replace(pattern, apart);
  return plain
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
    .map(singular);
}

/** `orders` → `order`, `replies` → `reply`: the lexicon has one form. */
function singular(word: string): string {
  if (word.length <= 3 || /(ss|us|is|sms|news)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
