import { APIUserAbortError } from '@anthropic-ai/sdk';
import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { BetaToolUseBlock } from '@anthropic-ai/sdk/resources/beta';
import type { ResultPart } from '../store/journal';
import { keepPicture } from './pictures';
import type { TaskContext } from './task-context';
import type { CallOutcome, ToolCall } from './tool-call';

/**
 * Runs one member of the browser toolset and writes its pictures down. A refusal or failure is an outcome, not an
 * exception; only a stop of the task rejects.
 */
export async function runMember(context: TaskContext, call: ToolCall): Promise<CallOutcome> {
  const toolUse: BetaToolUseBlock = {
    type: 'tool_use',
    id: call.id,
    name: call.tool,
    input: call.input,
    toolset_name: 'browser',
  };
  try {
    const content = await context.toolset.run({ toolUse, toolUseBlock: toolUse, signal: context.signal }, toolUse);
    return { isError: false, parts: await partsOf(context, content), detail: context.toolset.takeDetail() };
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof APIUserAbortError || !(error instanceof ToolError)) throw error;
    const parts = await partsOf(context, error.content);
    return { isError: true, parts: parts.filter(({ type }) => type === 'text'), detail: context.toolset.takeDetail() };
  }
}

async function partsOf(context: TaskContext, content: ToolError['content']): Promise<ResultPart[]> {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  const parts: ResultPart[] = [];
  for (const block of content) {
    if (block.type === 'text') parts.push({ type: 'text', text: block.text });
    if (block.type === 'browser_state') parts.push({ type: 'browser_state', block: { ...block } });
    if (block.type === 'image' && block.source.type === 'base64') {
      parts.push(
        await keepPicture(context, 'screenshot', { mediaType: block.source.media_type, data: block.source.data }),
      );
    }
  }
  return parts;
}
