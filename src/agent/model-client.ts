import Anthropic from '@anthropic-ai/sdk';
import type { BetaMessageParam, BetaToolUnion, BetaUsage } from '@anthropic-ai/sdk/resources/beta';
import type { Settings } from '../store/settings';
import type { Usage } from '../store/task';
import { withCacheBreakpoints } from './cache-breakpoints';
import { impatientFetch } from './impatient-fetch';
import { SYSTEM_PROMPT } from './system-prompt';

/** Room for a batch of calls or a long result; a turn that needs more is told so and goes on. */
const MAX_TOKENS = 16_000;

export interface ReceivedTurn {
  /** Content blocks exactly as received. */
  content: Record<string, unknown>[];
  stopReason: string | null;
  usage: Usage;
}

/**
 * The client for one endpoint. Retries are ours, because waiting is journaled and shown.
 *
 * @param idleMs longest time in which nothing of an answer comes; by default two minutes
 */
export function modelClient(provider: Pick<Settings['provider'], 'baseURL' | 'apiKey'>, idleMs?: number): Anthropic {
  return new Anthropic({
    baseURL: provider.baseURL,
    // A local server wants no key, but the SDK wants a value; an empty header value is what such servers ignore.
    apiKey: provider.apiKey || 'none',
    maxRetries: 0,
    fetch: impatientFetch(idleMs),
    // Without it the SDK leaves out the header that makes the API answer a browser at all.
    dangerouslyAllowBrowser: true,
  });
}

/**
 * Asks for one turn and streams it. A turn that was cut off rejects and was never executed.
 *
 * Throws the SDK's errors; `readModelFailure` sorts them.
 */
export async function receiveTurn(
  client: Anthropic,
  request: { model: string; tools: BetaToolUnion[]; messages: readonly BetaMessageParam[] },
  signal: AbortSignal,
): Promise<ReceivedTurn> {
  const stream = client.beta.messages.stream(
    {
      model: request.model,
      max_tokens: MAX_TOKENS,
      system: [{ type: 'text', text: SYSTEM_PROMPT, cache_control: { type: 'ephemeral' } }],
      tools: request.tools,
      messages: withCacheBreakpoints(request.messages),
    },
    { signal },
  );
  const message = await stream.finalMessage();
  return {
    content: message.content.map((block) => ({ ...block })),
    stopReason: message.stop_reason,
    usage: usageOf(message.usage),
  };
}

/** One request of a few tokens, to learn whether key, endpoint and model are right. Resolves with the model's name. */
export async function checkEndpoint(provider: Settings['provider'], signal: AbortSignal): Promise<string> {
  const message = await modelClient(provider).messages.create(
    { model: provider.model, max_tokens: 16, messages: [{ role: 'user', content: 'Answer with the word ready.' }] },
    { signal },
  );
  return message.model;
}

function usageOf(usage: BetaUsage): Usage {
  return {
    inputTokens: usage.input_tokens ?? 0,
    outputTokens: usage.output_tokens ?? 0,
    cacheReadTokens: usage.cache_read_input_tokens ?? 0,
    cacheWriteTokens: usage.cache_creation_input_tokens ?? 0,
  };
}
