import { signal } from '@preact/signals';

/** What last went wrong between panel, database and worker, as they put it; shown until the next command succeeds. */
export const panelProblem = signal<string | undefined>(undefined);
