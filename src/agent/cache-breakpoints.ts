import type { BetaMessageParam } from '@anthropic-ai/sdk/resources/beta';

/** The API takes four in all; one stands on the system prompt, which also covers the tools before it. */
const MOVING = 2;

/**
 * The same messages with cache breakpoints on the last block of the last two user messages: the newest writes the
 * cache, the one before it is where the previous turn wrote, so that the next request reads it.
 * https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 */
export function withCacheBreakpoints(messages: readonly BetaMessageParam[]): BetaMessageParam[] {
  const marked = [...messages];
  let left = MOVING;
  for (let at = marked.length - 1; at >= 0 && left > 0; at--) {
    const message = marked[at];
    if (message?.role !== 'user' || typeof message.content === 'string') continue;
    const last = message.content.at(-1);
    if (!last || (last.type !== 'text' && last.type !== 'tool_result')) continue;
    marked[at] = {
      ...message,
      content: [...message.content.slice(0, -1), { ...last, cache_control: { type: 'ephemeral' } }],
    };
    left--;
  }
  return marked;
}
