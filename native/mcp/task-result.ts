import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { TaskAnswer } from '../../src/bridge/answers';
import { isOver } from '../client/follow-task';

/** What the task tools answer as structured content. */
export const TaskResult = z.object({
  task_id: z.string(),
  title: z.string(),
  status: z.enum(['queued', 'running', 'waiting', 'done', 'failed', 'stopped']),
  waiting_for: z.string().optional().describe('What it waits for. An approval is the person’s to give, in the browser'),
  question: z.object({ text: z.string(), options: z.array(z.string()) }).optional(),
  result: z.string().optional(),
  structured: z.unknown().optional().describe('The result by the schema that was given'),
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
  steps: z.array(z.string()).describe('What it did since it was last asked'),
  cost_usd: z.number().optional(),
  next: z.string().describe('What to do now'),
});
export type TaskResult = z.infer<typeof TaskResult>;

/** A task as an MCP result: the essence as text, all of it as structured content. A failed task is an error. */
export function taskResult(task: TaskAnswer, steps: readonly string[]): CallToolResult {
  const { taskId, title, status, waitingFor, question, result, structured, failure, costUsd } = task;
  const next = nextStep(task);
  const structuredContent: TaskResult = {
    task_id: taskId,
    title,
    status,
    waiting_for: waitingFor,
    question,
    result,
    structured,
    failure,
    steps: [...steps],
    cost_usd: costUsd,
    next,
  };
  const lines = [
    `Task ${taskId}: ${status}${waitingFor ? `, waits for ${waitingFor}` : ''}`,
    ...steps.map((step) => `- ${step}`),
    ...(result ? [result] : []),
    ...(structured === undefined ? [] : [JSON.stringify(structured)]),
    ...(failure ? [failure.message] : []),
    next,
  ];
  return {
    content: [{ type: 'text', text: lines.join('\n') }],
    structuredContent: TaskResult.parse(JSON.parse(JSON.stringify(structuredContent))),
    ...(status === 'failed' ? { isError: true } : {}),
  };
}

function nextStep(task: TaskAnswer): string {
  if (isOver(task)) return 'It is over.';
  if (task.question) {
    const options = task.question.options.map((option) => JSON.stringify(option)).join(', ');
    return `It asks: ${task.question.text}${options ? ` Options: ${options}.` : ''} Answer with browser_task_reply, with what the person wants.`;
  }
  if (task.status === 'waiting') {
    return 'It goes on by itself when that is there. An approval only the person can give, in the browser. Ask again with browser_task_status.';
  }
  return 'It goes on. Ask again with browser_task_status.';
}
