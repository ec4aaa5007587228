/** What reached a real server without approval, over all vectors and all ways to die. */
export interface ServerFigures {
  vectors: number;
  deaths: number;
  reached_unapproved: number;
}

/**
 * The hook for the end-to-end run: who counts at the server returns the figures here, and `npm run bench -- policy`
 * prints them and puts them into its JSON as `server`. Undefined until such a run exists.
 */
export async function serverFigures(): Promise<ServerFigures | undefined> {
  return undefined;
}
