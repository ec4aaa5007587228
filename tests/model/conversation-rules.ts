import { invalid } from './api-error';
import { checkBrowserState, checkNoBrowserState } from './browser-state-rules';
import type { Message, MessagesRequest, ToolResult, ToolUse } from './request-shape';

const HALTED = 'Not executed: an earlier action in this turn failed.';

/** Checks what the shape of single blocks cannot show. Throws an ApiError. */
export function checkConversation(request: MessagesRequest): void {
  const { messages } = request;
  const own = new Set((request.tools ?? []).flatMap((tool) => ('name' in tool ? [tool.name] : [])));
  if (messages[0]?.role !== 'user') throw invalid('messages: first message must use the "user" role');
  checkIds(messages);
  messages.forEach((message, at) => {
    const place = `messages.${at}`;
    const calls = callsIn(message);
    if (message.role === 'user' && calls.length > 0)
      throw invalid(`${place}: \`tool_use\` blocks can only be in \`assistant\` messages`);
    if (calls.length > 0) checkAnswers(calls, messages[at + 1], `messages.${at + 1}`, own);
    const results = resultsIn(message);
    if (results.length === 0) return;
    if (message.role === 'assistant')
      throw invalid(`${place}: \`tool_result\` blocks can only be in \`user\` messages`);
    const known = new Set(callsIn(messages[at - 1]).map(({ id }) => id));
    const stray = results.find(({ tool_use_id }) => !known.has(tool_use_id));
    if (stray) {
      throw invalid(
        `${place}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${stray.tool_use_id}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`,
      );
    }
    checkOrder(message, place);
  });
  if (messages.at(-1)?.role === 'assistant')
    throw invalid(
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    );
  checkBreakpoints(request);
}

/** A call has an id of its own, and one answer. */
function checkIds(messages: readonly Message[]): void {
  const call = repeated(messages.flatMap((message) => callsIn(message).map(({ id }) => id)));
  if (call) throw invalid(`messages: \`tool_use\` ids must be unique: ${call}`);
  const answer = repeated(messages.flatMap((message) => resultsIn(message).map(({ tool_use_id }) => tool_use_id)));
  if (answer)
    throw invalid(
      `messages: each \`tool_use\` must have a single result. Found multiple \`tool_result\` blocks with id: ${answer}`,
    );
}

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, at) => ids.indexOf(id) !== at);
}

function checkAnswers(
  calls: readonly ToolUse[],
  next: Message | undefined,
  place: string,
  own: ReadonlySet<string>,
): void {
  const results = new Map(resultsIn(next).map((result) => [result.tool_use_id, result]));
  const unanswered = calls.filter(({ id }) => !results.has(id)).map(({ id }) => id);
  if (unanswered.length > 0) {
    throw invalid(
      `${place}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${unanswered.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`,
    );
  }
  let halted = false;
  for (const call of calls) {
    const result = results.get(call.id);
    if (!result) continue;
    if ((result.toolset_name ?? undefined) !== (call.toolset_name ?? undefined)) {
      throw invalid(
        `${place}: \`toolset_name\` of the \`tool_result\` for ${call.id} must be ${JSON.stringify(call.toolset_name ?? null)}, as in its \`tool_use\``,
      );
    }
    if (call.toolset_name && own.has(call.name))
      throw invalid(`${place}: ${call.name} is not a member of toolset ${call.toolset_name}`);
    checkErrorContent(result, place);
    if (!call.toolset_name) {
      checkNoBrowserState(result, place);
      continue;
    }
    checkBrowserState(call.name, result, place);
    if (halted && !(result.is_error && textOf(result) === HALTED)) {
      throw invalid(
        `${place}: the result for ${call.id} must be an error with the text ${JSON.stringify(HALTED)}, because an earlier call of the turn failed`,
      );
    }
    halted ||= result.is_error === true;
  }
}

function checkErrorContent(result: ToolResult, place: string): void {
  if (!result.is_error || typeof result.content === 'string') return;
  const other = result.content?.find(({ type }) => type !== 'text');
  if (other) throw invalid(`${place}: \`is_error\` results may contain only text, not ${other.type}`);
}

/** Results stand before anything else in a user message. */
function checkOrder(message: Message, place: string): void {
  if (typeof message.content === 'string') return;
  const types = message.content.map(({ type }) => type);
  const other = types.findIndex((type) => type !== 'tool_result');
  if (other >= 0 && types.lastIndexOf('tool_result') > other)
    throw invalid(`${place}: \`tool_result\` blocks must come first in the content of a user message`);
}

function checkBreakpoints(request: MessagesRequest): void {
  const count = JSON.stringify(request, (key, value) => (key === 'input' ? undefined : value)).split(
    '"cache_control":{',
  ).length;
  if (count - 1 > 4) throw invalid(`A maximum of 4 blocks with cache_control may be provided. Found ${count - 1}.`);
}

function textOf({ content }: ToolResult): string {
  if (typeof content === 'string') return content;
  return (content ?? []).flatMap((block) => (block.type === 'text' ? [String(block.text)] : [])).join('\n');
}

export function callsIn(message: Message | undefined): ToolUse[] {
  if (!message || typeof message.content === 'string') return [];
  return message.content.filter((block): block is ToolUse => block.type === 'tool_use');
}

export function resultsIn(message: Message | undefined): ToolResult[] {
  if (!message || typeof message.content === 'string') return [];
  return message.content.filter((block): block is ToolResult => block.type === 'tool_result');
}
