import type { RequestEvidence } from './evidence';
import { type Explained, explainedBy } from './explained';
import { hasProse, looksLikeFiling, looksLikeQuery, looksLikeTelemetry } from './field-shapes';
import { isTelemetryHostWord } from './lexicon';
import type { PayloadField } from './payload';
import { isHarmless, type Meaning } from './sentence';
import { splitWords } from './split-words';

/**
 * Writes that show by their shape that they only ask, measure or file; undefined for all others. A verb of the address
 * that commits outweighs every shape.
 */
export function explainShape(
  request: RequestEvidence,
  fields: readonly PayloadField[],
  address: Meaning | undefined,
): Explained | undefined {
  const { method, resourceType, headers } = request;
  if (resourceType === 'CSPViolationReport') return explainedBy('telemetry', 'csp-report', '');
  const files = address?.by === 'saving' || (address?.by !== 'verb' && /^P(UT|ATCH)$/.test(method));
  if (files && looksLikeFiling(fields)) return explainedBy('reversible', 'field', names(fields));
  if (address && commits(address)) return undefined;
  const harmful = address !== undefined && !isHarmless(address.kind);
  if (looksLikeQuery(fields, harmful)) return explainedBy('read', 'query', names(fields));
  // https://html.spec.whatwg.org/multipage/links.html#hyperlink-auditing: a ping tells that a link was followed.
  if (headers['content-type'] === 'text/ping') return explainedBy('telemetry', 'ping', '');
  if (resourceType === 'Document' || address?.by === 'verb') return undefined;
  if (isMeasuringHost(request) && !hasProse(fields))
    return explainedBy('telemetry', 'host', new URL(request.url).hostname);
  return !harmful && looksLikeTelemetry(fields) ? explainedBy('telemetry', 'measurement', '') : undefined;
}

function commits({ kind, by }: Meaning): boolean {
  return !isHarmless(kind) && by !== 'noun' && !(by === 'either' && kind !== 'delete');
}

/** A host of its own, named for measurements. Who is on a page of that host uses it as a site. */
function isMeasuringHost({ url, initiatorOrigin }: RequestEvidence): boolean {
  const { hostname } = new URL(url);
  if (initiatorOrigin && new URL(initiatorOrigin).hostname === hostname) return false;
  return hostname.split('.').slice(0, -1).flatMap(splitWords).some(isTelemetryHostWord);
}

function names(fields: readonly PayloadField[]): string {
  return fields.map(({ path }) => path).join(', ');
}
