import type { Reason } from './decision';
import type { EffectKind, Evidence, RequestEvidence } from './evidence';
import { senseOf } from './kind-words';
import { kindOfLabel } from './label-words';
import { type Operation, operationsOf } from './operation';
import { bodyFields, type PayloadField } from './payload';
import { deedOfGet } from './side-effect-get';
import { splitWords } from './split-words';

/** What a request does, and what said so. */
export interface Classified {
  kind: EffectKind;
  reasons: Reason[];
}

/** Kinds that pass by default (docs/design.md §6). */
const HARMLESS: ReadonlySet<EffectKind> = new Set(['read', 'telemetry', 'draft', 'reversible', 'session']);

/** Fields that name what a request does when its address does not: `_action=send`, `_method=delete`. */
const VERB_FIELDS = /^(_?action|_?method|op|operation|intent|command|cmd|do|event_type|task|commit|submit)$/i;

export function isHarmless(kind: EffectKind): boolean {
  return HARMLESS.has(kind);
}

/**
 * Says what a request would do, from what is sent alone: operation, verb fields, address, method, files. The label of
 * the pressed element is asked only when nothing else explains a write.
 */
export function classifyRequest(request: RequestEvidence, action: Evidence['action']): Classified {
  const fields = bodyFields(request);
  const operations = operationsOf(request);
  if (operations.length > 0) return byOperations(operations, request);
  if (request.method === 'GET') return byOpening(request.url);
  const spoken = byVerbField(fields);
  if (spoken && !HARMLESS.has(spoken.kind)) return spoken;
  const address = byAddress(request);
  if (fields.some(({ file }) => file)) return { kind: 'upload', reasons: [reason('file', fileNames(fields))] };
  if (address && !(address.kind === 'telemetry' && request.resourceType === 'Document')) return address;
  if (spoken) return spoken;
  if (request.resourceType === 'CSPViolationReport') return { kind: 'telemetry', reasons: [reason('csp-report', '')] };
  return byContent(request, fields, action);
}

function byOpening(url: string): Classified {
  const deed = deedOfGet(url);
  if (!deed) return { kind: 'read', reasons: [reason('method', 'GET')] };
  return { kind: deed.kind, reasons: [reason('get', deed.word)] };
}

function byOperations(operations: readonly Operation[], request: RequestEvidence): Classified {
  const each = operations.map((operation) => byOperation(operation, request));
  return each.find(({ kind }) => !HARMLESS.has(kind)) ?? each[0] ?? { kind: 'unexplained', reasons: [] };
}

function byOperation({ protocol, type, name }: Operation, request: RequestEvidence): Classified {
  const said = reason(protocol, name);
  if (type === 'query' || type === 'subscription') return { kind: 'read', reasons: [said] };
  const words = splitWords(name).filter((word) => word !== 'mutation' && word !== 'query');
  return { kind: sentence(words, request.method) ?? 'unexplained', reasons: [said] };
}

function byVerbField(fields: readonly PayloadField[]): Classified | undefined {
  for (const { path, value } of fields) {
    if (!VERB_FIELDS.test(path) || value.length > 60) continue;
    const kind = sentence(splitWords(value), 'POST');
    if (kind) return { kind, reasons: [reason('field', `${path}=${value}`)] };
  }
  return undefined;
}

function byAddress({ url, method, resourceType }: RequestEvidence): Classified | undefined {
  const { pathname, searchParams, hostname } = new URL(url);
  const query = [...searchParams].flatMap(([name, value]) => (VERB_FIELDS.test(name) ? splitWords(value) : []));
  const segments = pathname
    .split('/')
    .filter((segment) => segment !== '' && !/^(api|v\d+|rest|ajax|rpc)$/i.test(segment));
  const words = [...segments.flatMap(splitWords), ...query];
  const kind = sentence(words, method);
  if (kind) return { kind, reasons: [reason('path', pathname)] };
  if (method === 'DELETE') return { kind: 'delete', reasons: [reason('method', 'DELETE')] };
  // Beacons to a host of its own are how measurements are sent; a commit hidden in one has words to tell.
  if (resourceType === 'Ping' && /\b(analytics|metrics|stats|telemetry|collect|events?|log)\b/i.test(hostname))
    return { kind: 'telemetry', reasons: [reason('host', hostname)] };
  return undefined;
}

/**
 * Reads words in order: the last verb says what is done, else the last noun what is made. Taking something out of a
 * cart or list is no deletion, and asking about an order is no order.
 */
function sentence(words: readonly string[], method: string): EffectKind | undefined {
  const known = words.flatMap((word) => senseOf(word) ?? []);
  const nouns = known.filter(({ part }) => part === 'noun');
  const verb = known.findLast(({ part }) => part === 'verb');
  const noun = nouns.at(-1);
  const kept = nouns.some(({ kind }) => kind === 'reversible' || kind === 'draft');
  if (verb?.kind === 'delete' || (method === 'DELETE' && (!verb || verb.kind === 'reversible'))) {
    return kept ? 'reversible' : 'delete';
  }
  if (verb?.kind === 'reversible' && noun && !kept && noun.kind !== 'telemetry') {
    // `updatePassword` and `addComment` are about their nouns; `markMessageRead` is not.
    return /^(add|update|edit|set|apply)$/.test(words.findLast((word) => senseOf(word)?.part === 'verb') ?? '')
      ? noun.kind
      : 'reversible';
  }
  if (verb?.kind === 'draft' && noun && !HARMLESS.has(noun.kind) && noun.kind !== 'send') return noun.kind;
  return verb?.kind ?? noun?.kind;
}

/** Nothing in the address helps: the fields and the label that was pressed may. */
function byContent(request: RequestEvidence, fields: readonly PayloadField[], action: Evidence['action']): Classified {
  const names = fields.map(({ path }) => path.toLowerCase());
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/card.?(num|no)|cc-?num|cvc|cvv|iban|payment_?method/))
    return { kind: 'pay', reasons: [reason('field', 'card')] };
  if (has(/(^|[._[])new_?password/)) return { kind: 'account', reasons: [reason('field', 'new password')] };
  if (has(/(^|[._[])(password|passwd|pwd)/)) return { kind: 'session', reasons: [reason('field', 'password')] };
  if (has(/(^|[._[])(to|recipients?|cc|bcc)($|[._[])/) && has(/body|text|message|content|subject/))
    return { kind: 'send', reasons: [reason('field', 'recipient and text')] };
  const label = action?.target && kindOfLabel(action.target.name);
  if (label) return { kind: label.kind, reasons: [{ source: 'target', code: 'label', detail: label.word }] };
  const asked = action?.confirmText && kindOfLabel(action.confirmText);
  if (asked) return { kind: asked.kind, reasons: [{ source: 'target', code: 'confirm', detail: asked.word }] };
  return { kind: 'unexplained', reasons: [reason('method', request.method)] };
}

function fileNames(fields: readonly PayloadField[]): string {
  return fields
    .filter(({ file }) => file)
    .map(({ value }) => value)
    .join(', ');
}

function reason(code: string, detail: string): Reason {
  return { source: 'request', code, detail: detail.slice(0, 200) };
}
