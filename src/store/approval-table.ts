import { liveQuery } from 'dexie';
import { Approval, type ApprovalScope } from './approval';
import type { OffstageDatabase } from './database';
import { Question } from './question';
import { readableRows } from './readable-rows';

/** Writes a new pending approval. */
export async function addApproval(
  db: OffstageDatabase,
  given: Omit<Approval, 'id' | 'status' | 'askedAt' | 'spent'>,
): Promise<Approval> {
  const approval = Approval.parse({
    ...given,
    id: crypto.randomUUID(),
    status: 'pending',
    askedAt: Date.now(),
    spent: false,
  });
  await db.approvals.add(approval);
  return approval;
}

/**
 * A person's answer, for once where there is no like of what was asked. Resolves false when the approval is gone or was
 * answered before: the first answer stands.
 */
export async function answerApproval(
  db: OffstageDatabase,
  id: string,
  answer: { status: 'approved' | 'denied' | 'void'; scope?: ApprovalScope; words?: string | undefined },
): Promise<boolean> {
  return db.transaction('rw', db.approvals, async () => {
    const approval = await db.approvals.get(id);
    if (approval?.status !== 'pending') return false;
    const narrower = answer.scope === 'like' && !approval.effect.like ? { scope: 'once' as const } : {};
    await db.approvals.update(id, { ...answer, ...narrower, answeredAt: Date.now() });
    return true;
  });
}

/** Marks a one-shot approval as used, on disk, before its request may go out. Resolves false if it was used before. */
export async function spendApproval(db: OffstageDatabase, id: string): Promise<boolean> {
  return db.transaction('rw', db.approvals, async () => {
    const approval = await db.approvals.get(id);
    if (approval?.status !== 'approved' || approval.spent) return false;
    await db.approvals.update(id, { spent: true });
    return true;
  });
}

/**
 * Takes back what was asked for one call: nobody can approve it any more, and what was approved and not used is not
 * used later. Resolves with the ids.
 */
export async function voidApprovals(db: OffstageDatabase, taskId: string, callId: string): Promise<string[]> {
  return db.transaction('rw', db.approvals, async () => {
    const open = (await approvalsOf(db, taskId)).filter(
      (each) => each.callId === callId && (each.status === 'pending' || (each.status === 'approved' && !each.spent)),
    );
    for (const { id } of open) await db.approvals.update(id, { status: 'void', answeredAt: Date.now() });
    return open.map(({ id }) => id);
  });
}

/** Approvals of a task, oldest first. */
export async function approvalsOf(db: OffstageDatabase, taskId: string): Promise<Approval[]> {
  return readableRows(await db.approvals.where({ taskId }).sortBy('askedAt'), Approval);
}

/** A task's questions that nobody has answered, oldest first. */
export async function openQuestionsOf(db: OffstageDatabase, taskId: string): Promise<Question[]> {
  const rows = await db.questions.where({ taskId }).sortBy('askedAt');
  return readableRows(rows, Question).filter(({ answer }) => answer === undefined);
}

/** What waits for the person over all tasks; approvals oldest first. */
export async function whatWaits(db: OffstageDatabase): Promise<{ approvals: Approval[]; questions: Question[] }> {
  const approvals = await db.approvals.where({ status: 'pending' }).sortBy('askedAt');
  const questions = await db.questions.filter(({ answer }) => answer === undefined).toArray();
  return { approvals: readableRows(approvals, Approval), questions: readableRows(questions, Question) };
}

/**
 * Resolves with the approval once a person answered it, in this worker's life or a later one. Rejects with the
 * signal's reason when it aborts, and with an Error when the approval was deleted.
 */
export function answeredApproval(db: OffstageDatabase, id: string, signal: AbortSignal): Promise<Approval> {
  return when(
    () => db.approvals.get(id),
    signal,
    (row) => {
      const approval = Approval.parse(row);
      return approval.status === 'pending' ? undefined : approval;
    },
  );
}

/** Answers an open question once. Resolves false when it is gone or was answered before: what was said first stands. */
export async function answerQuestion(
  db: OffstageDatabase,
  id: string,
  answer: { answer: string; client?: string },
): Promise<boolean> {
  return db.transaction('rw', db.questions, async () => {
    const question = await db.questions.get(id);
    if (!question || question.answer !== undefined) return false;
    await db.questions.update(id, answer);
    return true;
  });
}

/** Resolves with the question once a person answered it. Rejects like {@link answeredApproval}. */
export function answeredQuestion(db: OffstageDatabase, id: string, signal: AbortSignal): Promise<string> {
  return when(
    () => db.questions.get(id),
    signal,
    (row) => Question.parse(row).answer,
  );
}

function when<T>(
  query: () => Promise<unknown>,
  signal: AbortSignal,
  ready: (row: unknown) => T | undefined,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const end = (settle: () => void) => {
      subscription.unsubscribe();
      signal.removeEventListener('abort', aborted);
      settle();
    };
    const aborted = () => end(() => reject(signal.reason));
    const subscription = liveQuery(query).subscribe({
      next: (row) => {
        try {
          const value = ready(row);
          if (value !== undefined) queueMicrotask(() => end(() => resolve(value)));
        } catch (error) {
          queueMicrotask(() => end(() => reject(error)));
        }
      },
      error: (error: unknown) => end(() => reject(error)),
    });
    signal.addEventListener('abort', aborted, { once: true });
  });
}
