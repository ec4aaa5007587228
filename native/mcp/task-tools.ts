import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { DoneAnswer, StartAnswer, type TaskAnswer } from '../../src/bridge/answers';
import { followTask } from '../client/follow-task';
import { files } from './given-files';
import { readArguments, toolSchema } from './json-schema';
import { TaskResult, taskResult } from './task-result';
import type { Tool, ToolContext } from './tool';

const taskId = z.string().min(1).max(100).describe('The task_id that browser_task gave');
const waitSeconds = z
  .number()
  .min(0)
  .max(3600)
  .optional()
  .describe(
    'How long to wait for its end or a question; 0 answers at once. Left out: as long as all clients bear, under a minute',
  );

const StartInput = z.strictObject({
  task: z.string().min(1).max(100_000).describe('What to do, with all that is needed to know, in plain words'),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where to begin'),
  schema: z.record(z.string(), z.unknown()).optional().describe('JSON schema that the result must fit'),
  budget_usd: z
    .number()
    .positive()
    .optional()
    .describe('Stop before the next turn when the model has cost so much. Refused where its price is not known'),
  files: files.describe('Whole paths of files on this computer that the task may upload; no others can be'),
  wait_seconds: waitSeconds,
});
const StatusInput = z.strictObject({ task_id: taskId, wait_seconds: waitSeconds });
const ReplyInput = z.strictObject({
  task_id: taskId,
  text: z.string().min(1).max(100_000).describe('The answer, or something it should know'),
  wait_seconds: waitSeconds,
});
const StopInput = z.strictObject({ task_id: taskId });

/** The tools that hand a whole task over, ask after it, answer its question and stop it. None of them approves. */
export function taskTools(): Tool[] {
  // How far each task was told to this client, so that a step is told once.
  const seen = new Map<string, number>();
  const outputSchema = toolSchema(TaskResult, 'output');

  return [
    {
      definition: {
        name: 'browser_task',
        title: 'Do a task in the browser',
        description:
          "Hand a whole task to the agent in the person's own signed-in browser. It works in background tabs, asks the person before anything that cannot be taken back, and answers with the result. For single steps use the other browser_… tools.",
        inputSchema: toolSchema(StartInput, 'input'),
        outputSchema,
        annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
      },
      async call(args, context) {
        const {
          task,
          url,
          schema,
          budget_usd: budgetUsd,
          files,
          ...rest
        } = readArguments('browser_task', StartInput, args);
        const start = { method: 'start-task', prompt: task, url, schema, budgetUsd, files } as const;
        // Not given up in the middle: a task that began while its client cancelled would have nobody to stop it.
        const { taskId: id } = await context.bridge.call(start, StartAnswer);
        try {
          return await follow(id, rest.wait_seconds, context, seen);
        } catch (error) {
          await stopUnlessTimedOut(id, context);
          const message = error instanceof Error ? error.message : String(error);
          throw new Error(`Task ${id} was started. ${message} Ask after it with browser_task_status.`);
        }
      },
    },
    {
      definition: {
        name: 'browser_task_status',
        title: 'Ask after a task',
        description: 'What a task did since you last asked, what it waits for, and its result when it is over.',
        inputSchema: toolSchema(StatusInput, 'input'),
        outputSchema,
        annotations: { readOnlyHint: true, openWorldHint: false },
      },
      async call(args, context) {
        const { task_id, wait_seconds } = readArguments('browser_task_status', StatusInput, args);
        return await follow(task_id, wait_seconds, context, seen);
      },
    },
    {
      definition: {
        name: 'browser_task_reply',
        title: 'Answer a task',
        description:
          "Answer a task's question, or tell it something. Approvals are the person's, in the browser: a reply never approves.",
        inputSchema: toolSchema(ReplyInput, 'input'),
        outputSchema,
        annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
      },
      async call(args, context) {
        const { task_id, text, wait_seconds } = readArguments('browser_task_reply', ReplyInput, args);
        const reply = { method: 'reply-task', taskId: task_id, text } as const;
        await context.bridge.call(reply, DoneAnswer, { signal: context.signal });
        return await follow(task_id, wait_seconds, context, seen);
      },
    },
    {
      definition: {
        name: 'browser_task_stop',
        title: 'Stop a task',
        description: 'Stop a task. What it has done stays done.',
        inputSchema: toolSchema(StopInput, 'input'),
        outputSchema,
        annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      async call(args, context) {
        const { task_id } = readArguments('browser_task_stop', StopInput, args);
        const { bridge, signal } = context;
        await bridge.call({ method: 'stop-task', taskId: task_id }, DoneAnswer, { signal });
        return await follow(task_id, 0, context, seen);
      },
    },
  ];
}

/** Follows a task until it is over, asks what cannot be answered here, or the time is up, and tells what is new. */
async function follow(
  id: string,
  waitSeconds: number | undefined,
  context: ToolContext,
  seen: Map<string, number>,
): Promise<CallToolResult> {
  const { bridge, signal, progress } = context;
  const limit = AbortSignal.timeout(waitSeconds === undefined ? context.patienceMs : waitSeconds * 1000);
  const steps: string[] = [];
  let last: TaskAnswer | undefined;
  for await (const task of followTask(bridge, id, { seen: seen.get(id) ?? 0, signal, limit })) {
    last = task;
    seen.set(id, task.seen);
    for (const { text } of task.news) {
      steps.push(text);
      progress(text);
    }
    if (task.waitingFor) progress(`Waits for ${task.waitingFor}`);
    if (task.question && !(await answered(task, context))) break;
  }
  if (!last) throw new Error(`Task ${id} did not say how it is. Ask again with browser_task_status.`);
  return taskResult(last, steps);
}

/** Asks the person in the client, and passes their answer on. False when there was none. */
async function answered(task: TaskAnswer, { bridge, signal, ask }: ToolContext): Promise<boolean> {
  const text = task.question && (await ask(task.title, task.question));
  if (!text) return false;
  await bridge.call({ method: 'reply-task', taskId: task.taskId, text }, DoneAnswer, { signal });
  return true;
}

/**
 * A person who cancels in the client wants the task stopped. A client that only gave up waiting says so in its reason
 * (the SDK's is 'Request timed out'), and the task goes on.
 */
async function stopUnlessTimedOut(id: string, { bridge, signal }: ToolContext): Promise<void> {
  if (!signal.aborted || /time[ds]?[ -]?out/i.test(String(signal.reason))) return;
  await bridge.call({ method: 'stop-task', taskId: id }, DoneAnswer).catch(() => undefined);
}
