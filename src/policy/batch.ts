import type { RequestEvidence } from './evidence';
import { type Fields, isFields } from './json-fields';
import { parsed } from './payload';

const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE)$/i;

/**
 * The requests inside a batch endpoint's request: OData and Google send `multipart/mixed` with whole HTTP messages,
 * Microsoft Graph `{requests: [{method, url, body}]}`, Facebook a form field `batch`. Empty when it is no batch.
 */
export function innerRequests(request: RequestEvidence): RequestEvidence[] {
  const type = request.headers['content-type'] ?? '';
  if (/multipart\/(mixed|batch)/i.test(type)) return httpMessages(request);
  const body = parsed(request.body);
  const field = /form-urlencoded/i.test(type) ? new URLSearchParams(request.body).get('batch') : null;
  const list = field === null ? listIn(body) : parsed(field);
  if (!Array.isArray(list)) return [];
  const items = list.filter(isFields);
  return items.flatMap((item) => {
    const inner = innerOf(item, request);
    return inner ? [inner] : [];
  });
}

function listIn(body: unknown): unknown {
  if (Array.isArray(body)) return body;
  return isFields(body) ? (body.requests ?? body.batch ?? body.operations) : undefined;
}

function innerOf(item: Fields, outer: RequestEvidence): RequestEvidence | undefined {
  const { method } = item;
  const address = [item.url, item.relative_url, item.path].find((each): each is string => typeof each === 'string');
  if (typeof method !== 'string' || !METHOD.test(method) || address === undefined) return undefined;
  const body = typeof item.body === 'string' ? item.body : item.body === undefined ? '' : JSON.stringify(item.body);
  return within(outer, method, address, body);
}

/** `DELETE /Items(3) HTTP/1.1` and what follows it up to the next boundary. */
function httpMessages(outer: RequestEvidence): RequestEvidence[] {
  const lines = [...(outer.body ?? '').matchAll(/^(GET|HEAD|POST|PUT|PATCH|DELETE) (\S+) HTTP\/[\d.]+\r?$/gm)];
  return lines.flatMap((line, at) => {
    const end = lines[at + 1]?.index;
    const message = (outer.body ?? '').slice(line.index, end);
    const body = /\r?\n\r?\n(?!--)([\s\S]*?)(?:\r?\n--|$)/.exec(message)?.[1] ?? '';
    return line[1] && line[2] ? (within(outer, line[1], line[2], body.trim()) ?? []) : [];
  });
}

function within(outer: RequestEvidence, method: string, address: string, body: string): RequestEvidence | undefined {
  // A relative path stands under the batch's own address: `me/posts`, `/me/sendMail`.
  if (!URL.canParse(address, outer.url)) return undefined;
  const { body: _, ...rest } = outer;
  return {
    ...rest,
    method: method.toUpperCase(),
    url: new URL(address, outer.url).href,
    headers: { ...outer.headers, 'content-type': body.startsWith('{') ? 'application/json' : '' },
    ...(body ? { body } : {}),
  };
}
