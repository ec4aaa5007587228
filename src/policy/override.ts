import type { RequestEvidence } from './evidence';

/**
 * The method that the server will act on: `X-HTTP-Method-Override` and the form field `_method` (Rails, Laravel,
 * Express) turn a POST into another. A GET is never overridden by them.
 */
export function effectiveMethod({ method, headers, body }: RequestEvidence): string {
  if (method !== 'POST') return method;
  const header = headers['x-http-method-override'] ?? headers['x-method-override'] ?? headers['x-http-method'];
  const field = /(?:^|&|"|\n)_method(?:=|"\s*:\s*"|"\r?\n\r?\n)(put|patch|delete)\b/i.exec(body ?? '')?.[1];
  const named = (header ?? field)?.toUpperCase();
  return named !== undefined && /^(PUT|PATCH|DELETE)$/.test(named) ? named : method;
}
