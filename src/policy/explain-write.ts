import { deedOfFields } from './deed-fields';
import type { RequestEvidence } from './evidence';
import { explainShape } from './explain-shape';
import { type Explained, explainedBy, requestReason, unexplained } from './explained';
import { hasProse, isBareFile } from './field-shapes';
import { effectiveMethod } from './override';
import { bodyFields, type PayloadField, queryFields } from './payload';
import { isHarmless, type Meaning, meaningOf } from './sentence';
import { splitWords } from './split-words';
import { stateOfFields } from './state-fields';

/** Says what a plain write does, from its fields, its address and its shape; the most telling comes first. */
export function explainWrite(request: RequestEvidence): Explained {
  const method = effectiveMethod(request);
  const fields = bodyFields(request);
  const secret = bySecret(fields);
  if (secret) return secret;
  const deed = deedOfFields([...queryFields(request.url), ...fields]);
  const said = deed && { kind: deed.kind, reasons: [requestReason('field', deed.said)], sure: deed.sure };
  if (said && !isHarmless(said.kind)) return said;
  const { pathname } = new URL(request.url);
  const address = meaningOf(addressWords(pathname), method);
  const path = address && { kind: address.kind, reasons: [requestReason('path', pathname)], sure: address.sure };
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
