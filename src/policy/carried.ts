import type { CarriedValue, RequestEvidence } from './evidence';
import { bodyFields, queryFields } from './payload';
import { formsOf, plain } from './plain-text';
import { sameSite } from './site';

/** Shorter values are too common to say where they come from. */
export const SHORTEST = 8;
/** A piece of a long text is enough: whoever copies two sentences of it copies one such piece whole. */
const PIECE = 32;
/** So is a field that holds nothing but a part of it, from this length on. */
export const EXCERPT = 24;

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
      !isOf(each, origin) && !(request.initiatorOrigin !== undefined && sameSite(each.origin, request.initiatorOrigin)),
  );
  if (foreign.length === 0) return undefined;
  const text = outgoing(request);
  const asked = plain(prompt);
  const lines = text.split('\n').filter((line) => line.length >= SHORTEST);
  return foreign.find(({ value }) => {
    const wanted = plain(value);
    if (wanted.length < SHORTEST || asked.includes(wanted)) return false;
    return (
      pieces(wanted).some((piece) => text.includes(piece) && !asked.includes(piece)) ||
      lines.some((line) => isPartOf(wanted, line) && !asked.includes(line))
    );
  });
}

/** A value that several sites showed is each one's own. */
function isOf({ origin, alsoOn = [] }: CarriedValue, asked: string): boolean {
  return [origin, ...alsoOn].some((each) => sameSite(each, asked));
}

/** A longer part of a value, or its beginning: a field that searches while one types sends it letter by letter. */
function isPartOf(value: string, line: string): boolean {
  return value.startsWith(line) || (line.length >= EXCERPT && value.includes(line));
}

/** All that goes out, with what is encoded in it, in the form in which values are compared. */
function outgoing(request: RequestEvidence): string {
  const { hostname, pathname } = new URL(request.url);
  const fields = [...queryFields(request.url), ...bodyFields(request)].map(({ value }) => value);
  const raw = [hostname, pathname, ...fields, request.method === 'GET' ? '' : (request.body ?? '')];
  return raw.flatMap(formsOf).map(plain).join('\n');
}

function pieces(value: string): string[] {
  if (value.length < PIECE * 2) return [value];
  return Array.from({ length: Math.floor(value.length / PIECE) }, (_, at) => value.slice(at * PIECE, (at + 1) * PIECE));
}
