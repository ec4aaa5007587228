import type { Approval } from '../store/approval';
import type { JournalEntry } from '../store/journal';
import type { Task, TaskFailure } from '../store/task';
import type { TaskNews } from './answers';

/**
 * How the panel words things, in English, for programs. It is handed in where everything is wired, because the bridge
 * does not reach into the interface.
 */
export interface BridgeWords {
  /** What the timeline tells, each step once it has ended. */
  news(journal: readonly JournalEntry[]): TaskNews[];
  /** The question on the card. */
  approval(approval: Approval): string;
  /** What a waiting task waits for when no card or question says it. */
  waiting(task: Task): string | undefined;
  failure(failure: Pick<TaskFailure, 'code' | 'detail'> | { code: string; detail: string }): string;
}
