import { amountIn } from './amount';
import type { EffectKind, Likeness, RequestEvidence } from './evidence';
import { bodyFields, hasMoreFields, queryFields } from './payload';
import { amountsOf, recipientsOf } from './payload-rows';

/** Kinds that are about somebody: where they are put is who gets them, `channels/7/messages` and `channel=7`. */
const TO_SOMEBODY: ReadonlySet<EffectKind> = new Set(['send', 'grant', 'pay']);
const PLACE =
  /(^|[._[])((to|target|recipient|receiver)_?)?(channel|room|conversation|chat|thread|group|team|user|member|contact|account|wallet|iban)(_?(ids?|no|number|name))?\]?$/i;

/** The likeness of what a person is shown. */
export function likenessOf(kind: EffectKind, request: RequestEvidence): Likeness {
  // Who lets the like of a call pass that nothing explains means a page that polls.
  if (kind === 'unexplained') return { to: [], places: [], amounts: [] };
  const { totals, prices } = amountsOf(request);
  return {
    to: [...new Set(recipientsOf(request).map(bare))],
    places: [...new Set(placesOf(kind, request))],
    amounts: [...totals, ...prices],
  };
}

/** True when a request is to nobody else, at no other place, and no amount of it is higher than the highest that was shown. */
export function isLike({ to, places, amounts }: Likeness, kind: EffectKind, request: RequestEvidence): boolean {
  const asked = likenessOf(kind, request);
  if (!asked.to.every((each) => to.includes(each))) return false;
  if (!asked.places.every((each) => places.includes(each))) return false;
  if (!asked.amounts.every((each) => amounts.includes(each) || amounts.some((most) => isAtMost(each, most))))
    return false;
  // Somebody may hide behind the fields that are read.
  return kind === 'unexplained' || !hasMoreFields(request);
}

/** `Ann <ann@example.com>` → `ann@example.com`. */
export function bare(recipient: string): string {
  return (/<([^>]+)>/.exec(recipient)?.[1] ?? recipient).trim().toLowerCase();
}

function placesOf(kind: EffectKind, request: RequestEvidence): string[] {
  if (!TO_SOMEBODY.has(kind)) return [];
  const named = [...queryFields(request.url), ...bodyFields(request)].filter(({ path }) => PLACE.test(path));
  return [new URL(request.url).pathname, ...named.map(({ value }) => value)];
}

function isAtMost(text: string, most: string): boolean {
  const [amount, limit] = [amountIn(text), amountIn(most)];
  return (
    amount !== undefined &&
    limit !== undefined &&
    amount.currency === limit.currency &&
    amount.value >= 0 &&
    amount.value <= limit.value
  );
}
