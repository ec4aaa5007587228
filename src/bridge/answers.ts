import { z } from 'zod';

/** What each method of protocol.ts answers with. Times are epoch milliseconds, costs US dollars. */

/** A part of a member's result. Pictures are base64. */
export const AnswerPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image'), mediaType: z.string(), data: z.string() }),
  /** The tool's own `browser_state` block: tabs and what changed about them. */
  z.object({ type: z.literal('browser_state'), block: z.record(z.string(), z.unknown()) }),
]);
export type AnswerPart = z.infer<typeof AnswerPart>;

/**
 * `member`. A result that waited for the person's approval comes when they have answered; until then `progress` says
 * so. One that they denied is an error result with their words.
 */
export const MemberAnswer = z.object({ isError: z.boolean(), parts: z.array(AnswerPart) });
export type MemberAnswer = z.infer<typeof MemberAnswer>;

export const PingAnswer = z.object({
  extension: z.string(),
  browser: z.string(),
  hasKey: z.boolean(),
  tasks: z.number(),
});
export type PingAnswer = z.infer<typeof PingAnswer>;

export const StartAnswer = z.object({ taskId: z.string() });
export type StartAnswer = z.infer<typeof StartAnswer>;

/** One step of a task, as the panel's timeline tells it. */
export const TaskNews = z.object({
  seq: z.number().int(),
  text: z.string(),
  at: z.number(),
  /** Ids of pictures that the step brought, for `read-picture`. */
  pictures: z.array(z.string()).optional(),
});
export type TaskNews = z.infer<typeof TaskNews>;

export const TaskAnswer = z.object({
  taskId: z.string(),
  title: z.string(),
  status: z.enum(['queued', 'running', 'waiting', 'done', 'failed', 'stopped']),
  /** What it waits for, in words. */
  waitingFor: z.string().optional(),
  /** The open question, when it waits for one. A person's approval is never one. */
  question: z.object({ text: z.string(), options: z.array(z.string()) }).optional(),
  result: z.string().optional(),
  /** The result by the schema that the client gave. */
  structured: z.unknown().optional(),
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
  news: z.array(TaskNews),
  /** Give it as `seen` next time. */
  seen: z.number().int(),
  costUsd: z.number().optional(),
  startedAt: z.number(),
});
export type TaskAnswer = z.infer<typeof TaskAnswer>;

export const ListAnswer = z.object({ tasks: z.array(TaskAnswer.omit({ news: true, seen: true })) });
export type ListAnswer = z.infer<typeof ListAnswer>;

export const PictureAnswer = z.object({ mediaType: z.string(), data: z.string() });
export type PictureAnswer = z.infer<typeof PictureAnswer>;
export const ConfigAnswer = z.object({ config: z.record(z.string(), z.union([z.string(), z.number()])) });
export type ConfigAnswer = z.infer<typeof ConfigAnswer>;
export const DoneAnswer = z.object({ done: z.literal(true) });
