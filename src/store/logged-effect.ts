import { z } from 'zod';
import { EffectKind } from './effect-kind';

/**
 * One effect in the audit log: what would have happened or did, what was decided, and why. It holds no value of a
 * request: no query, no body, and of the path only what names the endpoint.
 */
export const LoggedEffect = z.object({
  /** Counts up. */
  id: z.number().int().optional(),
  /** Epoch milliseconds. */
  at: z.number(),
  taskId: z.string(),
  taskTitle: z.string(),
  verdict: z.enum(['pass', 'ask', 'never']),
  /** What the person said, once they did. */
  answer: z.enum(['approved', 'denied', 'void']).optional(),
  kind: EffectKind,
  method: z.string(),
  /** Host that received it or would have. */
  site: z.string(),
  /** Path with ids and keys left out. */
  path: z.string(),
  reasons: z.array(z.object({ source: z.string(), code: z.string(), detail: z.string() })),
});
export type LoggedEffect = z.infer<typeof LoggedEffect>;
