import type { RequestEvidence } from './evidence';

/** One value of a request, under the path that names it, for example `to[0].email`. */
export interface PayloadField {
  path: string;
  value: string;
  /** True for a file of a multipart body; the value is its name. */
  file?: true;
}

const MOST_FIELDS = 200;

/** The fields of a request's body, whatever its encoding; one field `body` when the text has no structure. */
export function bodyFields({ body, headers }: Pick<RequestEvidence, 'body' | 'headers'>): PayloadField[] {
  if (!body) return [];
  const type = headers['content-type'] ?? '';
  if (/multipart\/form-data/i.test(type)) return multipartFields(body);
  if (/x-www-form-urlencoded/i.test(type)) return formFields(body);
  const json = parsed(body);
  if (json !== undefined) return flat(json, '').slice(0, MOST_FIELDS);
  if (/^[^\s={}<>]{1,80}=[^\n]*$/.test(body)) return formFields(body);
  return [{ path: 'body', value: body }];
}

/** True when a body has more fields than are read: what is bound to its fields must be bound to its text as well. */
export function hasMoreFields(request: Pick<RequestEvidence, 'body' | 'headers'>): boolean {
  return bodyFields(request).length >= MOST_FIELDS;
}

/** The fields of a URL's query. */
export function queryFields(url: string): PayloadField[] {
  return [...new URL(url).searchParams].slice(0, MOST_FIELDS).map(([path, value]) => ({ path, value }));
}

/** A body as JSON; undefined when it is none. */
export function parsed(body: string | undefined): unknown {
  if (!body || !/^\s*[[{]/.test(body)) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function formFields(body: string): PayloadField[] {
  return [...new URLSearchParams(body)].slice(0, MOST_FIELDS).flatMap(([path, value]) => leaf(value, path, 0));
}

function multipartFields(body: string): PayloadField[] {
  const boundary = /^--[^\r\n]+/.exec(body)?.[0];
  if (!boundary) return [];
  return body
    .split(boundary)
    .slice(0, MOST_FIELDS + 2)
    .flatMap((part) => {
      const end = part.indexOf('\r\n\r\n');
      const head = part.slice(0, end);
      const path = /name="([^"]*)"/i.exec(head)?.[1];
      if (end < 0 || path === undefined) return [];
      const file = /filename="([^"]*)"/i.exec(head)?.[1];
      if (file !== undefined) return [{ path, value: file, file: true as const }];
      return leaf(part.slice(end + 4).replace(/\r\n$/, ''), path, 0);
    });
}

const DEEPEST = 12;

function flat(value: unknown, path: string, depth = 0): PayloadField[] {
  if (depth > DEEPEST) return [{ path, value: typeof value === 'object' ? '…' : String(value) }];
  if (Array.isArray(value)) return value.flatMap((item, at) => flat(item, `${path}[${at}]`, depth + 1));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => flat(item, path ? `${path}.${key}` : key, depth + 1));
  }
  if (value === null || value === undefined) return [];
  return leaf(String(value), path || 'body', depth);
}

/** A value; JSON inside a text (`variables={…}` of a form, `data` of a frame) comes apart like the rest. */
function leaf(value: string, path: string, depth: number): PayloadField[] {
  const inner = depth > DEEPEST ? undefined : parsed(value);
  return inner === undefined ? [{ path, value }] : flat(inner, path, depth + 1);
}
