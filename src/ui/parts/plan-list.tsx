import type { JSX } from 'preact';
import type { PlanStep } from '../../store/task';
import { t } from '../messages/current';
import { Icon, type IconName } from './icon';

const ICONS: Record<PlanStep['status'], IconName> = {
  todo: 'circle',
  doing: 'circle',
  done: 'check',
  dropped: 'strike',
};

/** The model's plan as a checklist. Each state is also said in words, because a drawing says nothing to a reader. */
export function PlanList({ plan, live }: { plan: readonly PlanStep[]; live: boolean }): JSX.Element | null {
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
        {plan.map(({ id, text, status }) => (
          <li key={id} class={status} aria-current={status === 'doing' ? 'step' : undefined}>
            <Icon name={ICONS[status]} />
            <span class="plan-text">{text}</span>
            <span class="visually-hidden">, {t.task.planStates[status]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
