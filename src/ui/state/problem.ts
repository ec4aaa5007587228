import { signal } from '@preact/signals';

/**
 * What last went wrong between panel, database and worker, with a code that src/ui/wording/failure-words.ts words.
 * Shown at the top of the panel until a command succeeds or the person puts it away.
 */
export const panelProblem = signal<{ code: string; detail: string } | undefined>(undefined);
