import { expect, test } from 'vitest';
import type { MessagesRequest } from '../../model/request-shape';
import { PromptCache } from '../../model/usage';

const MARK = { cache_control: { type: 'ephemeral' as const } };
const LONG = 'x'.repeat(8000);
const ANSWER = [{ type: 'text', text: 'yes' }];

/** A request of some user turns; those numbered in `marked` carry a breakpoint. */
function request(turns: number, marked: readonly number[], system = LONG): MessagesRequest {
  return {
    model: 'stand-in-1',
    max_tokens: 10,
    system: [{ type: 'text', text: system, ...MARK }],
    messages: Array.from({ length: turns }, (_, at) => ({
      role: 'user',
      content: [{ type: 'text', text: `${at} ${LONG}`, ...(marked.includes(at) ? MARK : {}) }],
    })),
  };
}

const sum = ({
  input_tokens,
  cache_read_input_tokens,
  cache_creation_input_tokens,
}: ReturnType<PromptCache['count']>) => input_tokens + cache_read_input_tokens + cache_creation_input_tokens;

test('what a request marks is read by the next, which writes only what is new', () => {
  const cache = new PromptCache();
  const first = cache.count(request(1, [0]), ANSWER);
  expect(first.cache_read_input_tokens).toBe(0);
  expect(first.input_tokens).toBe(0);
  const second = cache.count(request(2, [0, 1]), ANSWER);
  expect(second.cache_read_input_tokens).toBe(sum(first));
  expect(sum(second)).toBeGreaterThan(sum(first) + 2000);
  expect(second.cache_creation_input_tokens).toBe(sum(second) - sum(first));
});

test('the mark moves without a loss: it is no part of what is cached', () => {
  const cache = new PromptCache();
  const first = cache.count(request(1, [0]), ANSWER);
  expect(cache.count(request(2, [1]), ANSWER).cache_read_input_tokens).toBe(sum(first));
});

test('a changed prefix reads nothing', () => {
  const cache = new PromptCache();
  cache.count(request(2, [1]), ANSWER);
  expect(cache.count(request(2, [1], `${LONG} changed`), ANSWER).cache_read_input_tokens).toBe(0);
});

test('what stands behind the last breakpoint is paid in full each time', () => {
  const cache = new PromptCache();
  cache.count(request(2, [0]), ANSWER);
  const again = cache.count(request(2, [0]), ANSWER);
  expect(again.cache_creation_input_tokens).toBe(0);
  expect(again.input_tokens).toBeGreaterThan(2000);
});

test('a short prompt is not cached', () => {
  const short: MessagesRequest = {
    model: 'stand-in-1',
    max_tokens: 10,
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi', ...MARK }] }],
  };
  const cache = new PromptCache();
  cache.count(short, ANSWER);
  expect(cache.count(short, ANSWER)).toMatchObject({ cache_read_input_tokens: 0, cache_creation_input_tokens: 0 });
});

test('an entry more than twenty blocks back is not found', () => {
  const cache = new PromptCache();
  cache.count(request(1, [0], 'short'), ANSWER);
  expect(cache.count(request(20, [19], 'short'), ANSWER).cache_read_input_tokens).toBeGreaterThan(0);
  const fresh = new PromptCache();
  fresh.count(request(1, [0], 'short'), ANSWER);
  expect(fresh.count(request(21, [20], 'short'), ANSWER).cache_read_input_tokens).toBe(0);
});
