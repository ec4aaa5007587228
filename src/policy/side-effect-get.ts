import { COMMIT_KINDS, type EffectKind } from './evidence';
import { kindOfLabel } from './label-words';
import { senseOf } from './lexicon';
import { splitWords } from './split-words';

const COMMITS: ReadonlySet<EffectKind> = new Set(COMMIT_KINDS);

/**
 * Words of addresses that do something by merely being opened, when the address also says to what: links in mails, and
 * links of old interfaces. `/checkout` and `/orders` are pages; `/delete?id=3` is a deed. Verbs of payment and sending
 * open a form nearly always, so they count in `action=…` only.
 */
const DEEDS: Partial<Record<EffectKind, string>> = {
  delete: `
    unsubscribe delete remove destroy purge cancel decline del erase abmelden abbestellen kuendigen kundigen
    loschen loeschen stornieren desinscription desabonner supprimer resilier baja eliminar borrar cancelar
    descadastrar excluir disiscriviti elimina cancella uitschrijven afmelden verwijderen wypisz usun anuluj sil
    iptal
  `,
  account: 'deactivate verify activate aktivieren deaktivieren',
  grant: 'approve authorize revoke grant freigeben genehmigen approuver aprobar aprovar approva goedkeuren zatwierdz',
  accept: `
    accept confirm sign optin bestatigen bestaetigen annehmen confirmer accepter confirmar aceptar aceitar
    conferma accetta bevestigen potwierdz onayla
  `,
  publish: 'vote upvote downvote publish abstimmen',
};

const KINDS: ReadonlyMap<string, EffectKind> = new Map(
  COMMIT_KINDS.flatMap((kind) => (DEEDS[kind]?.match(/\S+/g) ?? []).map((word) => [word, kind] as const)),
);

/**
 * Every word of a deed: an address without any of these, and without a parameter of `DEED_PARAMETERS`, does nothing.
 */
export const DEED_WORDS: readonly string[] = [...KINDS.keys()];

/** Parameters whose value is a deed. */
export const DEED_PARAMETERS = ['action', 'act', 'op', 'do', 'cmd', 'command', 'how', 'wc-ajax'] as const;

/** Parameters that name a view and no thing. */
const VIEW =
  /^(q|query|search|term|page|p|sort|order|order_?by|filter|status|state|lang|locale|hl|tab|view|ref|utm_\w+|from|next|return(_?to|_?url)?|version|v|session_id|format|expand|seite)$/i;

/** Files of a page: `…/Symbol_support_vote.svg` is a picture. */
const FILE = /\.(svg|png|jpe?g|gif|webp|avif|ico|css|m?js|map|json|woff2?|ttf|mp[34]|webm|pdf)$/i;

/** Deeds that an address can only open a form for. */
const FORMS = /^(register|signup|join)$/;

/** Hosts of handbooks: an address there is about a deed. */
const ABOUT = /(^|\.)(docs?|help|support|developers?|learn|reference|faq)\./i;

/** What opening an address would do; undefined for one that only shows something. */
export function deedOfGet(url: string): { kind: EffectKind; word: string } | undefined {
  const { hostname, pathname, searchParams } = new URL(url);
  const named = [...searchParams].filter(([name, value]) => value !== '' && !VIEW.test(name));
  const asked = deedOfParameters(named);
  if (asked) return asked;
  // https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1: this address shows what is asked for; the answer is a POST.
  if (searchParams.has('client_id') && (searchParams.has('scope') || searchParams.has('response_type')))
    return undefined;
  const pointed = named.length > 0 || /\/(\d+|[\da-f]{8,}[\da-f-]*|[\w-]{16,})(\/|$)/i.test(pathname);
  if (!pointed || ABOUT.test(hostname)) return undefined;
  const segments = pathname.split('/').filter((part) => part !== '' && !/^[\d-]+$/.test(part) && part.length < 40);
  for (const segment of segments.slice(-2).reverse()) {
    const deed = deedOfSegment(segment);
    if (deed) return deed;
  }
  return undefined;
}

/** `?action=delete&id=7`, `?do=approve`, `?del=42`. */
function deedOfParameters(named: readonly (readonly [string, string])[]): ReturnType<typeof deedOfGet> {
  for (const [name, value] of named) {
    if (DEED_PARAMETERS.some((each) => each === name.toLowerCase())) {
      const words = splitWords(value);
      const word = words.at(-1) ?? '';
      const sense = senseOf(word);
      const kind = KINDS.get(word) ?? (sense?.part === 'verb' && COMMITS.has(sense.kind) ? sense.kind : undefined);
      if (kind && !FORMS.test(word)) return { kind, word };
    }
    if (/^(del|delete|unsubscribe|cancel|approve|destroy)$/i.test(name))
      return { kind: name === 'approve' ? 'grant' : 'delete', word: name };
  }
  return undefined;
}

/** The deed must be what the segment is, not what it is about: `decline-and-cancel`, not `12-how-to-delete-a-file`. */
function deedOfSegment(file: string): ReturnType<typeof deedOfGet> {
  if (FILE.test(file)) return undefined;
  const segment = file.replace(/\.\w{2,4}$/, '');
  const words = splitWords(segment);
  if (words.length > 3 || /^\d+-\D/.test(segment)) return undefined;
  const last = words.at(-1) ?? '';
  const ends = KINDS.get(last);
  if (ends) return { kind: ends, word: last };
  const first = words[0] ?? '';
  const begins = KINDS.get(first);
  const what = senseOf(last);
  return begins && words.length === 2 && what && what.kind !== 'read' ? { kind: begins, word: first } : undefined;
}

/**
 * True for an address that is nothing but a long key, as mails hide their links behind: it says nothing, so the link's
 * own words may. `/product/B0ABCDEFGH12345678` says what it shows.
 */
function isSealedAddress(url: string): boolean {
  const parts = new URL(url).pathname.split('/').filter((part) => part !== '');
  const key = parts.at(-1) ?? '';
  return (
    key.length >= 16 && /\d/.test(key) && /[a-z]/i.test(key) && parts.slice(0, -1).every((part) => part.length <= 2)
  );
}

/**
 * What a link's own words make of a sealed address: buying and sending open a form, the others are often done at once.
 */
export function deedOfSealedLink(url: string, label: string): { kind: EffectKind; word: string } | undefined {
  const said = isSealedAddress(url) ? kindOfLabel(label) : undefined;
  return said && /^(delete|accept|grant|account|publish)$/.test(said.kind) ? said : undefined;
}
