import { type DeedField, deedOfFields } from './deed-fields';
import type { RequestEvidence } from './evidence';
import { explainShape } from './explain-shape';
import { type Explained, explainedBy, requestReason, unexplained } from './explained';
import { hasProse, isBareFile } from './field-shapes';
import { asksForList, looksLikeFilteredList } from './grid-fields';
import { effectiveMethod } from './override';
import { bodyFields, type PayloadField, queryFields } from './payload';
import { isHarmless, type Meaning, meaningOf } from './sentence';
import { splitWords } from './split-words';
import { stateOfFields } from './state-fields';

/** Says what a plain write does, from its fields, its address and its shape; the most telling comes first. */
export function explainWrite(request: RequestEvidence): Explained {
  const method = effectiveMethod(request);
  const fields = bodyFields(request);
  // https://laravel.com/docs/precognition: the server checks the fields, and does nothing.
  if (request.headers.precognition === 'true') return explainedBy('read', 'header', 'precognition');
  const known = bySecret(fields) ?? byScopes(request, fields);
  if (known) return known;
  const deed = deedOfFields([...queryFields(request.url), ...fields]);
  const said = deed && { kind: deed.kind, reasons: [requestReason('field', deed.said)], sure: deed.sure };
  const { pathname } = new URL(request.url);
  const words = addressWords(pathname);
  const address = meaningOf(words, method);
  if (said && !isHarmless(said.kind)) {
    const kept = keptInDraft(deed, address) ?? intoTrash(deed, fields);
    return kept ?? said;
  }
  const path = address && { kind: address.kind, reasons: [requestReason('path', pathname)], sure: address.sure };
  if (address?.by !== 'verb' && (asksForList(fields) || (method === 'POST' && looksLikeFilteredList(fields))))
    return explainedBy('read', 'query', '');
  const proven = address && bySecondFactor(address, words, fields);
  if (proven) return proven;
  const state = byState(fields, address, method);
  if (state) return state;
  if (path && address.by === 'verb' && !isHarmless(path.kind)) return path;
  const files = fields.filter(({ file, value }) => file && value !== '');
  if (files.length > 0 || isBareFile(request)) return byFiles(files, path);
  const shape = explainShape(request, fields, address);
  if (shape) return shape;
  if (path && !isHarmless(path.kind)) return path;
  if (fields.some(({ path: name }) => PASSWORD.test(name))) return explainedBy('session', 'field', 'password');
  if (path && !isDoubtful(path, method, request, fields)) return path;
  if (said) return said;
  if (path === undefined && method === 'DELETE') return explainedBy('delete', 'method', 'DELETE');
  return byRecipient(fields) ?? unexplained(request);
}

/** Card numbers and new passwords outweigh every friendly address. */
function bySecret(fields: readonly PayloadField[]): Explained | undefined {
  const has = (pattern: RegExp) => fields.some(({ path, value }) => pattern.test(path) && value !== '');
  if (has(/card.?(num|no\b)|cc-?num|(^|[._[])(cvc|cvv|csc)$/i)) return explainedBy('pay', 'field', 'card');
  if (has(/(^|[._[])new_?password|password_?(new|confirmation|confirm|repeat)/i))
    return explainedBy('account', 'field', 'new password');
  return undefined;
}

/** What a draft is to become stands in it as text; what is done with the draft stands beside it. */
function keptInDraft(deed: DeedField, address: Meaning | undefined): Explained | undefined {
  const inside = /^(data|body|content|draft)\.\S+$/.test(deed.said.split('=')[0] ?? '');
  return inside && address?.kind === 'draft' ? explainedBy('draft', 'field', deed.said) : undefined;
}

/** A deletion that says itself that it only moves to where things are taken out again. */
function intoTrash(deed: DeedField, fields: readonly PayloadField[]): Explained | undefined {
  const moves = fields.find(
    ({ path, value }) =>
      /(type|mode|disposition)\]?$/i.test(path) &&
      /^(move_?to_?(deleted_?items|trash|(recycle_?)?bin)|soft_?delete)$/i.test(value),
  );
  return moves && deed.kind === 'delete'
    ? explainedBy('reversible', 'field', `${moves.path}=${moves.value}`)
    : undefined;
}

/**
 * `sessions/two-factor` with a code in it ends a log-in; the settings of a second factor have no session in their
 * address.
 */
function bySecondFactor(
  address: Meaning,
  words: readonly string[],
  fields: readonly PayloadField[],
): Explained | undefined {
  const way =
    /^(mfa|otp|twofactor|challenge)$/.test(words.at(-1) ?? '') &&
    words.some((word) => /^(session|login|signin)$/.test(word));
  const code = fields.some(({ path }) => /(^|[._[])(\w*otp|(\w+_)?code|pin)\]?$/i.test(path));
  return address.kind === 'account' && address.by === 'noun' && way && code
    ? explainedBy('session', 'field', 'code')
    : undefined;
}

/**
 * https://www.rfc-editor.org/rfc/rfc6749#section-3.3: what a program may do stands in its `scope`. A log-in has one
 * too, but agrees to nothing.
 */
function byScopes({ url }: RequestEvidence, fields: readonly PayloadField[]): Explained | undefined {
  const asks = /consent|authori[sz]e|grant|approv|decision/i.test(new URL(url).pathname);
  const scope = fields.find(({ path, value }) => /(^|[._[])scopes?\]?(\[\d*\])?$/i.test(path) && value !== '');
  const proves = fields.some(
    ({ path }) => PASSWORD.test(path) || /grant_?type|(^|[._[])(code|refresh_?token)$/i.test(path),
  );
  return asks && scope && !proves ? explainedBy('grant', 'field', `${scope.path}=${scope.value}`) : undefined;
}

const PASSWORD =
  /(^|[._[])(password|passwd|pwd|passwort|mot_?de_?passe|contrasena|senha|wachtwoord|haslo|sifre)($|[\].])/i;

/** A state says more than the noun of the address, and less than its verb. */
function byState(fields: readonly PayloadField[], address: Meaning | undefined, method: string): Explained | undefined {
  const state = stateOfFields(fields);
  if (!state || address?.by === 'verb' || address?.by === 'method') return undefined;
  // A new order may well begin as unread; only what is there already is merely filed.
  const changes = /^P(UT|ATCH)$/.test(method) || address?.by === 'saving' || address === undefined;
  if (isHarmless(state.kind) && state.kind !== 'draft' && (!changes || hasProse(fields))) return undefined;
  if (isHarmless(state.kind) && address?.by === 'finishing') return undefined;
  return explainedBy(state.kind, 'field', state.said);
}

function byFiles(files: readonly PayloadField[], path: Explained | undefined): Explained {
  if (path && !isHarmless(path.kind)) return path;
  return explainedBy('upload', 'file', files.map(({ value }) => value).join(', '));
}

/** True when the address names something harmless and yet cannot be what explains this write. */
function isDoubtful(
  { kind, sure }: Explained,
  method: string,
  request: RequestEvidence,
  fields: readonly PayloadField[],
): boolean {
  // Measurements are not sent as documents, and `events` may as well be a calendar's.
  if (kind === 'telemetry') return request.resourceType === 'Document' || !sure;
  // Who only looks writes no paragraphs, and replaces nothing.
  return kind === 'read' && ((!sure && hasProse(fields)) || /^P(UT|ATCH)$/.test(method));
}

function byRecipient(fields: readonly PayloadField[]): Explained | undefined {
  const has = (pattern: RegExp) => fields.some(({ path }) => pattern.test(path));
  if (has(/(^|[._[])(iban|payment_?method|amount_?due)/i)) return explainedBy('pay', 'field', 'payment');
  if (has(/(^|[._[])(to|recipients?|cc|bcc)($|[._[])/i) && has(/body|text|message|content|subject/i))
    return explainedBy('send', 'field', 'recipient and text');
  return undefined;
}

function addressWords(pathname: string): string[] {
  const segments = decoded(pathname)
    .split('/')
    .filter((segment) => segment !== '' && !/^(api|v\d+|rest|ajax|rpc)$/i.test(segment));
  // Joined, because some words only mean something together: `account/email`.
  return splitWords(segments.join('/'));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
