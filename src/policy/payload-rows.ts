import type { EffectSummary, PayloadRow } from './decision';
import type { EffectKind, RequestEvidence } from './evidence';
import { bodyFields, type PayloadField, queryFields } from './payload';
import { isNonce } from './signature';

const MOST_ROWS = 30;
const VALUE_LENGTH = 2000;

const SECRET = /pass(word|wd|phrase)?|pwd|secret|token|api.?key|cvc|cvv|csc|security.?code|otp|one.?time|pin$/i;
const CARD = /card.?(num|no\b|number)|cc.?num|^pan$|iban|account.?(no|num)/i;

const RECIPIENT =
  /(^|[._[])((to|cc|bcc)(_?(recipients?|emails?|address(es)?))?|recipients?|invitees?|emails?|email_?address|attendees?|guests?|payee|beneficiary|an|empf(ä|ae)nger|para|destinatari[oa]s?|destinataires?|aan|alici)($|[._[\]])/i;
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$|<[^\s@<>]+@[^\s@<>]+>$/;
/** What a payment comes to, and what only adds up to it. */
const TOTAL =
  /(^|[._[])((grand_?|order_?|cart_?)?total(_?amount|_?price)?|amount|sum|betrag|summe|montant|importe|valor|importo|bedrag|kwota|tutar)($|[._[\]])/i;
const PRICE = /(^|[._[])(price|value|unit_?price|fee|tip|shipping|tax)($|[._[\]])/i;
const CURRENCY = /(^|[._[])currency(_?code)?($|[._[\]])/i;
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
  const recipients = recipientsOf(request);
  const { totals, prices } = amountsOf(request);
  const amount = totals[0] ?? prices[0];
  const files = fields.flatMap(({ file, value }) => (file && value !== '' ? [value] : []));
  const what = files.length > 0 ? shortList(files) : value(WHAT);
  return {
    kind,
    site: new URL(request.url).host,
    ...(recipients.length > 0 ? { recipient: shortList(recipients) } : {}),
    ...(amount ? { amount } : {}),
    ...(what ? { what: what.slice(0, 120) } : {}),
  };
}

/** Everyone who gets it, hidden copies too: by the name of the field, or because a value is an address. */
export function recipientsOf(request: RequestEvidence): string[] {
  const found = visible(request).filter(
    ({ path, value }) => value !== '' && (RECIPIENT.test(path) || ADDRESS.test(value.trim())),
  );
  return [...new Set(found.flatMap(({ value }) => value.split(/[,;]/)).map((each) => each.trim()))].filter(Boolean);
}

/** The amounts of a payload as texts, each with the currency that the payload names, for example `59.90 EUR`. */
export function amountsOf(request: RequestEvidence): { totals: string[]; prices: string[] } {
  const fields = visible(request);
  const currency = fields.find(({ path, value }) => CURRENCY.test(path) && value !== '')?.value;
  const each = (pattern: RegExp) =>
    fields.flatMap(({ path, value }) =>
      pattern.test(path) && /\d/.test(value) && value.length <= 40 && !CURRENCY.test(path)
        ? [/[^\d.,'\s-]/.test(value) || currency === undefined ? value : `${value} ${currency}`]
        : [],
    );
  return { totals: each(TOTAL), prices: each(PRICE) };
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} +${names.length - 5}` : shown;
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
