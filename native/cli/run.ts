import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DoneAnswer, StartAnswer, type TaskAnswer } from '../../src/bridge/answers';
import type { Bridge } from '../client/bridge';
import { followTask, isOver } from '../client/follow-task';
import { type Command, readValues, UsageError } from './command';
import { EXIT } from './exit-codes';
import { commandBridge, type World } from './world';

const Values = z.object({
  json: z.boolean().default(false),
  schema: z.string().optional(),
  url: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).optional(),
  'budget-usd': z.coerce.number('is not a number').positive('must be above 0').optional(),
  background: z.boolean().default(false),
  browser: z.string().optional(),
});

export const runCommand: Command = {
  name: 'run',
  usage: '"TASK" [--json] [--schema FILE] [--url URL] [--budget-usd N] [--background] [--browser NAME]',
  about: 'Hand a task to the browser and wait for its result. Steps go to standard error.',
  details: [
    '--json          print the task as one JSON object instead of its result as text',
    '--schema FILE   JSON schema that the result must fit',
    '--url URL       where to begin',
    '--budget-usd N  stop when the model has cost so much; refused where its price is not known',
    "--background    print the task's id and leave; see: offstage tasks",
    '',
    'Ctrl+C stops the task. Approvals are given in the browser, never here.',
  ],
  options: {
    json: { type: 'boolean' },
    schema: { type: 'string' },
    url: { type: 'string' },
    'budget-usd': { type: 'string' },
    background: { type: 'boolean' },
    browser: { type: 'string' },
  },
  async run({ values, words }, world) {
    const options = readValues(Values, values);
    const [prompt, ...more] = words;
    if (!prompt || more.length > 0) throw new UsageError('Give the task as one argument, in quotes.');
    const schema = options.schema === undefined ? undefined : await readSchema(options.schema);
    const bridge = commandBridge(world, options.browser, 'offstage run');
    try {
      const budgetUsd = options['budget-usd'];
      const start = { method: 'start-task', prompt, url: options.url, schema, budgetUsd } as const;
      // Not given up in the middle: Ctrl+C must stop a task that has just begun.
      const { taskId } = await bridge.call(start, StartAnswer);
      if (options.background) {
        world.out(options.json ? JSON.stringify({ taskId }) : taskId);
        return EXIT.ok;
      }
      const end = await toItsEnd(bridge, taskId, world);
      world.out(options.json ? JSON.stringify(end) : resultText(end));
      return exitCodeOf(end);
    } finally {
      bridge.close();
    }
  },
};

async function toItsEnd(bridge: Bridge, taskId: string, world: World): Promise<TaskAnswer> {
  let waited: string | undefined;
  try {
    for await (const task of followTask(bridge, taskId, { signal: world.signal })) {
      for (const { text } of task.news) world.err(text);
      if (isOver(task)) return task;
      if (task.waitingFor && task.waitingFor !== waited) world.err(`Waits for: ${task.waitingFor}`);
      waited = task.waitingFor;
      if (task.question && !(await answered(bridge, task, world))) return task;
    }
  } catch (error) {
    // The task is the browser's and would go on without this command.
    if (world.signal.aborted) await bridge.call({ method: 'stop-task', taskId }, DoneAnswer).catch(() => undefined);
    throw error;
  }
  throw new Error(`Task ${taskId} ended without saying how. See: offstage tasks`);
}

/** Asks the person on the terminal and passes the answer on. False when there is nobody to ask. */
async function answered(bridge: Bridge, { taskId, question }: TaskAnswer, world: World): Promise<boolean> {
  if (!question) return true;
  const options = question.options.map((option, index) => `  ${index + 1}. ${option}`);
  const words = await world.ask([question.text, ...options, '> '].join('\n'));
  if (world.signal.aborted) throw new Error('Interrupted.');
  if (!words) return false;
  const text = question.options[Number(words) - 1] ?? words;
  await bridge.call({ method: 'reply-task', taskId, text }, DoneAnswer, { signal: world.signal });
  return true;
}

/** The result of a task as a person reads it: the structured one, the text, or why there is none. */
function resultText(task: TaskAnswer): string {
  if (task.status === 'waiting') {
    return `Task ${task.taskId} waits: ${task.question?.text ?? task.waitingFor ?? 'for the person'}\nAnswer in the browser.`;
  }
  if (task.structured !== undefined) return JSON.stringify(task.structured, undefined, 2);
  return task.result ?? task.failure?.message ?? `The task is ${task.status}.`;
}

function exitCodeOf({ status }: TaskAnswer): number {
  if (status === 'done') return EXIT.ok;
  if (status === 'stopped') return EXIT.stopped;
  return status === 'failed' ? EXIT.failed : EXIT.waiting;
}

async function readSchema(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`--schema: ${file} cannot be read.`);
  });
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new UsageError(`--schema: ${file} is not a JSON object.`);
  }
}
