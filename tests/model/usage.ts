import { createHash } from 'node:crypto';
import type { MessagesRequest } from './request-shape';

/** Token counts of one turn as the API reports them. */
export interface TurnUsage {
  input_tokens: number;
  output_tokens: number;
  cache_read_input_tokens: number;
  cache_creation_input_tokens: number;
}

/** Shorter prompts are not cached. The real minimum depends on the model: 512 to 4096. */
const LEAST_CACHED = 1024;
/** How many blocks before a breakpoint are tried for an entry that an earlier request wrote. */
const LOOKBACK = 20;

interface Block {
  text: string;
  breakpoint: boolean;
}

/**
 * The prompt cache of one server, so that a breakpoint in the wrong place, or a prefix that changed, shows in the
 * usage: https://platform.claude.com/docs/en/build-with-claude/prompt-caching. Entries never expire here.
 */
export class PromptCache {
  readonly #written = new Set<string>();

  /** Counts a request, and writes what it marks for the next one. `answer` is the content that goes back. */
  count(request: MessagesRequest, answer: unknown): TurnUsage {
    const prefixes: { key: string; tokens: number; breakpoint: boolean }[] = [];
    const hash = createHash('sha256').update(request.model);
    let length = 0;
    for (const { text, breakpoint } of blocksOf(request)) {
      length += text.length;
      prefixes.push({ key: hash.update(text).copy().digest('hex'), tokens: tokens(length), breakpoint });
    }
    let read = 0;
    let marked = 0;
    prefixes.forEach(({ breakpoint, tokens: size }, at) => {
      if (!breakpoint || size < LEAST_CACHED) return;
      marked = size;
      const known = prefixes.slice(Math.max(0, at + 1 - LOOKBACK), at + 1).filter(({ key }) => this.#written.has(key));
      read = Math.max(read, known.at(-1)?.tokens ?? 0);
    });
    for (const { key, breakpoint, tokens: size } of prefixes)
      if (breakpoint && size >= LEAST_CACHED) this.#written.add(key);
    return {
      input_tokens: tokens(length) - marked,
      output_tokens: tokens(JSON.stringify(answer).length),
      cache_read_input_tokens: read,
      cache_creation_input_tokens: marked - read,
    };
  }
}

/** The request in the order in which it is cached: tools, system, messages. */
function blocksOf({ tools = [], system = [], messages }: MessagesRequest): Block[] {
  return [
    ...tools.map((tool) => blockOf('tool', tool)),
    ...listed(system).map((block) => blockOf('system', block)),
    ...messages.flatMap(({ role, content }) => listed(content).map((block) => blockOf(role, block))),
  ];
}

function listed<T>(content: string | readonly T[]): readonly (string | T)[] {
  return typeof content === 'string' ? [content] : content;
}

/** The mark itself is no part of what is cached: it moves from turn to turn. */
function blockOf(place: string, block: unknown): Block {
  let breakpoint = false;
  const text = JSON.stringify(block, (key, value: unknown) => {
    if (key !== 'cache_control') return value;
    breakpoint ||= value !== null;
    return undefined;
  });
  return { text: `${place} ${text}`, breakpoint };
}

/** About four characters a token: good enough for a cost display and for comparing two runs, and for nothing else. */
function tokens(characters: number): number {
  return Math.ceil(characters / 4);
}
