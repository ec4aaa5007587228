import { expect, test } from 'vitest';
import { budgetSpent } from '../../../src/agent/budget';
import { costOf, priceOf } from '../../../src/agent/model-prices';

const usage = { inputTokens: 1000, outputTokens: 2000, cacheReadTokens: 10_000, cacheWriteTokens: 4000 };
const rest = { turns: 3, createdAt: 0 };
const budget = { usd: 5, turns: 100, minutes: 60 };

test.each([
  ['claude-sonnet-5', 0.034],
  ['claude-sonnet-4-5-20250929', 0.051],
  ['claude-opus-5-5', 0.066],
  ['claude-haiku-4-5', 0.017],
  ['claude-haiku-5-5', 0.0017],
])('a turn of %s costs %d dollars', (model, usd) => {
  expect(costOf(usage, model, {})).toBeCloseTo(usd, 10);
});

test('a long turn of a model with two prices costs the higher one, for all of it', () => {
  const long = { inputTokens: 0, outputTokens: 1000, cacheReadTokens: 100_001, cacheWriteTokens: 0 };
  expect(costOf(long, 'claude-haiku-5-5', {})).toBeCloseTo(0.00750005, 10);
  expect(costOf({ ...long, cacheReadTokens: 100_000 }, 'claude-haiku-5-5', {})).toBeCloseTo(0.0015, 10);
});

test('a model that no list names has the price that the person gave, or none', () => {
  expect(priceOf('qwen3-vl', {})).toBeUndefined();
  expect(costOf(usage, 'qwen3-vl', {})).toBeUndefined();
  expect(costOf(usage, 'qwen3-vl', { price: { input: 1, output: 2 } })).toBeCloseTo(0.019, 10);
  expect(priceOf('claude-sonnet-5', { price: { input: 9, output: 9 } })).toEqual({ input: 9, output: 9 });
});

test.each([
  [{}, undefined],
  [{ costUsd: 4.99 }, undefined],
  [{ costUsd: 5 }, '5 USD'],
  [{ costUsd: 0.5, budgetUsd: 0.5 }, '0.5 USD'],
  [{ costUsd: 5, budgetUsd: 50 }, '5 USD'],
  [{ turns: 100 }, '100 turns'],
])('a task that has used %j: %s', (used, spent) => {
  expect(budgetSpent({ ...rest, ...used }, budget, 1000)).toBe(spent);
  expect(budgetSpent({ ...rest, ...used }, { ...budget, minutes: 0.01 }, 1000)).toMatch(/turns|minutes/);
});
