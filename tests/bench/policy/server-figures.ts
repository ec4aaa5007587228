import { DEATHS } from '../../e2e/harness/deaths';
import { reachedBy } from '../../e2e/harness/run-death';
import { COMMITS } from '../../sites/vectors/commit-table';
import { OF_SERVICE_WORKERS, VECTORS } from '../../sites/vectors/vector-names';

/** What reached a real server without approval, over all ways to send, all commits and all ways to end. */
export interface ServerFigures {
  /** Ways to send, and with `commits` the kinds of things sent. Each ending has all of them at once. */
  vectors: number;
  commits: number;
  deaths: number;
  reached_unapproved: number;
  /** What reached the server by the ending's name: empty lists. */
  per_death: Record<string, readonly string[]>;
}

/** Lets a page send everything in a real browser, once for each ending, and counts at the server. */
export async function serverFigures(): Promise<ServerFigures> {
  const per_death: Record<string, readonly string[]> = {};
  for (const death of DEATHS) per_death[death.name] = await reachedBy(death);
  return {
    vectors: VECTORS.length + OF_SERVICE_WORKERS.length,
    commits: COMMITS.filter(({ elsewhere }) => !elsewhere).length,
    deaths: DEATHS.length,
    reached_unapproved: Object.values(per_death).flat().length,
    per_death,
  };
}
