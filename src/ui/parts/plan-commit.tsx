import type { JSX } from 'preact';
import { isTickable } from '../../store/grant-table';
import type { PlanStep } from '../../store/task';
import { t } from '../messages/current';
import { sendCommand } from '../state/send-command';
import { kindWords } from '../wording/approval-words';

/**
 * What a step will do that cannot be taken back, and the box with which a person agrees to it ahead of time. Where
 * nothing bounds it, or a page named whom it goes to, there is no box: it asks first.
 */
export function PlanCommit({
  taskId,
  step,
  ticked,
  live,
}: {
  taskId: string;
  step: PlanStep;
  ticked: boolean;
  live: boolean;
}): JSX.Element | null {
  const { commit } = step;
  if (!commit) return null;
  const { kind, site, recipient, amount } = commit;
  const most =
    amount && new Intl.NumberFormat(t.language, { style: 'currency', currency: amount.currency }).format(amount.value);
  const what = t.task.commit(kindWords(kind, t), recipient, most, site.replace(/^https?:\/\//, ''));
  if (step.status === 'done' || step.status === 'dropped') return null;
  if (!live || !isTickable(step))
    return <span class="commit faint">{step.fromPage ? t.task.namedByPage : t.task.asksFirst}</span>;
  return (
    <label class="commit" title={t.task.tick(what)}>
      <input
        type="checkbox"
        checked={ticked}
        aria-label={t.task.tick(what)}
        onChange={({ currentTarget }) => {
          const { checked } = currentTarget;
          void sendCommand({ type: 'tick-commit', taskId, stepId: step.id, commit, ticked: checked });
        }}
      />
      <span>{what}</span>
      <span class="faint">{ticked ? t.task.agreed : t.task.asksFirst}</span>
    </label>
  );
}
