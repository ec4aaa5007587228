import type { Reason } from './decision';
import { withoutId } from './signature';

/** The host and the path of an address as the log may show them: no query, and ids and keys of the path left out. */
export function endpointOf(url: string): { site: string; path: string } {
  const { host, pathname } = new URL(url);
  return { site: host, path: pathname.split('/').map(withoutKey).join('/') };
}

/** Reasons as the log may keep them: names of fields and words, no values. */
export function withoutValues(reasons: readonly Reason[]): Reason[] {
  return reasons.map((reason) => ({ ...reason, detail: detailOf(reason) }));
}

function detailOf({ code, detail }: Reason): string {
  switch (code) {
    case 'path':
      return endpointOf(`https://x${detail.startsWith('/') ? detail : `/${detail}`}`).path;
    case 'denied':
    case 'before-input':
    case 'no-input':
      // A signature: its address is what the line itself shows.
      return '';
    case 'file':
      // A file's name is a value.
      return '';
    case 'field':
      // `name=value`, and a value may hold blanks and signs of its own: `commit=Pay 900 EUR to Ann`.
      return detail.replace(/=.*/s, '');
    default:
      return detail.slice(0, 80);
  }
}

/** An address of a person, or a long row of signs that no one made up to be read. */
function withoutKey(segment: string): string {
  const mixed = /\d/.test(segment) && /[a-z]/.test(segment) && /[A-Z]/.test(segment);
  return /@|%40/.test(segment) || segment.length > 60 || (segment.length >= 20 && mixed) ? ':id' : withoutId(segment);
}
