import { z } from 'zod';
import { EffectKind } from './effect-kind';

/** Something of a plan that cannot be taken back, in the words in which a person may agree to it ahead of time. */
export const Commit = z.object({
  kind: EffectKind,
  /** Host or address of the site that gets it. */
  site: z.string().min(1),
  recipient: z.string().min(1).optional(),
  /** The most that it may come to. */
  amount: z.object({ value: z.number().positive(), currency: z.string().length(3) }).optional(),
});
export type Commit = z.infer<typeof Commit>;

/** True when a commit says enough to agree to it ahead of time: a payment its most, anything else its recipient or that. */
export function isBound({ kind, recipient, amount }: Commit): boolean {
  return kind === 'pay' ? amount !== undefined : recipient !== undefined || amount !== undefined;
}

/** True when two commits are the same in everything that a person was shown. */
export function sameCommit(a: Commit | undefined, b: Commit | undefined): boolean {
  const told = (commit: Commit | undefined) =>
    commit && [commit.kind, commit.site, commit.recipient, commit.amount?.value, commit.amount?.currency];
  return JSON.stringify(told(a)) === JSON.stringify(told(b));
}
