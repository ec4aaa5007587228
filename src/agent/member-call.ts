import { APIUserAbortError } from '@anthropic-ai/sdk';
import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { BetaToolUseBlock } from '@anthropic-ai/sdk/resources/beta';
import { isFromDyingWorker, WorkerDying } from '../browser/dying-worker';
import type { ResultPart } from '../store/journal';
import { keepPicture } from './pictures';
import type { TaskContext } from './task-context';
import { type CallOutcome, failed, type ToolCall } from './tool-call';

/** Members that only look: what they answer is true whoever had the tab before. */
const LOOKING = new Set([
  'find',
  'get_page_text',
  'list_tabs',
  'read_console',
  'read_network',
  'read_page',
  'screenshot',
  'switch_tab',
  'zoom',
]);

/**
 * Runs one member of the browser toolset when the agent has the tabs. What the model asked for before the person
 * touched them is not done: it was meant for other pages.
 */
export async function runMember(context: TaskContext, call: ToolCall): Promise<CallOutcome> {
  const { handOver, signal } = context;
  await handOver.free(signal);
  if (handOver.untold && !LOOKING.has(call.tool))
    return givenBack(context, 'The person took the tab before this call, and has handed it back. Nothing was done.');
  const { taken } = handOver;
  const outcome = await run({ ...context, signal: AbortSignal.any([signal, taken]) }, call).catch((error: unknown) => {
    if (!taken.aborted || signal.aborted) throw error;
    return undefined;
  });
  await context.settled();
  if (outcome && !taken.aborted) return outcome;
  await handOver.free(signal);
  return givenBack(
    context,
    'The person took the tab in the middle of this call, and has handed it back. It was broken off: part of it may have been done.',
  );
}

/** What the model is told after the person had the tabs: that, and what is there now. */
async function givenBack(context: TaskContext, words: string): Promise<CallOutcome> {
  context.handOver.told();
  const page = await context.toolset.look(context.signal).catch((error: unknown) => {
    context.signal.throwIfAborted();
    return error instanceof Error ? error.message : '';
  });
  return failed(`${words}\n\nThe page now:\n${page}`.trim(), context.toolset.takeDetail());
}

/** A refusal or failure is an outcome, not an exception; only a stop rejects. Pictures are written down. */
async function run(context: TaskContext, call: ToolCall): Promise<CallOutcome> {
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
    if (isFromDyingWorker(error)) throw new WorkerDying();
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
