import { z } from 'zod';
import { Attachment } from './attachment';
import { Commit } from './commit';

/** Who ended a task before it was done. */
export const StoppedBy = z.enum(['person', 'shortcut', 'infobar', 'client']);

/** What a waiting task waits for. Times are epoch milliseconds. */
export const WaitingFor = z.discriminatedUnion('for', [
  z.object({ for: z.literal('approval'), approvalId: z.string() }),
  z.object({ for: z.literal('question'), questionId: z.string() }),
  z.object({ for: z.literal('person') }),
  z.object({ for: z.literal('rate-limit'), until: z.number(), attempt: z.number() }),
  z.object({ for: z.literal('offline') }),
  /** Something was pressed that may be sent late ('undo send'): the tab is watched until then. */
  z.object({ for: z.literal('late-send'), until: z.number() }),
]);

/** A failure in a person's words is looked up by `code`; `detail` is what the other side said, never a secret. */
export const TaskFailure = z.object({
  code: z.enum([
    'no-key',
    'wrong-key',
    'no-credit',
    'forbidden',
    'unknown-model',
    'endpoint-not-found',
    'cors-refused',
    'unreachable',
    'rate-limited',
    'overloaded',
    'request-rejected',
    'bad-response',
    'refused',
    'context-full',
    'budget',
    'internal',
  ]),
  detail: z.string(),
});
export type TaskFailure = z.infer<typeof TaskFailure>;

export const WaitingState = z.object({ status: z.literal('waiting'), on: WaitingFor });

/** In which a task does nothing more by itself. */
export const EndState = z.discriminatedUnion('status', [
  /** `structured` fits the task's schema, when it has one. */
  z.object({ status: z.literal('done'), result: z.string(), structured: z.unknown().optional() }),
  z.object({ status: z.literal('failed'), failure: TaskFailure }),
  z.object({ status: z.literal('stopped'), by: StoppedBy }),
]);
export type EndState = z.infer<typeof EndState>;

export const TaskState = z.discriminatedUnion('status', [
  z.object({ status: z.literal('queued') }),
  z.object({ status: z.literal('running') }),
  WaitingState,
  ...EndState.options,
]);
export type TaskState = z.infer<typeof TaskState>;
export type WaitingFor = z.infer<typeof WaitingFor>;

export const PlanStep = z.object({
  id: z.string(),
  text: z.string(),
  status: z.enum(['todo', 'doing', 'done', 'dropped']),
  /** What the step will do that cannot be taken back. */
  commit: Commit.optional(),
  /** True when a page named the recipient or the amount: then nobody can agree to it ahead of time. */
  fromPage: z.boolean().optional(),
});
export type PlanStep = z.infer<typeof PlanStep>;

/** Tokens as the API counts them, summed over the task. */
export const Usage = z.object({
  inputTokens: z.number(),
  outputTokens: z.number(),
  cacheReadTokens: z.number(),
  cacheWriteTokens: z.number(),
});
export type Usage = z.infer<typeof Usage>;

/** A tab of a task. `tabId` is Chrome's; the model knows it as a string. */
export const TaskTab = z.object({
  tabId: z.number().int(),
  url: z.string(),
  title: z.string(),
  active: z.boolean(),
  /** First ref number that was never given out in this tab, see src/dom/reader-contract.ts. */
  nextRef: z.number().int(),
});
export type TaskTab = z.infer<typeof TaskTab>;

/** A program that works through the bridge, as the native host let it in. Many can have the same name. */
export const TaskClient = z.object({
  /** What it calls itself: `Claude Code`. A person's grants are to this name. */
  name: z.string(),
  version: z.string(),
  /** One running program; see src/bridge/handshake.ts. */
  instance: z.string(),
  /** True for the `offstage` command, which is the person's own hand. */
  commandLine: z.boolean().optional(),
  /**
   * The set of tabs that it drives itself, call by call and without a model; empty for its usual one. Absent when it
   * handed a whole task over.
   */
  session: z.string().optional(),
});
export type TaskClient = z.infer<typeof TaskClient>;

export const Task = z.object({
  id: z.string(),
  /** First words of the prompt, or what the model called it. */
  title: z.string(),
  prompt: z.string(),
  /** The page that was in front when the task was given, if the person attached it. */
  context: z.object({ url: z.string(), title: z.string(), tabId: z.number().int().optional() }).optional(),
  /** Who asked, when it was not the person. */
  client: TaskClient.optional(),
  /** Where to begin, when a client said so. */
  startUrl: z.string().optional(),
  /** JSON schema that the result must fit. */
  schema: z.record(z.string(), z.unknown()).optional(),
  /** Most that this task may cost, in US dollars, where it is less than what the settings say. */
  budgetUsd: z.number().optional(),
  /** Files that the person handed over. */
  attachments: z.array(Attachment).default([]),
  /** Whole paths of files that a client named for it; they may be uploaded too. */
  namedFiles: z.array(z.string()).default([]),
  state: TaskState,
  /** Indexed copy of `state.status`. */
  status: z.enum(['queued', 'running', 'waiting', 'done', 'failed', 'stopped']),
  createdAt: z.number(),
  updatedAt: z.number(),
  plan: z.array(PlanStep),
  usage: Usage,
  /** US dollars of the turns whose model has a known price; absent while there were none. */
  costUsd: z.number().optional(),
  turns: z.number().int(),
  model: z.string(),
  /** True when the endpoint is the stand-in model of the tests: the panel says so. */
  standIn: z.boolean(),
  tabs: z.array(TaskTab),
  groupId: z.number().int().optional(),
  /** What its pages sent before anyone touched them, and signatures that were stopped; see src/agent/known-requests.ts. */
  learned: z.array(z.string()).readonly().optional(),
  stopped: z.array(z.string()).readonly().optional(),
  /** Artifact shown as the live picture. */
  thumbnailId: z.string().optional(),
});
export type Task = z.infer<typeof Task>;

/** True when the task will do nothing more by itself. */
export function isEnded(state: TaskState): state is EndState {
  return state.status === 'done' || state.status === 'failed' || state.status === 'stopped';
}
