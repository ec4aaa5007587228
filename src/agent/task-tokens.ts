import { EFFECT_KINDS, type EffectKind, type Token } from '../policy/evidence';
import type { Approval } from '../store/approval';
import type { Grant } from '../store/grant';

/** What a person's answers and ticks let pass, as the policy wants to see it. What is used up is left out. */
export function tokensOf(approvals: readonly Approval[], grants: readonly Grant[]): Token[] {
  return [...approvals.flatMap(approvalToken), ...grants.flatMap(grantToken)];
}

function approvalToken(approval: Approval): Token[] {
  if (approval.status !== 'approved' || approval.spent) return [];
  const { origin, signature, digest, like, reasons } = approval.effect;
  const kind = kindOf(approval.effect.kind);
  if (!kind) return [];
  const seen = reasons.filter(({ source }) => source === 'origin').map(({ code, detail }) => `${code} ${detail}`);
  const token = { id: approval.id, kind, origin, signature, seen };
  if (approval.scope === 'like' && like) return [{ ...token, scope: 'like', like }];
  return [{ ...token, scope: 'once', digest }];
}

function grantToken({ id, status, commit: { kind, site, recipient, amount } }: Grant): Token[] {
  const origin = originOfSite(site);
  if (status !== 'ticked' || origin === undefined) return [];
  return [
    {
      id,
      kind,
      origin,
      scope: 'plan',
      ...(recipient === undefined ? {} : { recipient }),
      ...(amount ? { maxAmount: amount } : {}),
    },
  ];
}

/** `shop.example` → `https://shop.example`; on this machine servers rarely speak https. Undefined for no address. */
export function originOfSite(site: string): string | undefined {
  const plain = site.trim();
  const url = /^https?:\/\//i.test(plain)
    ? plain
    : `${/^(localhost|127\.|\[::1\])/i.test(plain) ? 'http' : 'https'}://${plain}`;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function kindOf(kind: string): EffectKind | undefined {
  return EFFECT_KINDS.find((known) => known === kind);
}
