import type { Evidence, RequestEvidence, TargetEvidence } from '../../../src/policy/evidence';

/** A JSON write to a shop, with what a test wants to be different. */
export function requestOf(given: Partial<RequestEvidence> & { json?: unknown } = {}): RequestEvidence {
  const { json, ...rest } = given;
  return {
    method: 'POST',
    url: 'https://shop.test/api/orders',
    headers: { 'content-type': 'application/json' },
    resourceType: 'Fetch',
    frame: 'main',
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...rest,
  };
}

/** A press on a button. */
export function targetOf(given: Partial<TargetEvidence> = {}): TargetEvidence {
  return { role: 'button', name: 'Continue', tag: 'button', headings: [], ...given };
}

/** Evidence about one request after a press on 'Continue', with no rules, tokens or denials. */
export function evidenceOf(request: RequestEvidence, given: Partial<Evidence> = {}): Evidence {
  return {
    request,
    page: { url: 'https://shop.test/checkout', title: '', lang: 'en' },
    action: { member: 'left_click', sinceMs: 100, target: targetOf() },
    task: { id: 't1', prompt: 'Buy the boots.', origins: [], denied: [] },
    rules: [],
    tokens: [],
    learned: [],
    ...given,
  };
}
