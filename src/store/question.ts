import { z } from 'zod';

/** Something the model asked the person. */
export const Question = z.object({
  id: z.string(),
  taskId: z.string(),
  text: z.string(),
  options: z.array(z.string()),
  askedAt: z.number(),
  answer: z.string().optional(),
  /** Program that answered in the person's place. */
  client: z.string().optional(),
});
export type Question = z.infer<typeof Question>;
