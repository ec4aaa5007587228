import { z } from 'zod';

/** A program that used the bridge, by the name that it gives itself, and what the person lets it do unasked. */
export const Client = z.object({
  name: z.string(),
  /** Of its newest connection. */
  version: z.string(),
  /** Epoch milliseconds. */
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
  /** Kinds of effect that pass without a question, on every site for which no rule says otherwise. */
  allowed: z.array(z.string()),
});
export type Client = z.infer<typeof Client>;
