import { z } from 'zod';

const Texts = z.array(z.string()).readonly();
const Reason = z.object({ source: z.string(), code: z.string(), detail: z.string() });

export const ApprovalScope = z.enum(['once', 'like', 'site']);
export type ApprovalScope = z.infer<typeof ApprovalScope>;

/** An effect that was stopped and waits for a person, or waited and was answered. */
export const Approval = z.object({
  id: z.string(),
  taskId: z.string(),
  /** Call of the model that led to it; absent when the page did it later, on its own. */
  callId: z.string().optional(),
  /** True when it was stopped during that call and set off by an earlier one: the call is not done again for it. */
  apart: z.literal(true).optional(),
  /** Program that asked, when it was not the person's own task. */
  client: z.string().optional(),
  status: z.enum(['pending', 'approved', 'denied', 'void']),
  askedAt: z.number(),
  answeredAt: z.number().optional(),
  /** Its line in the log of effects. */
  logId: z.number().optional(),
  /** What the person wrote with the denial. */
  words: z.string().optional(),
  /** `like`: pass its like for the rest of the task. `site`: this once, and the site belongs to the task. */
  scope: ApprovalScope.optional(),
  /** True once the approved request has passed the barrier, or the task ended in which its like may pass. */
  spent: z.boolean(),
  effect: z.object({
    kind: z.string(),
    summary: z.object({
      kind: z.string(),
      site: z.string(),
      recipient: z.string().optional(),
      amount: z.string().optional(),
      what: z.string().optional(),
    }),
    rows: z.array(z.object({ label: z.string(), value: z.string() })),
    reasons: z.array(Reason),
    method: z.string(),
    url: z.string(),
    origin: z.string(),
    signature: z.string(),
    digest: z.string(),
    /** To whom, where, and for how much at most, the like of it may be; absent where there is no like, as of a script. */
    like: z.object({ to: Texts, places: Texts, amounts: Texts }).optional(),
  }),
  /** The page in the moment, with the element's place in CSS pixels of the picture. */
  picture: z
    .object({
      artifactId: z.string(),
      mark: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
    })
    .optional(),
});
export type Approval = z.infer<typeof Approval>;
