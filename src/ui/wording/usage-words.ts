import type { Task } from '../../store/task';
import type { Messages } from '../messages/en';

/** A task's cost: tokens read and written, how much of the reading came from the cache, turns, dollars where known. */
export function usageWords({ usage, turns, costUsd }: Pick<Task, 'usage' | 'turns' | 'costUsd'>, t: Messages): string {
  const read = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;
  const count = new Intl.NumberFormat(t.language);
  const parts = [t.task.tokens(count.format(read), count.format(usage.outputTokens))];
  if (usage.cacheReadTokens > 0) {
    const share = new Intl.NumberFormat(t.language, { style: 'percent' }).format(usage.cacheReadTokens / read);
    parts.push(t.task.cached(share));
  }
  parts.push(t.task.turns(turns));
  if (costUsd !== undefined) {
    const digits = costUsd < 1 ? 3 : 2;
    const money = {
      style: 'currency',
      currency: 'USD',
      minimumFractionDigits: 2,
      maximumFractionDigits: digits,
    } as const;
    parts.push(new Intl.NumberFormat(t.language, money).format(costUsd));
  }
  // A line ends behind a dot, never before it.
  return parts.join('\u00a0· ');
}
