import { isDeedField } from './deed-fields';
import type { RequestEvidence } from './evidence';
import { operationsOf } from './operation';
import { bodyFields, hasMoreFields, queryFields } from './payload';

/** Fields that differ from try to try without meaning anything: they bind no approval. */
const NONCE =
  /(^|[._[-])_?(csrf|xsrf|nonce|authenticity_?token|request_?verification_?token|idempotency_?key|request_?id|client_?(mutation_?)?id|trace_?id|span_?id|timestamp|ts|time|sent_?at|created_?at|client_?time|sequence|seq|random|rand|cachebuster|_)($|[\].])/i;
/** Values of the same sort under any name. */
const NONCE_VALUE = /^([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|1[6-9]\d{8}|1[6-9]\d{11})$/i;

/** Fields and parameters that name an operation by a key alone: persisted queries, server actions. */
const OPERATION_KEY =
  /^(doc_id|rpcids|query_?id|queryHash|sha256Hash|extensions\.persistedQuery\.sha256Hash|__EVENTTARGET)$/;

/**
 * Same method, endpoint and operation give the same signature; ids and values do not matter. One endpoint often serves
 * many operations, so names of operations and fields that name a deed are part of it.
 */
export function signatureOf(request: RequestEvidence): string {
  const { origin, pathname } = new URL(request.url);
  const path = pathname.split('/').map(withoutId).join('/');
  const operations = operationsOf(request).map(({ name }) => name);
  const fields = [...queryFields(request.url), ...bodyFields(request)]
    .filter(({ path, value }) => (OPERATION_KEY.test(path) || isDeedField(path)) && value.length <= 80)
    .map(({ path, value }) => `${path}=${value}`);
  // https://nextjs.org/docs/app/guides/data-security: the id of a server action stands in this header.
  const serverAction = request.headers['next-action'];
  return [
    request.method,
    `${origin}${path}`,
    ...new Set([...operations, ...fields, ...(serverAction ? [serverAction] : [])]),
  ].join(' ');
}

/**
 * What is learned of a write that a page sends by itself: its signature and the names of its fields. A frame or a call
 * that names nothing must at least look the same to pass as the page's own.
 */
export function learnedKeyOf(request: RequestEvidence): string {
  const names = [...new Set(bodyFields(request).map(({ path }) => path.replace(/\[\d+\]/g, '[]')))].sort();
  return `${signatureOf(request)} {${names.slice(0, 20).join(',')}}`;
}

/** A digest of what is asked for: the full address and every value that a person could see, without nonces. */
export function digestOf(request: RequestEvidence): string {
  const url = new URL(request.url);
  const values = [...queryFields(request.url), ...bodyFields(request)]
    .filter(({ path, value }) => !NONCE.test(path) && !NONCE_VALUE.test(value))
    .map(({ path, value }) => `${path}=${value}`)
    .sort();
  if (hasMoreFields(request)) values.push(request.body ?? '');
  if (request.leftOut) values.push(`left out=${request.leftOut}`);
  return fingerprint([
    request.method,
    url.origin,
    url.pathname,
    ...operationsOf(request).map(({ name }) => name),
    ...values,
  ]);
}

/** True for a field that no person needs to see and that binds nothing. */
export function isNonce({ path, value }: { path: string; value: string }): boolean {
  return NONCE.test(path) || NONCE_VALUE.test(value);
}

/** `:id` for a segment of a path that is an id or a key, and the segment itself for any other. */
export function withoutId(segment: string): string {
  if (/^\d+$/.test(segment) || /^[\da-f]{8,}(-[\da-f]+)*$/i.test(segment)) return ':id';
  return segment.length >= 16 && /\d/.test(segment) && !/[-_ ]/.test(segment) ? ':id' : segment;
}

/**
 * Two FNV-1a halves over the parts, as hex. It tells equal from different and guards nothing: whoever could choose a
 * request with the same digest would have to be the page that already chooses the request.
 */
export function fingerprint(parts: readonly string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('\n');
  return [0x811c9dc5, 0x9dc5811c]
    .map((seed) => {
      let value = seed;
      for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
      return value.toString(16).padStart(8, '0');
    })
    .join('');
}
