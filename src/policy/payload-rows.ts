import type { EffectSummary, PayloadRow } from './decision';
import type { EffectKind, RequestEvidence } from './evidence';
import { bodyFields, type PayloadField, queryFields } from './payload';
import { isNonce } from './signature';

const MOST_ROWS = 30;
const VALUE_LENGTH = 2000;

const SECRET = /pass(word|wd|phrase)?|pwd|secret|token|api.?key|cvc|cvv|csc|security.?code|otp|one.?time|pin$/i;
const CARD = /card.?(num|no\b|number)|cc.?num|^pan$|iban|account.?(no|num)/i;

const RECIPIENT = /(^|[._[])(to|recipients?|invitees?|emails?|email_?address|attendees?|payee|beneficiary)($|[._[\]])/i;
const AMOUNT = /(^|[._[])(amount|total|price|sum|value|grand_?total|betrag)($|[._[\]])/i;
const CURRENCY = /(^|[._[])currency($|[._[\]])/i;
const WHAT = /(^|[._[])(subject|title|headline|name|product|item|event|what)($|[._[\]])/i;

/** The payload as a table: nonces left out, secrets masked, long texts cut with a note. */
export function payloadRows(request: RequestEvidence): PayloadRow[] {
  const fields = visible(request);
  const rows = fields
    .slice(0, MOST_ROWS)
    .map(({ path, value }) => ({ label: labelOf(path), value: shown(path, value) }));
  const left = fields.length - rows.length;
  return left > 0 ? [...rows, { label: '…', value: `${left} more fields` }] : rows;
}

/** The parts of the card's sentence, as far as the payload tells them. */
export function summaryOf(kind: EffectKind, request: RequestEvidence): EffectSummary {
  const fields = visible(request);
  const value = (pattern: RegExp) => fields.find(({ path, value }) => pattern.test(path) && value !== '')?.value;
  const recipients = fields.flatMap(({ path, value }) => (RECIPIENT.test(path) && value !== '' ? [value] : []));
  const amount = value(AMOUNT);
  const currency = value(CURRENCY);
  const what = value(WHAT);
  return {
    kind,
    site: new URL(request.url).host,
    ...(recipients.length > 0 ? { recipient: [...new Set(recipients)].slice(0, 5).join(', ') } : {}),
    ...(amount && /\d/.test(amount) ? { amount: [amount, currency].filter(Boolean).join(' ') } : {}),
    ...(what ? { what: what.slice(0, 120) } : {}),
  };
}

function visible(request: RequestEvidence): PayloadField[] {
  return [...bodyFields(request), ...queryFields(request.url)].filter(
    (field) => !isNonce(field) && !/^(variables\.)?(operationName|query|extensions\..*)$/.test(field.path),
  );
}

function shown(path: string, value: string): string {
  if (SECRET.test(path)) return '••••';
  if (CARD.test(path)) return value.length > 4 ? `•••• ${value.slice(-4)}` : '••••';
  return value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH)}… (${value.length} characters)` : value;
}

/** `variables.input.shippingAddress[0].city` → `shipping address city`: wrappers say nothing to a person. */
function labelOf(path: string): string {
  return path
    .replace(/^(variables|input|data|payload|params|json|body)\.(?=.)/, '')
    .replace(/^(input|data)\.(?=.)/, '')
    .replace(/\[(\d+)\]/g, (_, at: string) => (at === '0' ? '' : ` ${Number(at) + 1}`))
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[._[\]-]+/g, ' ')
    .trim()
    .toLowerCase();
}
