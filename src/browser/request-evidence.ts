import type { Protocol } from 'devtools-protocol';
import type { RequestEvidence } from '../policy/evidence';
import { fingerprint } from '../policy/signature';

/** A paused request as the policy wants to see it. Bodies come as base64 pieces; files of a multipart body stay out. */
export function requestEvidence(
  paused: Protocol.Fetch.RequestPausedEvent,
  frame: RequestEvidence['frame'],
): RequestEvidence {
  const headers = Object.fromEntries(
    Object.entries(paused.request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { body, leftOut } = bodyOf(paused.request, headers['content-type'] ?? '');
  const initiatorOrigin = headers.origin && headers.origin !== 'null' ? headers.origin : originOf(headers.referer);
  return {
    method: paused.request.method,
    url: paused.request.url,
    headers,
    resourceType: paused.resourceType,
    frame,
    ...(body === undefined ? {} : { body }),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(initiatorOrigin === undefined ? {} : { initiatorOrigin }),
  };
}

/** Longest body that is read for a decision, in bytes; what decides stands at the front of a request. */
const BODY_LENGTH = 256 * 1024;

/** What the decoder puts in place of bytes that are no text. */
const NO_TEXT = '\uFFFD';

type Body = Pick<RequestEvidence, 'body' | 'leftOut'>;

function bodyOf(request: Protocol.Network.Request, contentType: string): Body {
  const entries = request.postDataEntries ?? [];
  const shown = entries.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
  if (shown.length === 0) return textBody(request);
  const bytes = shown.map((base64) => atob(base64)).join('');
  const { text, files, boundary } = /multipart\/form-data/i.test(contentType)
    ? withoutFiles(bytes)
    : { text: bytes, files: [], boundary: '' };
  const rest = text.slice(BODY_LENGTH);
  const body = new TextDecoder().decode(Uint8Array.from(text.slice(0, BODY_LENGTH), (char) => char.charCodeAt(0)));
  const noText = body.includes(NO_TEXT);
  // A file of the disk has an entry without bytes.
  const whole = shown.length === entries.length && files.length === 0 && rest === '' && !noText;
  if (whole) return { body };
  // The boundary is another one at each try.
  return {
    body,
    leftOut: fingerprint([...files, boundary ? rest.replaceAll(boundary, '') : rest, noText ? text : '']),
  };
}

function textBody({ postData, hasPostData }: Protocol.Network.Request): Body {
  if (postData === undefined) return hasPostData ? { leftOut: '' } : {};
  const [body, rest] = [postData.slice(0, BODY_LENGTH), postData.slice(BODY_LENGTH)];
  if (rest !== '') return { body, leftOut: fingerprint([rest]) };
  return body.includes(NO_TEXT) ? { body, leftOut: '' } : { body };
}

/** A multipart body in which the content of each file part is replaced by nothing, and what that was. */
function withoutFiles(bytes: string): { text: string; files: string[]; boundary: string } {
  const boundary = /^--[^\r\n]+/.exec(bytes)?.[0] ?? '';
  if (!boundary) return { text: bytes, files: [], boundary };
  const files: string[] = [];
  const parts = bytes.split(boundary).map((part) => {
    const head = part.indexOf('\r\n\r\n');
    if (head < 0 || !/filename\*?=/i.test(part.slice(0, head))) return part;
    const file = part.slice(head + 4).replace(/\r\n$/, '');
    if (file !== '') files.push(file);
    return `${part.slice(0, head)}\r\n\r\n\r\n`;
  });
  return { text: parts.join(boundary), files, boundary };
}

function originOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).origin : undefined;
}
