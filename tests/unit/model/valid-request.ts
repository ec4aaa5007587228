import type { Message, MessagesRequest } from '../../model/request-shape';

export const TOOLSET = { type: 'browser_toolset_20260801' as const };

/** A request that the API takes: two turns of the toolset behind it. Each call gives a fresh one to break. */
export function validRequest(): MessagesRequest & Record<string, unknown> {
  return {
    model: 'stand-in-1',
    max_tokens: 100,
    system: [{ type: 'text', text: 'You are Offstage.', cache_control: { type: 'ephemeral' } }],
    tools: [TOOLSET, { name: 'finish', description: 'End', input_schema: { type: 'object' } }],
    messages: [
      { role: 'user', content: [{ type: 'text', text: 'Do it' }] },
      {
        role: 'assistant',
        content: [
          { type: 'tool_use', id: 'c1', name: 'new_tab', input: {}, toolset_name: 'browser' },
          { type: 'tool_use', id: 'c2', name: 'read_page', input: {}, toolset_name: 'browser' },
        ],
      },
      {
        role: 'user',
        content: [
          {
            type: 'tool_result',
            tool_use_id: 'c1',
            toolset_name: 'browser',
            content: [{ type: 'browser_state', tabs: [{ tab_id: '1', title: '', url: '', active: true }] }],
          },
          {
            type: 'tool_result',
            tool_use_id: 'c2',
            toolset_name: 'browser',
            content: [{ type: 'text', text: 'heading "Hello" level=1' }],
          },
        ],
      },
    ],
  };
}

/** Both results of the request, to change one of them. */
export function resultsOf(request: MessagesRequest): [Result, Result] {
  const content = request.messages[2]?.content;
  const [first, second] = Array.isArray(content) ? content : [];
  if (first?.type !== 'tool_result' || second?.type !== 'tool_result') throw new Error('the request was changed');
  return [first, second];
}

type Result = Extract<Exclude<Message['content'], string>[number], { type: 'tool_result' }>;

/** The one state of a request. */
export function stateOf(request: MessagesRequest): Record<string, unknown> {
  const [first] = resultsOf(request);
  const state = Array.isArray(first.content) ? first.content[0] : undefined;
  if (state?.type !== 'browser_state') throw new Error('the request was changed');
  return state;
}

/** Adds a call of the ordinary tool `finish` to the request's turn, and gives its answer back to be changed. */
export function addPlainCall(request: MessagesRequest): Result {
  const [turn, answers] = [request.messages[1]?.content, request.messages[2]?.content];
  if (!Array.isArray(turn) || !Array.isArray(answers)) throw new Error('the request was changed');
  const answer: Result = { type: 'tool_result', tool_use_id: 'c3', content: [{ type: 'text', text: 'ended' }] };
  turn.push({ type: 'tool_use', id: 'c3', name: 'finish', input: {} });
  answers.push(answer);
  return answer;
}
