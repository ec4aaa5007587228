import type { JSX } from 'preact';
import { grantsOf } from '../../store/grant-table';
import type { PlanStep } from '../../store/task';
import { t } from '../messages/current';
import { db } from '../state/database';
import { useLive } from '../state/use-live';
import { Icon, type IconName } from './icon';
import { PlanCommit } from './plan-commit';

const ICONS: Record<PlanStep['status'], IconName> = {
  todo: 'circle',
  doing: 'circle',
  done: 'check',
  dropped: 'strike',
};

/** The model's plan as a checklist. Each state is also said in words, because a drawing says nothing to a reader. */
export function PlanList({
  taskId,
  plan,
  live,
}: {
  taskId: string;
  plan: readonly PlanStep[];
  live: boolean;
}): JSX.Element | null {
  const grants = useLive(() => grantsOf(db, taskId), taskId) ?? [];
  const ticked = new Set(grants.flatMap(({ stepId, status }) => (status === 'ticked' ? [stepId] : [])));
  if (plan.length === 0) return null;
  const kept = plan.filter(({ status }) => status !== 'dropped');
  const done = kept.filter(({ status }) => status === 'done');
  return (
    <section class={`plan ${live ? 'live' : ''}`} aria-labelledby="plan-title">
      <div class="section-title">
        <h2 id="plan-title">{t.task.plan}</h2>
        <span class="faint">{t.task.planCount(done.length, kept.length)}</span>
      </div>
      <ol>
        {plan.map((step) => (
          <li key={step.id} class={step.status} aria-current={step.status === 'doing' ? 'step' : undefined}>
            <Icon name={ICONS[step.status]} />
            <div class="plan-step">
              <span class="plan-text">{step.text}</span>
              <span class="visually-hidden">, {t.task.planStates[step.status]}</span>
              <PlanCommit taskId={taskId} step={step} ticked={ticked.has(step.id)} live={live} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
