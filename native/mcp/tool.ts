import type { CallToolResult, Tool as ToolDefinition } from '@modelcontextprotocol/sdk/types.js';
import type { TaskAnswer } from '../../src/bridge/answers';
import type { Bridge } from '../client/bridge';

/** A question of a task, as the browser asks it. */
export type TaskQuestion = NonNullable<TaskAnswer['question']>;

/** What a tool has while it runs. */
export interface ToolContext {
  bridge: Bridge;
  /** Aborts when the client cancels; its reason is what the client gave as one. */
  signal: AbortSignal;
  /** Tells the client what goes on, if it wants to hear it. */
  progress(text: string): void;
  /** How long a call may take before its result says that it goes on, in milliseconds. */
  patienceMs: number;
  /** Asks the person in the client. Undefined when the client cannot, or they gave no answer. */
  ask(task: string, question: TaskQuestion): Promise<string | undefined>;
}

/** One tool of the MCP server. */
export interface Tool {
  definition: ToolDefinition;
  /** Runs it on arguments that were not checked yet. Throws an Error whose message is for the model. */
  call(args: unknown, context: ToolContext): Promise<CallToolResult>;
}

/** A result of one text. */
export function textResult(text: string, isError = false): CallToolResult {
  return { content: [{ type: 'text', text }], ...(isError ? { isError } : {}) };
}
