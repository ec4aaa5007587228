import { amountIn } from './amount';
import type { EffectKind, RequestEvidence, Token } from './evidence';
import { bare, isLike } from './likeness';
import { hasMoreFields } from './payload';
import { amountsOf, recipientsOf } from './payload-rows';

/** What is asked for, in the words that tokens are bound to. */
export interface Asked {
  kind: EffectKind;
  request: RequestEvidence;
  signature: string;
  digest: string;
}

/**
 * True when a token lets this request pass.
 *
 * - `once`: this very request: signature and digest of what was shown.
 * - `like`: the same signature for the rest of the task, to nobody else and for no more than was shown.
 * - `plan`: ticked ahead of time. Kind and origin must match, every recipient of the request must be the ticked one,
 *   and it must say what it comes to, in the ticked currency, with no amount in it higher than ticked. A plan token
 *   that names neither covers nothing: a ticked 'pay' without a sum is a blank cheque.
 *
 * Single use is the caller's to keep (it spends the token on disk before the request leaves), and so is voiding a token
 * whose recipient or amount came from a page.
 */
export function covers(token: Token, asked: Asked): boolean {
  if (token.kind !== asked.kind || token.origin !== new URL(asked.request.url).origin) return false;
  if (token.scope === 'once') return token.digest === asked.digest && token.signature === asked.signature;
  if (token.scope === 'like')
    return token.signature === asked.signature && isLike(token.like, asked.kind, asked.request);
  if (token.recipient === undefined && token.maxAmount === undefined) return false;
  // A recipient may hide behind the fields that are read.
  if (hasMoreFields(asked.request)) return false;
  if (token.recipient !== undefined && !onlyTo(token.recipient, recipientsOf(asked.request))) return false;
  return token.maxAmount === undefined || within(token.maxAmount, asked.request);
}

/** Every recipient of the request must be the one that was ticked: a second one in `bcc` breaks it. */
function onlyTo(ticked: string, recipients: readonly string[]): boolean {
  return recipients.length > 0 && recipients.every((each) => bare(each) === bare(ticked));
}

/** A price alone does not bound a payment, because a quantity may stand beside it: the total must be there. */
function within(most: { value: number; currency: string }, request: RequestEvidence): boolean {
  const { totals, prices } = amountsOf(request);
  return totals.length > 0 && [...totals, ...prices].every((text) => isAtMost(most, text));
}

function isAtMost(most: { value: number; currency: string }, text: string): boolean {
  const amount = amountIn(text);
  if (!amount || amount.value < 0 || amount.currency === undefined) return false;
  return amount.currency === most.currency.toUpperCase() && amount.value <= most.value;
}
