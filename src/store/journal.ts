import { z } from 'zod';
import { EndState, Usage, WaitingState } from './task';

/** A piece of a tool result as the journal keeps it: pictures are artifacts, so that rows stay small. */
export const ResultPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('picture'),
    artifactId: z.string(),
    mediaType: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    /** What it will cost, known before it is sent. */
    tokens: z.number().int(),
  }),
  z.object({ type: z.literal('browser_state'), block: z.record(z.string(), z.unknown()) }),
]);
export type ResultPart = z.infer<typeof ResultPart>;

/** What a step of the timeline shows besides the call itself. */
export const StepDetail = z.object({
  url: z.string().optional(),
  title: z.string().optional(),
  /** For example `button "Send"`. */
  target: z.string().optional(),
  /** HTTP status of a navigation. */
  httpStatus: z.number().optional(),
});
export type StepDetail = z.infer<typeof StepDetail>;

/** Everything that happens to a task, in order (docs/design.md, the journal). */
export const JournalEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('task_started') }),
  /** `client` names the program that said it in the person's place. */
  z.object({ type: z.literal('person_said'), text: z.string(), client: z.string().optional() }),
  /** The harness itself says something, such as that a message was cut off. */
  z.object({ type: z.literal('harness_said'), text: z.string() }),
  z.object({ type: z.literal('turn_started'), turn: z.number().int() }),
  z.object({
    type: z.literal('turn_received'),
    turn: z.number().int(),
    /** Content blocks exactly as received: they are sent back as they are. */
    content: z.array(z.record(z.string(), z.unknown())),
    stopReason: z.string().nullable(),
    usage: Usage,
  }),
  z.object({ type: z.literal('turn_interrupted'), turn: z.number().int(), why: z.string() }),
  z.object({
    type: z.literal('call_started'),
    turn: z.number().int(),
    callId: z.string(),
    tool: z.string(),
    input: z.record(z.string(), z.unknown()),
  }),
  z.object({
    type: z.literal('call_finished'),
    callId: z.string(),
    isError: z.boolean(),
    parts: z.array(ResultPart),
    detail: StepDetail,
    ms: z.number(),
  }),
  z.object({
    type: z.literal('effect_seen'),
    callId: z.string().optional(),
    verdict: z.enum(['pass', 'ask', 'never']),
    kind: z.string(),
    method: z.string(),
    url: z.string(),
    reasons: z.array(z.object({ source: z.string(), code: z.string(), detail: z.string() })),
  }),
  z.object({ type: z.literal('approval_asked'), approvalId: z.string(), callId: z.string().optional() }),
  z.object({
    type: z.literal('approval_answered'),
    approvalId: z.string(),
    answer: z.enum(['approved', 'denied', 'void']),
    words: z.string().optional(),
  }),
  z.object({ type: z.literal('question_answered'), questionId: z.string(), client: z.string().optional() }),
  /** The approved action goes out again: from here to `call_finished` its outcome is unknown. */
  z.object({ type: z.literal('replay_started'), approvalId: z.string() }),
  /** The person took the task's tabs; `how` they did. Until they give them back the agent does nothing. */
  z.object({ type: z.literal('person_took'), how: z.enum(['touch', 'command']) }),
  z.object({ type: z.literal('person_gave_back') }),
  z.object({ type: z.literal('waiting'), state: WaitingState }),
  z.object({ type: z.literal('resumed'), after: z.enum(['wait', 'worker-restart', 'browser-restart']) }),
  z.object({ type: z.literal('task_ended'), state: EndState }),
]);
export type JournalEvent = z.infer<typeof JournalEvent>;

/** One row. `seq` counts up within a task without gaps. */
export const JournalEntry = z.object({
  taskId: z.string(),
  seq: z.number().int(),
  /** Epoch milliseconds. */
  at: z.number(),
  event: JournalEvent,
});
export type JournalEntry = z.infer<typeof JournalEntry>;
