import { readConversation } from './conversation';
import type { Move } from './player';
import { playerFor } from './players/all';
import type { MessagesRequest } from './request-shape';
import type { AnswerBlock } from './stream';

/**
 * Lets a player take the model's turn.
 *
 * @param offered encoding of the members in the request; without any the 'model' can only talk
 * @param count number of the request on its server. With the length of the conversation it makes ids that stay unique
 *   when the server starts again in between.
 */
export function playedTurn(
  request: MessagesRequest,
  offered: 'toolset' | 'tools' | 'none',
  count: number,
): { content: AnswerBlock[]; stopReason: 'tool_use' | 'end_turn' } {
  const own = new Set((request.tools ?? []).flatMap((tool) => ('name' in tool ? [tool.name] : [])));
  const { say, calls = [] } = moveOf(request, offered);
  const content: AnswerBlock[] = say ? [{ type: 'text', text: say }] : [];
  calls.forEach(({ name, input }, at) => {
    const marked = offered === 'toolset' && !own.has(name);
    content.push({
      type: 'tool_use',
      id: `toolu_${count}_${request.messages.length}_${at}`,
      name,
      input,
      ...(marked ? { toolset_name: 'browser' } : {}),
    });
  });
  return { content, stopReason: calls.length > 0 ? 'tool_use' : 'end_turn' };
}

function moveOf(request: MessagesRequest, offered: 'toolset' | 'tools' | 'none'): Move {
  const conversation = readConversation(request);
  if (offered === 'none')
    return { say: conversation.prompt.includes('ready') ? 'ready' : 'I have no browser to do that with.' };
  try {
    return playerFor(conversation.prompt).move(conversation);
  } catch (error) {
    // A prompt that a player cannot read is no fault of the network, which would be asked again and again.
    return { say: `I could not play this task: ${error instanceof Error ? error.message : String(error)}` };
  }
}
