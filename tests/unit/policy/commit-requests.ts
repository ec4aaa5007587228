import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RequestEvidence } from '../../../src/policy/evidence';

const FILE = join(import.meta.dirname, '../../../../shared/commit-requests.jsonl');

/** False outside the place where the project is built: the list is not part of the repository. */
export const hasCommitRequests = existsSync(FILE);

const Line = z.object({
  platform: z.string(),
  method: z.string(),
  url_pattern: z.string(),
  body: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
});

/** The last requests of real tasks on real sites, made from the patterns by which a benchmark recognises them. */
export function commitRequests(): { name: string; request: RequestEvidence }[] {
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { platform, method, url_pattern, body } = Line.parse(JSON.parse(line));
      const url = addressFrom(url_pattern);
      return {
        name: `${platform} ${method} ${url}`,
        request: {
          method,
          url,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          resourceType: 'Fetch',
          initiatorOrigin: new URL(url).origin,
          frame: 'main',
          ...(body
            ? { body: new URLSearchParams(Object.entries(body).map(([k, v]) => [k, String(v)])).toString() }
            : {}),
        },
      };
    });
}

/** One address that a pattern matches: the first alternatives, a number for digits, a name for anything else. */
function addressFrom(pattern: string): string {
  let text = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/https\?:\/\//, '')
    .replace(/^https:\/\//, '');
  while (/\([^()]*\)/.test(text)) text = text.replace(/\(([^()|]*)(?:\|[^()]*)?\)\??/, '$1');
  text = (text.split('|')[0] ?? text)
    .replace(/\[\^\/\]\+|\[a-f0-9\]\+|\[0-9a-f-\]\+|\.[+*]/g, 'a1b2')
    .replace(/\\d\+/g, '42')
    .replace(/s\?(?=\/)/g, 's')
    .replace(/\/\?$/, '')
    .replace(/\\/g, '');
  return `https://${text}`;
}
