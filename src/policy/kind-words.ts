import type { EffectKind } from './evidence';

/** What a word in an address or operation says: what is done, or what it is done to. */
export interface WordSense {
  kind: EffectKind;
  part: 'verb' | 'noun';
}

function senses(part: WordSense['part'], kind: EffectKind, words: string): [string, WordSense][] {
  return words.split(' ').map((word) => [word, { kind, part }]);
}

/**
 * English words of addresses and operations, in which nearly all interfaces are written. Verbs say what is done; a noun
 * alone means that one of it is made. A word that is not here explains nothing.
 */
const WORDS = new Map<string, WordSense>([
  ...senses(
    'verb',
    'read',
    'search find query list get fetch filter sort suggest suggestion autocomplete typeahead lookup preview validate validation check count load view poll status estimate calculate recommend recommendation availability available facet browse discover resolve translate complete hydrate sync stream read',
  ),
  ...senses(
    'noun',
    'telemetry',
    'telemetry analytics track tracking collect beacon metric pixel impression rum csp heartbeat ping log logging trace span perf performance measure measurement experiment exposure sentry stat event activity adserver',
  ),
  ...senses('verb', 'draft', 'autosave save typing compose'),
  ...senses('noun', 'draft', 'draft'),
  ...senses(
    'verb',
    'reversible',
    'add favorite favourite like star bookmark watch pin unpin mark archive unarchive move label toggle dismiss hide unhide select deselect mute unmute snooze seen expand collapse resize reorder rename trash restore undo update edit set apply coupon follow',
  ),
  ...senses(
    'noun',
    'reversible',
    'cart basket bag wishlist favorite favourite bookmark shelf consent cookie setting preference pref theme locale language currency layout column view option notification state flag availability',
  ),
  ...senses('verb', 'session', 'login logout signin signout logoff refresh'),
  ...senses('noun', 'session', 'session auth token login logout'),
  ...senses('verb', 'send', 'send reply forward invite contact notify resend'),
  ...senses('noun', 'send', 'message mail email sms dm invitation invite inquiry enquiry chat reply lead contact'),
  ...senses('verb', 'publish', 'publish post vote review rate comment tweet retweet repost advertise announce release'),
  ...senses(
    'noun',
    'publish',
    'comment review rating vote tweet post listing advert answer issue ticket topic thread feedback newsletter campaign repository repo',
  ),
  ...senses(
    'verb',
    'pay',
    'pay buy purchase order donate bid subscribe charge transfer place checkout withdraw deposit tip fund invest upgrade rent',
  ),
  ...senses(
    'noun',
    'pay',
    'payment order purchase donation bid subscription charge invoice checkout trial transaction',
  ),
  ...senses('verb', 'book', 'book reserve schedule rsvp'),
  ...senses('noun', 'book', 'booking reservation appointment slot rsvp visit'),
  ...senses(
    'verb',
    'delete',
    'delete destroy remove purge erase cancel terminate wipe unsubscribe empty clear overwrite drop bulk merge close cancellation deletion removal discard expunge',
  ),
  ...senses('verb', 'accept', 'accept agree sign attest submit apply enroll enrol claim file certify declare petition'),
  ...senses(
    'noun',
    'accept',
    'application agreement term signature registration enrollment enrolment submission complaint claim petition quote survey registerfull',
  ),
  ...senses('verb', 'grant', 'grant share authorize authorise approve allow permit revoke delegate'),
  ...senses(
    'noun',
    'grant',
    'permission access collaborator member role apikey grant oauth webhook share acl credential',
  ),
  ...senses('verb', 'account', 'signup register deactivate'),
  ...senses('noun', 'account', 'password account signup mfa otp twofactor profile identity phone recovery user'),
  ...senses('verb', 'upload', 'upload import attach'),
  ...senses('noun', 'upload', 'upload attachment import media file'),
]);

/** What a lower-case singular word says; undefined when nothing is known of it. */
export function senseOf(word: string): WordSense | undefined {
  return WORDS.get(word);
}
