import type { Commit } from '../store/commit';
import { sameCommit } from '../store/commit';
import { voidStaleGrants } from '../store/grant-table';
import type { PlanStep } from '../store/task';
import { readTask, updateTask } from '../store/task-table';
import type { TaskContext } from './task-context';

/** A step as the model writes it. */
export type WrittenStep = Pick<PlanStep, 'text' | 'status' | 'commit'>;

export type NamedByPage = (what: 'words' | 'site', text: string) => boolean;

/**
 * The next plan. A step that says the same as one before keeps its id, so that a tick on it stays; any other step is a
 * new one, so that a tick falls with the words it was given to.
 *
 * @param isFromPage true for a text, or a site, that a page brought up and not the person
 */
export function nextPlan(
  before: readonly PlanStep[],
  steps: readonly WrittenStep[],
  isFromPage: NamedByPage,
): PlanStep[] {
  const left = [...before];
  let last = Math.max(0, ...before.map(({ id }) => Number(id.replace('step-', '')) || 0));
  return steps.map((step) => {
    const at = left.findIndex(({ text, commit }) => text === step.text && sameCommit(commit, step.commit));
    const [same] = at < 0 ? [] : left.splice(at, 1);
    // Once a page had named it, it stays named by a page; what was ticked before a page showed it was not.
    const fromPage = same ? same.fromPage : step.commit && namedBy(step.commit, isFromPage);
    return { id: same?.id ?? `step-${++last}`, ...step, ...(fromPage ? { fromPage } : {}) };
  });
}

/** Shows the person another plan. Ticks on steps that are gone, over or changed are void from then on. */
export async function replacePlan(context: TaskContext, steps: readonly WrittenStep[]): Promise<void> {
  const { db, taskId, gate } = context;
  const before = (await readTask(db, taskId))?.plan ?? [];
  const plan = nextPlan(before, steps, (what, text) =>
    what === 'site' ? gate.knowledge.isForeignSite(text) : gate.knowledge.isFromPage(text),
  );
  await updateTask(db, taskId, { plan });
  await voidStaleGrants(db, taskId, plan);
  await gate.refresh();
}

function namedBy({ recipient, amount, site }: Commit, isFromPage: NamedByPage): boolean {
  const sums = amount ? [...new Set([String(amount.value), amount.value.toFixed(2)])] : [];
  // A round sum such as 20 stands on any page.
  const exact = sums.some((sum) => sum.replace(/\D/g, '').length > 2 && isFromPage('words', sum));
  return exact || (recipient !== undefined && isFromPage('words', recipient)) || isFromPage('site', site);
}
