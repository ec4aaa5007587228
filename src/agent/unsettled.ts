import type { RequestEvidence } from '../policy/evidence';
import { digestOf, signatureOf } from '../policy/signature';
import type { Approval } from '../store/approval';
import type { KnownRequests } from './known-requests';

/** True when an approval shows the very thing. What else its like covers was never stopped after it. */
export function isSame(
  { effect }: Pick<Approval, 'effect'>,
  { signature, digest }: { signature: string; digest: string },
): boolean {
  return effect.signature === signature && effect.digest === digest;
}

/**
 * True for what may still be the agent's doing long after its last input: what was stopped in this task or waits for an
 * answer, what was denied, and the very thing that was agreed to, because that goes out once.
 */
export function isUnsettled(
  request: RequestEvidence,
  approvals: readonly Pick<Approval, 'status' | 'effect'>[],
  known: Pick<KnownRequests, 'wasStopped'>,
): boolean {
  const signature = signatureOf(request);
  const answers = approvals.filter(({ effect }) => effect.signature === signature);
  if (answers.length === 0) return known.wasStopped(signature);
  const digest = digestOf(request);
  return answers.some(({ status, effect }) => status !== 'approved' || effect.digest === digest);
}
