import type { Settings } from '../store/settings';
import type { Task } from '../store/task';

/** Which budget of a task is used up, in words, or undefined. Money is counted where prices are known: not yet here. */
export function budgetSpent(
  task: Pick<Task, 'turns' | 'createdAt'>,
  budget: Settings['budget'],
  now: number,
): string | undefined {
  if (task.turns >= budget.turns) return `${budget.turns} turns`;
  if (now - task.createdAt >= budget.minutes * 60_000) return `${budget.minutes} minutes`;
  return undefined;
}
