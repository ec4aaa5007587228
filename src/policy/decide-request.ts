import { classifyRequest, explain } from './classify';
import { covers } from './covers';
import type { Decision, Reason } from './decision';
import type { EffectKind, Evidence, RequestEvidence, Rule, Token } from './evidence';
import { leavingReason } from './leaving';
import { likenessOf } from './likeness';
import { onlyReading } from './only-reading';
import { payloadRows, summaryOf } from './payload-rows';
import { isHarmless } from './sentence';
import { digestOf, learnedKeyOf, signatureOf } from './signature';

/**
 * Decides about one request, from evidence alone: pass it, ask a person, or never. Pure, and no model has a say.
 *
 * What the person said comes first (only reading, denied in this task, rules, approvals), then what the request would
 * do.
 */
export function decideRequest(evidence: Evidence): Decision {
  const decision = decideWrite(evidence);
  return evidence.autonomy === 'readonly' ? onlyReading(decision, evidence) : decision;
}

function decideWrite(evidence: Evidence): Decision {
  const { request } = evidence;
  if (!request) return { verdict: 'pass', kind: 'read', reasons: [] };
  const signature = signatureOf(request);
  const classified = classifyRequest(request, evidence.action, evidence.page);
  const leaves = leavingReason(evidence, request, classified.kind);
  const kind = leaves && isHarmless(classified.kind) ? 'leave' : classified.kind;
  const reasons = leaves ? [leaves, ...classified.reasons] : classified.reasons;
  if (evidence.task.denied.includes(signature)) {
    return { verdict: 'never', kind, signature, reasons: [{ source: 'denied', code: 'denied', detail: signature }] };
  }
  const rule = ruleFor(evidence.rules, kind, request);
  if (rule?.answer === 'never') {
    return { verdict: 'never', kind, signature, reasons: [ruleReason(rule)] };
  }
  // A standing 'always' for sending on this site was not given for data of another one.
  if (rule?.answer === 'allow' && (!leaves || kind === 'leave'))
    return { verdict: 'pass', kind, reasons: [ruleReason(rule)] };
  if (rule?.answer !== 'ask') {
    if (isHarmless(kind) && !leaves) return { verdict: 'pass', kind, reasons };
    // What a page of an unknown site sends by itself is no writing of the agent's there.
    const own =
      leaves === undefined || leaves.code === 'new-origin' ? pageOwn(evidence, request, signature) : undefined;
    if (own) return { verdict: 'pass', kind: 'telemetry', reasons: [own] };
  }
  const digest = digestOf(request);
  const token = evidence.tokens.find(
    (each) => covers(each, { kind, request, signature, digest }) && knew(each, leaves),
  );
  if (token) {
    return {
      verdict: 'pass',
      kind,
      reasons: [{ source: 'token', code: token.scope, detail: token.id }],
      tokenId: token.id,
    };
  }
  return {
    verdict: 'ask',
    kind,
    summary: summaryOf(kind, request),
    rows: payloadRows(request),
    signature,
    digest,
    like: likenessOf(kind, request),
    reasons,
  };
}

/** A token that is not for this very request covers data of another site only if the person saw that it would leave. */
function knew({ scope, seen = [] }: Token, leaves: Reason | undefined): boolean {
  return scope === 'once' || leaves === undefined || seen.includes(`${leaves.code} ${leaves.detail}`);
}

/**
 * A write that nothing explains passes when it cannot be the agent's: the page sent the same before anyone touched it
 * (polling, measurements), or nobody has touched this document yet. What was stopped once is never taken for that: it
 * may be a page that tries again by itself.
 */
function pageOwn(evidence: Evidence, request: RequestEvidence, signature: string): Reason | undefined {
  const { kind, sure } = explain(request, evidence.action);
  if (sure || (kind !== 'unexplained' && !isHarmless(kind)) || request.resourceType === 'Document') return undefined;
  const key = learnedKeyOf(request);
  if (evidence.learned.includes(key)) return { source: 'learned', code: 'before-input', detail: key };
  const untouched = !evidence.action && !evidence.touched;
  if (untouched && !evidence.task.stopped?.includes(signature))
    return { source: 'learned', code: 'no-input', detail: key };
  return undefined;
}

/** The narrowest rule wins: a host before the domain above it, and any site before all of them. */
function ruleFor(rules: readonly Rule[], kind: EffectKind, request: RequestEvidence): Rule | undefined {
  const host = new URL(request.url).hostname;
  return rules
    .filter((rule) => rule.kind === kind && (rule.site === '*' || host === rule.site || host.endsWith(`.${rule.site}`)))
    .sort((a, b) => b.site.length - a.site.length)[0];
}

function ruleReason(rule: Rule): Reason {
  return { source: 'rule', code: rule.answer, detail: `${rule.site} ${rule.kind}` };
}
