import type { Protocol } from 'devtools-protocol';
import { DEED_PARAMETERS, DEED_WORDS } from '../policy/side-effect-get';

/**
 * Types whose requests can carry an effect. Pictures, styles and fonts stay out, since every stop costs 1.3 ms
 * (../shared/platform.md): patterns filter by type and URL, not by method.
 */
const WATCHED: Protocol.Network.ResourceType[] = [
  'Document',
  'XHR',
  'Fetch',
  'Ping',
  'CSPViolationReport',
  // Prefetches too: the Fetch domain knows no type of their own for them.
  'Other',
];

/** Words that stand within many others, as `del` within `model`: they count at the begin of a word only. */
const SHORT = 4;
/** What stands before a word of an address. */
const BEFORE = ['/', '\\?', '&', '=', '-', '_', '.'];

/**
 * Addresses that do something by merely being fetched, whatever fetches them: a picture that unsubscribes, a script
 * that deletes. What they really are is the policy's to say. Patterns know capitals from small letters, and no other
 * sets of them (`base::MatchPattern`): a `?` is any sign, unless a backslash stands before it.
 */
const DEEDS: readonly string[] = [
  ...DEED_WORDS.flatMap(spellings).flatMap((word) => {
    const within = word.length > SHORT || /^[A-Z][a-z]/.test(word);
    return within ? [`*${word}*`] : BEFORE.map((sign) => `*${sign}${word}*`);
  }),
  ...DEED_PARAMETERS.flatMap(cases).flatMap((name) => [`*\\?${name}=*`, `*&${name}=*`]),
];

/** One word, its plural in -ies, and what is also written as two: `un-subscribe`. */
function spellings(word: string): string[] {
  const plural = word.endsWith('fy') ? [word.replace(/y$/, 'ies')] : [];
  const apart = word.startsWith('unsub') ? [word.replace('un', 'un-'), word.replace('un', 'un_')] : [];
  return [word, ...plural, ...apart].flatMap(cases);
}

function cases(word: string): string[] {
  return [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}`, word.toUpperCase()];
}

/** What is stopped to be judged as long as nothing of another site is in the tab. */
export const FETCH: Protocol.Fetch.EnableRequest = {
  // The browser's own window for a name and password would wait for a person: see dialogs.ts.
  handleAuthRequests: true,
  patterns: [
    ...WATCHED.map((resourceType) => ({ urlPattern: '*', resourceType })),
    ...DEEDS.map((urlPattern) => ({ urlPattern })),
  ].map((pattern) => ({ ...pattern, requestStage: 'Request' as const })),
};

/** Everything, pictures and styles too: a page that was given data of another site may send it on with any of them. */
export const FETCH_ALL: Protocol.Fetch.EnableRequest = {
  handleAuthRequests: true,
  patterns: [{ urlPattern: '*', requestStage: 'Request' }],
};
