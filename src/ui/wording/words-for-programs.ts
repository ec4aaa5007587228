import type { Approval } from '../../store/approval';
import type { JournalEntry } from '../../store/journal';
import type { Task } from '../../store/task';
import type { Messages } from '../messages/en';
import { newsOf, type StepNews } from '../timeline/news';
import { approvalWords } from './approval-words';
import { failureWords } from './failure-words';
import { waitingWords } from './state-words';

/** The panel's wording for programs that follow a task over the bridge. */
export function wordsForPrograms(t: Messages) {
  return {
    news: (journal: readonly JournalEntry[]): StepNews[] => newsOf(journal, t),
    approval: ({ effect }: Approval): string => approvalWords(effect, t).ask,
    waiting: (task: Task): string | undefined => waitingWords(task, Date.now(), t),
    failure: (failure: { code: string; detail: string }): string => {
      const { what, next, said } = failureWords(failure, t);
      return [what, next, ...(said ? [said] : [])].join(' ');
    },
  };
}
