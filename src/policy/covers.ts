import { amountIn } from './amount';
import type { EffectSummary } from './decision';
import type { EffectKind, RequestEvidence, Token } from './evidence';

/** What is asked for, in the words that tokens are bound to. */
export interface Asked {
  kind: EffectKind;
  request: RequestEvidence;
  signature: string;
  digest: string;
  summary: EffectSummary;
}

/**
 * True when a token lets this request pass.
 *
 * - `once`: this very request: signature and digest of what was shown.
 * - `like`: the same signature, values aside, for the rest of the task.
 * - `plan`: ticked ahead of time. Kind and origin must match, every recipient of the request must be the ticked one, and
 *   its amount must be known, of the ticked currency, and no higher. A plan token that names neither covers nothing: a
 *   ticked 'pay' without a sum is a blank cheque.
 *
 * Single use is the caller's to keep (it spends the token on disk before the request leaves), and so is voiding a token
 * whose recipient or amount came from a page.
 */
export function covers(token: Token, asked: Asked): boolean {
  if (token.kind !== asked.kind || token.origin !== new URL(asked.request.url).origin) return false;
  if (token.scope === 'once') return token.digest === asked.digest && token.signature === asked.signature;
  if (token.scope === 'like') return token.signature !== undefined && token.signature === asked.signature;
  if (token.recipient === undefined && token.maxAmount === undefined) return false;
  if (token.recipient !== undefined && !onlyTo(token.recipient, asked.summary.recipient)) return false;
  return token.maxAmount === undefined || within(token.maxAmount, asked.summary.amount);
}

/** Every recipient of the request must be the one that was ticked: a second one in `bcc` breaks it. */
function onlyTo(ticked: string, recipients: string | undefined): boolean {
  const all = (recipients ?? '').split(/[,;]/).map(bare).filter(Boolean);
  return all.length > 0 && all.every((each) => each === bare(ticked));
}

/** `Ann <ann@example.com>` → `ann@example.com`. */
function bare(recipient: string): string {
  return (/<([^>]+)>/.exec(recipient)?.[1] ?? recipient).trim().toLowerCase();
}

function within(most: { value: number; currency: string }, text: string | undefined): boolean {
  const amount = amountIn(text ?? '');
  if (!amount || amount.value < 0 || amount.currency === undefined) return false;
  return amount.currency === most.currency.toUpperCase() && amount.value <= most.value;
}
