import type { EffectKind } from './evidence';
import { splitWords } from './split-words';

/**
 * Words of addresses that do something by merely being opened, when the address also says to what: links in mails, and
 * links of old interfaces. `/checkout` and `/orders` are pages; `/delete?id=3` is a deed.
 */
const DEEDS: Record<string, EffectKind> = {
  unsubscribe: 'delete',
  delete: 'delete',
  remove: 'delete',
  destroy: 'delete',
  purge: 'delete',
  cancel: 'delete',
  deactivate: 'account',
  approve: 'grant',
  authorize: 'grant',
  revoke: 'grant',
  accept: 'accept',
  confirm: 'accept',
  vote: 'publish',
  upvote: 'publish',
  downvote: 'publish',
  publish: 'publish',
};

/** Parameters that name a view and no thing. */
const VIEW =
  /^(q|query|search|page|p|sort|order|filter|lang|locale|tab|view|ref|utm_\w+|from|next|return(_?to|_?url)?)$/i;

/** What opening an address would do; undefined for one that only shows something. */
export function deedOfGet(url: string): { kind: EffectKind; word: string } | undefined {
  const { pathname, searchParams } = new URL(url);
  const named = [...searchParams].filter(([name, value]) => value !== '' && !VIEW.test(name));
  const pointed = named.length > 0 || /\/(\d+|[\da-f]{8,}[\da-f-]*|[\w-]{16,})(\/|$)/i.test(pathname);
  const verbs = named.flatMap(([name, value]) => (/^(action|op|do|cmd|how)$/i.test(name) ? splitWords(value) : []));
  const last = pathname.split('/').filter((part) => part !== '' && !/^[\d-]+$/.test(part) && part.length < 40);
  const words = [...last.slice(-2).flatMap(splitWords), ...verbs];
  const word = words.findLast((each) => Object.hasOwn(DEEDS, each));
  const kind = word === undefined ? undefined : DEEDS[word];
  return pointed && word !== undefined && kind ? { kind, word } : undefined;
}
