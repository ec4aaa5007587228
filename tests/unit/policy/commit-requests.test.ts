import { describe, expect, it } from 'vitest';
import { decideRequest } from '../../../src/policy/decide-request';
import { commitRequests, hasCommitRequests } from './commit-requests';
import { evidenceOf } from './evidence-of';

/**
 * Last requests of real tasks that the policy lets pass, and should: what they do can be undone on the site, or they are
 * a log-in, or a request that merely comes along at the end.
 */
const REVERSIBLE = [
  'purelymail', // mail filters and the absence note are settings
  'overleaf', // the settings of a project
  'goodreads', // a shelf
  'g2', // answers are saved as they are given
  'inmyarea', // into the cart
  'careerbuilder', // preferences
  'untappd', // the summary of a cart
  'charity-village', // log-in
  'asana', // reports what is looked at
];

describe.skipIf(!hasCommitRequests)('the last requests of real tasks (../shared/commit-requests.jsonl)', () => {
  it('ask, apart from those that can be undone', () => {
    const passed = commitRequests().filter(({ request }) => decideRequest(evidenceOf(request)).verdict === 'pass');
    expect(passed.filter(({ name }) => !REVERSIBLE.includes(name.split(' ')[0] ?? '')).map(({ name }) => name)).toEqual(
      [],
    );
    expect(passed.length).toBeLessThanOrEqual(10);
  });
});
