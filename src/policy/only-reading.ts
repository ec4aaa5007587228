import type { Decision } from './decision';
import type { Evidence } from './evidence';
import { isHarmless } from './sentence';
import { signatureOf } from './signature';

/**
 * The decision where the person's settings let tasks only read: whatever would change something is `never`, over rules
 * and approvals. What a page does by itself before anyone touched it, such as renewing its session, is no task's doing.
 */
export function onlyReading(decision: Decision, { request, action }: Pick<Evidence, 'request' | 'action'>): Decision {
  const { verdict, kind } = decision;
  if (!request || verdict === 'never' || kind === 'read' || kind === 'telemetry') return decision;
  if (!action && verdict === 'pass' && isHarmless(kind) && request.resourceType !== 'Document') return decision;
  const reasons = [{ source: 'default', code: 'readonly', detail: '' } as const];
  return { verdict: 'never', kind, signature: signatureOf(request), reasons };
}
