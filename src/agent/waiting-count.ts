import { liveQuery } from 'dexie';
import type { OffstageDatabase } from '../store/database';

/** Calls back with the number of approvals and questions that wait for the person, at each change, until the abort. */
export function watchWaitingCount(db: OffstageDatabase, show: (count: number) => void, signal: AbortSignal): void {
  const waiting = liveQuery(async () => {
    const approvals = await db.approvals.where({ status: 'pending' }).count();
    const questions = await db.questions.filter(({ answer }) => answer === undefined).count();
    return approvals + questions;
  });
  const subscription = waiting.subscribe(show);
  signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
}
