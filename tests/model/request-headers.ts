import type { IncomingMessage } from 'node:http';
import { ApiError, invalid } from './api-error';

/** Every answer carries them, or a page could not read it. */
export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'POST, GET, OPTIONS',
};

/** Checks who asks and in which version. The key `wrong` is unknown; the key `broke` has no credit. Throws an ApiError. */
export function checkHeaders({ headers }: IncomingMessage): void {
  // The SDK sends the key as a bearer token; plain HTTP clients send x-api-key.
  const key = headers['x-api-key'] ?? /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (!key) throw new ApiError(401, 'authentication_error', 'x-api-key header is required');
  if (key === 'wrong') throw new ApiError(401, 'authentication_error', 'invalid x-api-key');
  if (key === 'broke')
    throw invalid(
      'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
    );
  const version = headers['anthropic-version'];
  if (!version) throw invalid('anthropic-version: header is required');
  if (!/^20\d\d-\d\d-\d\d$/.test(String(version)))
    throw invalid(`anthropic-version: ${JSON.stringify(version)} is not a valid version`);
  if (headers.origin && !headers['anthropic-dangerous-direct-browser-access'])
    throw new ApiError(
      401,
      'authentication_error',
      "CORS requests must set 'anthropic-dangerous-direct-browser-access' header",
    );
  if (!/^application\/json/.test(headers['content-type'] ?? '')) throw invalid('content-type must be application/json');
}
