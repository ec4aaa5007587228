import { z } from 'zod';
import { invalid } from './api-error';
import { isMember } from './toolset-members';

const cacheControl = z.strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() }).nullish();

export const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1, 'text content blocks must be non-empty'),
  cache_control: cacheControl,
  // Received blocks are sent back as they came.
  citations: z.null().optional(),
});

export const Image = z.strictObject({
  type: z.literal('image'),
  source: z.strictObject({
    type: z.literal('base64'),
    media_type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
    data: z.string().min(1),
  }),
  cache_control: cacheControl,
});

/** Only its type: browser-state-rules.ts looks inside, with messages of its own. */
export const BrowserState = z.looseObject({ type: z.literal('browser_state') });

export const ToolUse = z.strictObject({
  type: z.literal('tool_use'),
  id: z.string().regex(/^[a-zA-Z0-9_-]+$/),
  name: z.string().min(1),
  input: z.record(z.string(), z.unknown()),
  toolset_name: z.string().nullish(),
  caller: z.unknown().optional(),
  cache_control: cacheControl,
});
export type ToolUse = z.infer<typeof ToolUse>;

export const ToolResult = z.strictObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string(),
  toolset_name: z.string().nullish(),
  content: z.union([z.string(), z.array(z.discriminatedUnion('type', [Text, Image, BrowserState]))]).optional(),
  is_error: z.boolean().optional(),
  cache_control: cacheControl,
});
export type ToolResult = z.infer<typeof ToolResult>;

const block = z.discriminatedUnion('type', [Text, Image, ToolUse, ToolResult]);
export const Message = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string().min(1), z.array(block).min(1)]),
});
export type Message = z.infer<typeof Message>;

const PlainTool = z.strictObject({
  type: z.literal('custom').optional(),
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,128}$/),
  description: z.string().optional(),
  input_schema: z.looseObject({ type: z.literal('object') }),
  cache_control: cacheControl,
});

const Toolset = z.strictObject({
  type: z.literal('browser_toolset_20260801'),
  configs: z
    .record(
      z.string().refine(isMember, 'Extra inputs are not permitted'),
      z.strictObject({ enabled: z.boolean().nullish(), defer_loading: z.boolean().nullish() }).nullish(),
    )
    .nullish(),
  cache_control: cacheControl,
});

export const MessagesRequest = z.strictObject({
  model: z.string(),
  max_tokens: z.number().int().positive(),
  messages: z.array(Message).min(1, 'at least one message is required'),
  system: z.union([z.string(), z.array(Text)]).optional(),
  tools: z.array(z.union([Toolset, PlainTool])).optional(),
  tool_choice: z.looseObject({ type: z.string() }).optional(),
  stream: z.boolean().optional(),
  stop_sequences: z.array(z.string()).optional(),
  metadata: z.strictObject({ user_id: z.string() }).optional(),
});
export type MessagesRequest = z.infer<typeof MessagesRequest>;

/** Fields that exist in the API, but not on the newest models. */
const GONE = ['temperature', 'top_p', 'top_k'];

/**
 * Reads a request's body. Throws an ApiError that names the field, as the API does, for what is missing, unknown or of
 * the wrong type.
 */
export function readRequest(body: unknown): MessagesRequest {
  if (typeof body === 'object' && body !== null) {
    const gone = GONE.find((name) => name in body);
    if (gone) throw invalid(`${gone}: this parameter is not supported by this model`);
  }
  const request = MessagesRequest.safeParse(body);
  if (!request.success) throw invalid(problem(request.error.issues[0]));
  const choice = request.data.tool_choice?.type;
  if (choice === 'any' || choice === 'tool')
    throw invalid('tool_choice: forcing a tool is not supported by this model');
  const names = (request.data.tools ?? []).map((tool) => ('name' in tool ? tool.name : tool.type));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw invalid(`tools: tool names must be unique: ${twice}`);
  return request.data;
}

function problem(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'the request is not well formed';
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return `${[path, issue.keys[0]].filter(Boolean).join('.')}: Extra inputs are not permitted`;
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.map((errors) => errors[0]).find((error) => error && error.path.length > 0);
    if (inner) return problem({ ...inner, path: [...issue.path, ...inner.path] });
  }
  return `${path}: ${/received undefined/.test(issue.message) ? 'Field required' : issue.message}`;
}
