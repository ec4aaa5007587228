import type { Reason } from './decision';
import type { EffectKind, RequestEvidence } from './evidence';

/** What a request does, and what said so. */
export interface Explained {
  kind: EffectKind;
  reasons: Reason[];
  /** False when the request itself says little: what was pressed may raise a doubt. */
  sure: boolean;
}

/** A reason that comes from the request, cut to a length that fits a card. */
export function requestReason(code: string, detail: string): Reason {
  return { source: 'request', code, detail: detail.slice(0, 200) };
}

/** A kind that the request leaves no doubt about. */
export function explainedBy(kind: EffectKind, code: string, detail: string): Explained {
  return { kind, reasons: [requestReason(code, detail)], sure: true };
}

/** A write that nothing explains. */
export function unexplained({ method }: Pick<RequestEvidence, 'method'>): Explained {
  return { kind: 'unexplained', reasons: [requestReason('method', method)], sure: false };
}
