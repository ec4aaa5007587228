import { z } from 'zod';
import { Commit } from './commit';

/** A commit that a person ticked in the plan: it may happen once without a card. Only their tick makes one. */
export const Grant = z.object({
  id: z.string(),
  taskId: z.string(),
  /** The step of the plan that was ticked. */
  stepId: z.string(),
  /** The step's words when it was ticked: other words void it. */
  text: z.string(),
  commit: Commit,
  status: z.enum(['ticked', 'spent', 'void']),
  /** Epoch milliseconds. */
  at: z.number(),
});
export type Grant = z.infer<typeof Grant>;
