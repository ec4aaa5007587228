import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { panelProblem } from './problem';

/**
 * The newest result of a database query, in step with every change in panel and worker; undefined until the first.
 *
 * @param query must read through Dexie only, so that it knows what to watch
 * @param key what the query depends on: another key starts it anew, while the old result stays until the new one is there
 */
export function useLive<T>(query: () => Promise<T>, key: string): T | undefined {
  const [result, setResult] = useState<{ value: T }>();
  // The query is a new closure at each render; the key says when it is really another one.
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setResult({ value }),
      error: (error: unknown) => {
        const detail = error instanceof Error ? error.message : String(error);
        panelProblem.value = { code: 'internal', detail };
      },
    });
    return () => subscription.unsubscribe();
  }, [key]);
  return result?.value;
}
