import type { CarriedValue, RequestEvidence } from './evidence';
import { bodyFields, queryFields } from './payload';
import { sameSite } from './site';

/** Shorter values are too common to say where they come from. */
const SHORTEST = 8;
/** A piece of a long text is enough: whoever copies two sentences of it copies one such piece whole. */
const PIECE = 32;
/** So is a field that holds nothing but a part of it, from this length on. */
const EXCERPT = 24;

/**
 * Finds a value that was read on another site and is about to go to this one, in the address or the body, plain or in
 * base64 or hex. What the person wrote in the task is theirs to send. The page that a value stands on may send it
 * anywhere by itself, so its own requests do not count: whoever wrote that page has the value already.
 *
 * @returns the first such value; undefined when nothing leaves
 */
export function leavingValue(
  request: RequestEvidence,
  carried: readonly CarriedValue[],
  prompt: string,
): CarriedValue | undefined {
  const { origin } = new URL(request.url);
  const foreign = carried.filter(
    (each) =>
      !sameSite(each.origin, origin) && !(request.initiatorOrigin && sameSite(each.origin, request.initiatorOrigin)),
  );
  if (foreign.length === 0) return undefined;
  const text = outgoing(request);
  const asked = plain(prompt);
  const excerpts = text.split('\n').filter((line) => line.length >= EXCERPT);
  return foreign.find(({ value }) => {
    const wanted = plain(value);
    if (wanted.length < SHORTEST || asked.includes(wanted)) return false;
    return (
      pieces(wanted).some((piece) => text.includes(piece) && !asked.includes(piece)) ||
      excerpts.some((excerpt) => wanted.includes(excerpt) && !asked.includes(excerpt))
    );
  });
}

/** All that goes out, with what is encoded in it, in the form in which values are compared. */
function outgoing(request: RequestEvidence): string {
  const { hostname, pathname } = new URL(request.url);
  const fields = [...queryFields(request.url), ...bodyFields(request)].map(({ value }) => value);
  const raw = [hostname, decoded(pathname), ...fields, request.method === 'GET' ? '' : (request.body ?? '')];
  const texts = raw.flatMap((text) => [text, decoded(text), decoded(decoded(text))]);
  return [...texts, ...texts.flatMap(unwrapped)].map(plain).join('\n');
}

/** Letters and digits alone: `DE89 3704 …` and `de893704…` are one value. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function pieces(value: string): string[] {
  if (value.length < PIECE * 2) return [value];
  return Array.from({ length: Math.floor(value.length / PIECE) }, (_, at) => value.slice(at * PIECE, (at + 1) * PIECE));
}

/** What base64 and hex runs inside a text stand for. */
function unwrapped(text: string): string[] {
  const base64 = text.match(/[A-Za-z0-9+/_-]{11,}={0,2}/g) ?? [];
  const hex = text.match(/(?:[\da-f]{2}){8,}/gi) ?? [];
  return [
    ...base64.flatMap((run) => bytesOf(() => atob(run.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')))),
    ...hex.flatMap((run) =>
      bytesOf(() => run.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))),
    ),
  ];
}

function bytesOf(read: () => string): string[] {
  try {
    return [new TextDecoder().decode(Uint8Array.from(read(), (char) => char.charCodeAt(0)))];
  } catch {
    return [];
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
