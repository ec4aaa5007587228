import { z } from 'zod';
import { Commit } from '../store/commit';
import type { ResultSchema } from './result-schema';

/**
 * Our own tools beside the browser toolset: few and plain (docs/design.md, two encodings). Each is a declaration only;
 * what it does stands where the loop runs it.
 */
export const OWN_TOOLS = {
  update_plan: {
    description:
      'Show the person your plan as a short checklist, or change it. Send the whole list each time. One step is "doing" at most.',
    input: z.object({
      steps: z
        .array(
          z.object({
            text: z.string().min(1).describe('A few words, as a person would write them'),
            status: z.enum(['todo', 'doing', 'done', 'dropped']),
            commit: Commit.optional().describe(
              'Only for the step that sends, pays, books or the like: what it does, at which site (its address), to whom, and the most it may cost. The person may agree to it ahead of time; otherwise they are asked when it happens.',
            ),
          }),
        )
        .max(20),
    }),
  },
  ask_user: {
    description: 'Ask the person one question and wait for the answer. Only when a wrong guess would cost something.',
    input: z.object({
      question: z.string().min(1),
      options: z.array(z.string()).max(6).optional().describe('Likely answers to choose from'),
    }),
  },
  finish: {
    description:
      'End the task with its result, in Markdown: what the person asked for, ready to be copied, or why it could not be done and how far you came.',
    input: z.object({ result: z.string().min(1) }),
  },
} as const;

export type OwnTool = keyof typeof OWN_TOOLS;

export function isOwnTool(name: string): name is OwnTool {
  return Object.hasOwn(OWN_TOOLS, name);
}

/** The tools as the Messages API takes them. With a schema for the result, `finish` wants data that fits it. */
export function ownToolDeclarations(
  schema?: ResultSchema,
): { name: string; description: string; input_schema: { type: 'object' } }[] {
  return Object.entries(OWN_TOOLS).map(([name, tool]) => {
    const own = toolSchema(tool.input);
    return {
      name,
      description: tool.description,
      input_schema: schema && name === 'finish' ? withData(own, schema) : own,
    };
  });
}

/** Definitions move to the root of the tool's schema, because that is where `$ref` looks. */
function withData(own: ToolSchema, { $schema: _, $defs, definitions, ...data }: ResultSchema): ToolSchema {
  return {
    ...own,
    properties: { ...own.properties, data },
    required: [...(own.required ?? []), 'data'],
    ...($defs ? { $defs } : {}),
    ...(definitions ? { definitions } : {}),
  };
}

interface ToolSchema {
  type: 'object';
  properties?: Record<string, unknown>;
  required?: string[];
  [keyword: string]: unknown;
}

/** A zod object as the JSON Schema of a tool's input. */
export function toolSchema(input: z.ZodObject): ToolSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' });
  return { ...schema, type: 'object' };
}

/** First problem of a failed parse as one line for the model: the field and what was expected. */
export function inputProblem(tool: string, error: z.ZodError): string {
  const issue = error.issues[0];
  const field = issue?.path.join('.') || 'input';
  return `invalid input for ${tool}: ${field}: ${issue?.message ?? 'not as declared'}. Nothing was done; call it again with the input corrected.`;
}
