import type { Decision } from './decision';
import type { Evidence, RequestEvidence } from './evidence';
import { bodyFields, queryFields } from './payload';
import { digestOf, isNonce } from './signature';

const SHOWN_LENGTH = 4000;

/** A script that would change something in a page, in the shape of a request: the script is what is sent. */
export function scriptRequest(url: string, script: string): RequestEvidence {
  return { method: 'SCRIPT', url, headers: {}, body: script, resourceType: 'Script', frame: 'main' };
}

/** The signature of a script: no other one has it. */
export function scriptSignature(request: RequestEvidence): string {
  return `SCRIPT ${new URL(request.url).origin} ${digestOf(request)}`;
}

/** Decides about a script: a person must see it, each time, before it runs. A denial closes this very script only. */
export function decideScript(
  request: RequestEvidence,
  { task, tokens, rules, autonomy }: Pick<Evidence, 'task' | 'tokens' | 'rules' | 'autonomy'>,
): Decision {
  const { host, hostname } = new URL(request.url);
  const digest = digestOf(request);
  const signature = scriptSignature(request);
  const kind = 'unexplained';
  const reasons = [{ source: 'request', code: 'script', detail: '' } as const];
  if (autonomy === 'readonly')
    return { verdict: 'never', kind, signature, reasons: [{ source: 'default', code: 'readonly', detail: '' }] };
  const forbidden = rules.some(
    (rule) => rule.kind === kind && rule.answer === 'never' && `.${hostname}`.endsWith(`.${rule.site}`),
  );
  if (forbidden || task.denied.includes(signature)) return { verdict: 'never', kind, signature, reasons };
  const token = tokens.find((each) => each.scope === 'once' && each.signature === signature && each.digest === digest);
  if (token) return { verdict: 'pass', kind, reasons, tokenId: token.id };
  const rows = [{ label: 'script', value: (request.body ?? '').slice(0, SHOWN_LENGTH) }];
  return { verdict: 'ask', kind, summary: { kind, site: host }, rows, signature, digest, reasons };
}

/**
 * True when a script that a person saw says all of a request: its method, its host unless it is the page's own, its
 * path and each of its values stand there, whole. What was shown once is not asked about again.
 *
 * @param pageUrl of the page that the script ran in
 */
export function saysAll(script: string, request: RequestEvidence, pageUrl: string): boolean {
  if (script.length > SHOWN_LENGTH) return false;
  const { origin, host, pathname } = new URL(request.url);
  const values = [...queryFields(request.url), ...bodyFields(request)].filter((field) => !isNonce(field));
  // The bare `/` of a site stands in any script.
  if (pathname === '/' && values.length === 0) return false;
  const home = URL.canParse(pageUrl) && new URL(pageUrl).origin === origin;
  const path = new RegExp(`(?:["'\`}]|//${escaped(host)})${escaped(pathname)}(?=["'\`?#])`).test(script);
  return (
    path &&
    (home || new RegExp(`["'\`]${escaped(origin)}(?=["'\`/?#])`).test(script)) &&
    saysMethod(script, request.method) &&
    values.every(({ value, file }) => !file && saysValue(script, value))
  );
}

function saysMethod(script: string, method: string): boolean {
  if (method === 'GET' || (method === 'POST' && script.includes('sendBeacon'))) return true;
  return new RegExp(`\\b${escaped(method)}\\b`, 'i').test(script);
}

/** A number may stand alone; any other value is a text of its own or a part of `name=value&…`. */
function saysValue(script: string, value: string): boolean {
  if (value === '') return true;
  const alone = /^(-?\d+(\.\d+)?|true|false)$/.test(value);
  const before = alone ? '["\'`=&:,(\\[{\\s]' : '["\'`=]';
  const after = alone ? '["\'`&,;)\\]}\\s\\\\]' : '["\'`&\\\\]';
  return new RegExp(`${before}${escaped(value)}(?=${after}|$)`).test(script);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
