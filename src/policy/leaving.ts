import { leavingValue } from './carried';
import type { Reason } from './decision';
import type { EffectKind, Evidence, RequestEvidence } from './evidence';
import { bodyFields } from './payload';
import { isWithin, sameSite } from './site';

/**
 * Why data would leave its site with this request, or why its site may not be written to yet; undefined when neither.
 * It raises a request that is harmless by itself to the kind `leave`, and gives any other one more reason.
 */
export function leavingReason(evidence: Evidence, request: RequestEvidence, kind: EffectKind): Reason | undefined {
  const carried = leavingValue(request, evidence.carried ?? [], evidence.task.prompt);
  if (carried) {
    // Reasons are kept in the log: the value itself, which may be a code or an account, stays out of them.
    return { source: 'origin', code: 'carried', detail: hostOf(carried.origin) };
  }
  const typed = typedElsewhere(evidence, request);
  if (typed !== undefined) return { source: 'origin', code: 'typed', detail: typed };
  const fresh = newOrigin(evidence, request, kind);
  return fresh === undefined ? undefined : { source: 'origin', code: 'new-origin', detail: fresh };
}

/** Text of a form that is sent to another site than the one that shows it: a field's name, or undefined. */
function typedElsewhere({ action }: Evidence, request: RequestEvidence): string | undefined {
  const { origin } = new URL(request.url);
  if (request.resourceType !== 'Document' || request.method === 'GET' || !request.initiatorOrigin) return undefined;
  if (sameSite(origin, request.initiatorOrigin)) return undefined;
  const sent = new Set(bodyFields(request).map(({ value }) => value));
  return action?.target?.form?.fields.find(
    ({ value, type }) => type !== 'hidden' && value.length >= 3 && sent.has(value),
  )?.name;
}

/** What a page does for itself: it renews its session, and tells how it is used. */
const PAGES_OWN: ReadonlySet<EffectKind> = new Set(['read', 'telemetry', 'session']);

/** Choices about cookies: a page of any site wants them before it can be read. */
const COOKIES = /cookie|consent|gdpr/i;

/**
 * A write that the agent set off on a page of a site that the person neither named nor allowed. The page counts, not
 * the address: sites keep their interfaces on hosts of other names, and hold frames of others. A form that opens
 * another site counts by where it goes. What a page does before anyone touched it is its own affair. An empty list of
 * origins means that the task is not bound to any.
 */
function newOrigin({ task, page, action }: Evidence, request: RequestEvidence, kind: EffectKind): string | undefined {
  if (task.origins.length === 0 || PAGES_OWN.has(kind) || request.method === 'GET') return undefined;
  if (!action || (kind === 'reversible' && COOKIES.test(request.url))) return undefined;
  const { origin } = new URL(request.url);
  const from = request.resourceType === 'Document' ? origin : (originOf(page.url) ?? request.initiatorOrigin ?? origin);
  return task.origins.some((allowed) => isWithin(from, allowed)) ? undefined : hostOf(from);
}

/** Undefined for a page without an origin, such as about:blank. */
function originOf(url: string): string | undefined {
  return URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : undefined;
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
