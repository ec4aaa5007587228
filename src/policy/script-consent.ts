import type { Decision } from './decision';
import type { Evidence, RequestEvidence } from './evidence';
import { bodyFields, queryFields } from './payload';
import { digestOf, isNonce } from './signature';

const SHOWN_LENGTH = 4000;

/** A script that would change something in a page, in the shape of a request: the script is what is sent. */
export function scriptRequest(url: string, script: string): RequestEvidence {
  return { method: 'SCRIPT', url, headers: {}, body: script, resourceType: 'Script', frame: 'main' };
}

/** Decides about a script: a person must see it, each time, before it runs. A denial closes this very script only. */
export function decideScript(
  request: RequestEvidence,
  { task, tokens, rules, autonomy }: Pick<Evidence, 'task' | 'tokens' | 'rules' | 'autonomy'>,
): Decision {
  const { origin, host, hostname } = new URL(request.url);
  const digest = digestOf(request);
  const signature = `SCRIPT ${origin} ${digest}`;
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
 * True when a script that a person saw says all of a request: its path and each of its values stand there. What was shown
 * once is not asked about again.
 */
export function saysAll(script: string, request: RequestEvidence): boolean {
  if (script.length > SHOWN_LENGTH) return false;
  const { pathname } = new URL(request.url);
  const values = [...queryFields(request.url), ...bodyFields(request)].filter((field) => !isNonce(field));
  return script.includes(pathname) && values.every(({ value, file }) => !file && script.includes(value));
}
