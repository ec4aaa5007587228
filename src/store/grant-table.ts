import { type Commit, isBound, sameCommit } from './commit';
import type { OffstageDatabase } from './database';
import { Grant } from './grant';
import { readableRows } from './readable-rows';
import type { PlanStep } from './task';
import { readTask } from './task-table';

/** A person's tick, or their taking it back. Resolves false when the step is not, or no longer, what they were shown. */
export async function tickCommit(
  db: OffstageDatabase,
  given: { taskId: string; stepId: string; commit: Commit; ticked: boolean },
): Promise<boolean> {
  return db.transaction('rw', [db.tasks, db.grants], async () => {
    const step = (await readTask(db, given.taskId))?.plan.find(({ id }) => id === given.stepId);
    if (!step || !isTickable(step) || !sameCommit(step.commit, given.commit)) return false;
    const { taskId, stepId, commit } = given;
    const before = await db.grants.where({ taskId }).toArray();
    for (const { id, ...grant } of before)
      if (grant.stepId === stepId && grant.status === 'ticked') await db.grants.update(id, { status: 'void' });
    if (!given.ticked) return true;
    const id = crypto.randomUUID();
    await db.grants.add({ id, taskId, stepId, text: step.text, commit, status: 'ticked', at: Date.now() });
    return true;
  });
}

/** True for a step with a commit that is still to come and that a person may agree to now. */
export function isTickable({ commit, fromPage, status }: PlanStep): boolean {
  return commit !== undefined && isBound(commit) && !fromPage && (status === 'todo' || status === 'doing');
}

/** Voids the ticks of steps that are gone, over, or say something else by now. */
export async function voidStaleGrants(db: OffstageDatabase, taskId: string, plan: readonly PlanStep[]): Promise<void> {
  await db.grants
    .where({ taskId })
    .filter(({ status }) => status === 'ticked')
    .modify((grant) => {
      const step = plan.find(({ id }) => id === grant.stepId);
      const same = step && isTickable(step) && step.text === grant.text && sameCommit(step.commit, grant.commit);
      if (!same) grant.status = 'void';
    });
}

/** Marks a tick as used, on disk, before its request may go out. Resolves false if it was used or voided before. */
export async function spendGrant(db: OffstageDatabase, id: string): Promise<boolean> {
  return db.transaction('rw', db.grants, async () => {
    const grant = await db.grants.get(id);
    if (grant?.status !== 'ticked') return false;
    await db.grants.update(id, { status: 'spent' });
    return true;
  });
}

/** A task's ticks, used and void ones too, oldest first. */
export async function grantsOf(db: OffstageDatabase, taskId: string): Promise<Grant[]> {
  return readableRows(await db.grants.where({ taskId }).sortBy('at'), Grant);
}
