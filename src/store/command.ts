import { z } from 'zod';
import { ApprovalScope } from './approval';
import { GivenFile } from './attachment';
import { GRANTABLE } from './client-table';
import { Commit } from './commit';
import { RuleGiven } from './rule';

/** Most files that go along with a task. */
export const MOST_FILES = 20;

/** What the panel and the options page may ask of the worker. Everything else they read from the database. */
export const Command = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start-task'),
    prompt: z.string().trim().min(1),
    /** The page that goes along; with `tabId` the task works in that very tab. */
    context: z.object({ url: z.string(), title: z.string(), tabId: z.number().int().optional() }).optional(),
    /** Files that the person hands over with the task. */
    attachments: z.array(GivenFile).max(MOST_FILES).optional(),
  }),
  z.object({ type: z.literal('say'), taskId: z.string(), text: z.string().trim().min(1) }),
  z.object({ type: z.literal('stop-task'), taskId: z.string() }),
  z.object({ type: z.literal('stop-everything') }),
  z.object({ type: z.literal('delete-task'), taskId: z.string() }),
  z.object({
    type: z.literal('answer-approval'),
    approvalId: z.string(),
    answer: z.enum(['approve', 'deny']),
    scope: ApprovalScope.default('once'),
    words: z.string().optional(),
    /** A standing answer for this site and kind, from now on and for every task. */
    rule: z.enum(['allow', 'never']).optional(),
  }),
  /** Agrees ahead of time to the commit of a step, as it was shown; `ticked: false` takes that back. */
  z.object({
    type: z.literal('tick-commit'),
    taskId: z.string(),
    stepId: z.string(),
    commit: Commit,
    ticked: z.boolean(),
  }),
  z.object({ type: z.literal('put-rule'), rule: RuleGiven }),
  z.object({ type: z.literal('remove-rule'), id: z.string() }),
  z.object({ type: z.literal('import-rules'), text: z.string() }),
  z.object({ type: z.literal('clear-effects') }),
  z.object({ type: z.literal('answer-question'), questionId: z.string(), answer: z.string() }),
  /** Brings the task's tab to the front: the one command that may move focus, because the person asked. */
  z.object({ type: z.literal('show-tab'), taskId: z.string() }),
  /** The person takes the task's tabs without touching them. */
  z.object({ type: z.literal('take-over'), taskId: z.string() }),
  /** The person gives the task's tabs back: it goes on. */
  z.object({ type: z.literal('hand-back'), taskId: z.string() }),
  /** Lets a program of the bridge do one kind of effect unasked, or takes that back. */
  z.object({ type: z.literal('allow-client'), name: z.string(), kind: z.enum(GRANTABLE), allowed: z.boolean() }),
  /** Looks for a native host now: it may have been installed a moment ago. */
  z.object({ type: z.literal('connect-bridge') }),
  /** One real request to the configured endpoint. */
  z.object({
    type: z.literal('check-endpoint'),
    provider: z.object({ baseURL: z.string(), apiKey: z.string(), model: z.string() }),
  }),
]);
export type Command = z.infer<typeof Command>;

/** The worker's answer. `code` of a failed check is one of TaskFailure's. */
export const CommandReply = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    taskId: z.string().optional(),
    model: z.string().optional(),
    count: z.number().optional(),
  }),
  z.object({ ok: z.literal(false), code: z.string(), detail: z.string() }),
]);
export type CommandReply = z.infer<typeof CommandReply>;
