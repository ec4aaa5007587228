import { type Classified, classifyRequest, isHarmless } from './classify';
import type { Decision, EffectSummary, Reason } from './decision';
import type { EffectKind, Evidence, RequestEvidence, Rule, Token } from './evidence';
import { payloadRows, summaryOf } from './payload-rows';
import { digestOf, signatureOf } from './signature';

/**
 * Decides about one request, from evidence alone: pass it, ask a person, or never. Pure, and no model has a say.
 *
 * What the person said comes first (denied in this task, rules, approvals), then what the request would do.
 */
export function decideRequest(evidence: Evidence): Decision {
  const { request } = evidence;
  if (!request) return { verdict: 'pass', kind: 'read', reasons: [] };
  const signature = signatureOf(request);
  const classified = classifyRequest(request, evidence.action);
  const { kind, reasons } = classified;
  if (evidence.task.denied.includes(signature)) {
    return { verdict: 'never', kind, signature, reasons: [{ source: 'denied', code: 'denied', detail: signature }] };
  }
  const rule = ruleFor(evidence.rules, kind, request);
  if (rule?.answer === 'never') {
    return { verdict: 'never', kind, signature, reasons: [ruleReason(rule)] };
  }
  if (rule?.answer === 'allow') return { verdict: 'pass', kind, reasons: [ruleReason(rule)] };
  if (rule?.answer !== 'ask') {
    if (isHarmless(kind)) return { verdict: 'pass', kind, reasons };
    const own = pageOwn(evidence, classified, signature);
    if (own) return { verdict: 'pass', kind: 'telemetry', reasons: [own] };
  }
  const digest = digestOf(request);
  const summary = summaryOf(kind, request);
  const token = evidence.tokens.find((each) => covers(each, { kind, request, signature, digest, summary }));
  if (token) {
    return {
      verdict: 'pass',
      kind,
      reasons: [{ source: 'token', code: token.scope, detail: token.id }],
      tokenId: token.id,
    };
  }
  return { verdict: 'ask', kind, summary, rows: payloadRows(request), signature, digest, reasons };
}

/**
 * A write that nothing explains passes when it cannot be the agent's: the page sent the same before anyone touched it
 * (polling, measurements), or nobody has touched this document yet.
 */
function pageOwn(evidence: Evidence, { kind }: Classified, signature: string): Reason | undefined {
  if (kind !== 'unexplained' || evidence.request?.resourceType === 'Document') return undefined;
  if (evidence.learned.includes(signature)) return { source: 'learned', code: 'before-input', detail: signature };
  if (!evidence.action) return { source: 'learned', code: 'no-input', detail: signature };
  return undefined;
}

function covers(
  token: Token,
  asked: { kind: EffectKind; request: RequestEvidence; signature: string; digest: string; summary: EffectSummary },
): boolean {
  if (token.kind !== asked.kind || token.origin !== new URL(asked.request.url).origin) return false;
  if (token.scope === 'once') return token.digest === asked.digest && token.signature === asked.signature;
  if (token.scope === 'like') return token.signature === asked.signature;
  const recipient = token.recipient === undefined || token.recipient === asked.summary.recipient;
  const amount = token.maxAmount === undefined || withinAmount(token.maxAmount, asked.summary.amount);
  return recipient && amount && (token.recipient !== undefined || token.maxAmount !== undefined);
}

function withinAmount(most: { value: number; currency: string }, amount: string | undefined): boolean {
  const value = Number(/\d+(\.\d+)?/.exec(amount ?? '')?.[0] ?? Number.NaN);
  return value <= most.value && (amount ?? '').toUpperCase().includes(most.currency.toUpperCase());
}

/** The narrowest rule wins: a host before the domain above it. */
function ruleFor(rules: readonly Rule[], kind: EffectKind, request: RequestEvidence): Rule | undefined {
  const host = new URL(request.url).hostname;
  return rules
    .filter((rule) => rule.kind === kind && (host === rule.site || host.endsWith(`.${rule.site}`)))
    .sort((a, b) => b.site.length - a.site.length)[0];
}

function ruleReason(rule: Rule): Reason {
  return { source: 'rule', code: rule.answer, detail: `${rule.site} ${rule.kind}` };
}
