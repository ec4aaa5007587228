import type { Settings } from '../store/settings';
import type { Task } from '../store/task';

/**
 * Which budget of a task is used up, in words, or undefined. Asked before each turn, so that the last turn may go
 * beyond it. Dollars are those of the turns whose price is known (model-prices.ts); a client's limit can only be the
 * lower one.
 */
export function budgetSpent(
  task: Pick<Task, 'turns' | 'createdAt' | 'costUsd' | 'budgetUsd'>,
  budget: Settings['budget'],
  now: number,
): string | undefined {
  if (task.turns >= budget.turns) return `${budget.turns} turns`;
  if (now - task.createdAt >= budget.minutes * 60_000) return `${budget.minutes} minutes`;
  const usd = Math.min(budget.usd, task.budgetUsd ?? Number.POSITIVE_INFINITY);
  if ((task.costUsd ?? 0) >= usd) return `${usd} USD`;
  return undefined;
}
