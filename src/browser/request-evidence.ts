import type { Protocol } from 'devtools-protocol';
import type { RequestEvidence } from '../policy/evidence';

/** A paused request as the policy wants to see it. Bodies come as base64 pieces; files of a multipart body stay out. */
export function requestEvidence(
  paused: Protocol.Fetch.RequestPausedEvent,
  frame: RequestEvidence['frame'],
): RequestEvidence {
  const headers = Object.fromEntries(
    Object.entries(paused.request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const body = bodyText(paused.request, headers['content-type'] ?? '');
  const initiatorOrigin = headers.origin && headers.origin !== 'null' ? headers.origin : originOf(headers.referer);
  return {
    method: paused.request.method,
    url: paused.request.url,
    headers,
    resourceType: paused.resourceType,
    frame,
    ...(body === undefined ? {} : { body }),
    ...(initiatorOrigin === undefined ? {} : { initiatorOrigin }),
  };
}

/** Longest body that is read for a decision, in characters; what decides stands at the front of a request. */
const BODY_LENGTH = 256 * 1024;

function bodyText(request: Protocol.Network.Request, contentType: string): string | undefined {
  const entries = request.postDataEntries?.flatMap((entry) => (entry.bytes === undefined ? [] : [entry.bytes]));
  if (!entries?.length) return request.postData?.slice(0, BODY_LENGTH);
  const bytes = entries
    .map((base64) => atob(base64))
    .join('')
    .slice(0, BODY_LENGTH * 4);
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  return (/multipart\/form-data/i.test(contentType) ? withoutFiles(text) : text).slice(0, BODY_LENGTH);
}

/** Multipart text in which the content of each file part is replaced by nothing: the name is enough to decide. */
function withoutFiles(text: string): string {
  const boundary = /^--[^\r\n]+/.exec(text)?.[0];
  if (!boundary) return text;
  return text
    .split(boundary)
    .map((part) => {
      const head = part.indexOf('\r\n\r\n');
      return head >= 0 && /filename\*?=/i.test(part.slice(0, head)) ? `${part.slice(0, head)}\r\n\r\n\r\n` : part;
    })
    .join(boundary);
}

function originOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).origin : undefined;
}
