import type { Task } from '../../store/task';
import type { Messages } from '../messages/en';

/** A task's cost: tokens read and written, how much of the reading came from the cache, and turns. */
export function usageWords({ usage, turns }: Pick<Task, 'usage' | 'turns'>, t: Messages): string {
  const read = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;
  const count = new Intl.NumberFormat(t.language);
  const parts = [t.task.tokens(count.format(read), count.format(usage.outputTokens))];
  if (usage.cacheReadTokens > 0) {
    const share = new Intl.NumberFormat(t.language, { style: 'percent' }).format(usage.cacheReadTokens / read);
    parts.push(t.task.cached(share));
  }
  parts.push(t.task.turns(turns));
  return parts.join(' · ');
}
