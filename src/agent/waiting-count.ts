import { liveQuery } from 'dexie';
import { whatWaits } from '../store/approval-table';
import type { OffstageDatabase } from '../store/database';

/** Calls back with the number of approvals and questions that wait for the person, at each change, until the abort. */
export function watchWaitingCount(db: OffstageDatabase, show: (count: number) => void, signal: AbortSignal): void {
  const waiting = liveQuery(async () => {
    const { approvals, questions } = await whatWaits(db);
    return approvals.length + questions.length;
  });
  const subscription = waiting.subscribe(show);
  signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
}
