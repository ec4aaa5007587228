import type { ModelPrice } from '../store/model-price';
import type { Settings } from '../store/settings';
import type { Usage } from '../store/task';

interface ListedPrice extends Required<ModelPrice> {
  /** Of a turn that reads more tokens than this, cached ones included. */
  long?: { above: number; price: Required<ModelPrice> };
}

const listed = (input: number, output: number, cacheWrite: number, cacheRead: number): Required<ModelPrice> => ({
  input,
  output,
  cacheWrite,
  cacheRead,
});
const OPUS = listed(5, 25, 6.25, 0.5);
const SONNET = listed(3, 15, 3.75, 0.3);

/**
 * Anthropic's list prices in November 2026, cache writes for five minutes, which is what the turns ask for:
 * https://platform.claude.com/docs/en/about-claude/pricing
 */
const PRICES: Readonly<Record<string, ListedPrice>> = {
  'claude-fable-5-1': listed(10, 50, 12.5, 0.25),
  'claude-fable-5': listed(10, 50, 12.5, 1),
  'claude-opus-5-5': listed(4, 20, 5, 0.2),
  'claude-opus-5': OPUS,
  'claude-opus-4-8': OPUS,
  'claude-opus-4-7': OPUS,
  'claude-opus-4-6': OPUS,
  'claude-opus-4-5': OPUS,
  'claude-opus-4-1': listed(15, 75, 18.75, 1.5),
  'claude-sonnet-5-5': listed(2, 10, 2.5, 0.1),
  'claude-sonnet-5': listed(2, 10, 2.5, 0.2),
  'claude-sonnet-4-6': SONNET,
  'claude-sonnet-4-5': SONNET,
  'claude-haiku-5-5': {
    ...listed(0.1, 0.5, 0.125, 0.01),
    long: { above: 100_000, price: listed(0.5, 2.5, 0.625, 0.05) },
  },
  'claude-haiku-4-5': listed(1, 5, 1.25, 0.1),
};

/** What a model costs: what the person said, else Anthropic's list; undefined when neither is known. */
export function priceOf(model: string, { price }: Pick<Settings['budget'], 'price'>): ModelPrice | undefined {
  return price ?? PRICES[model.replace(/-(\d{8}|latest)$/, '')];
}

/** What one turn cost, in US dollars; undefined where no price is known. */
export function costOf(usage: Usage, model: string, budget: Pick<Settings['budget'], 'price'>): number | undefined {
  const known: (ModelPrice & Pick<ListedPrice, 'long'>) | undefined = priceOf(model, budget);
  if (!known) return undefined;
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = usage;
  const read = inputTokens + cacheReadTokens + cacheWriteTokens;
  const price = known.long && read > known.long.above ? known.long.price : known;
  const { input, output, cacheRead = input, cacheWrite = input } = price;
  const sum = inputTokens * input + outputTokens * output + cacheReadTokens * cacheRead + cacheWriteTokens * cacheWrite;
  return sum / 1_000_000;
}
