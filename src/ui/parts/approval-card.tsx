import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Approval } from '../../store/approval';
import { t } from '../messages/current';
import { show } from '../state/view';
import { approvalWords, reasonWords } from '../wording/approval-words';
import { CardAnswer } from './card-answer';
import { MarkedPicture } from './marked-picture';

/** Rows that show at once; a form of thirty fields must not push the buttons out of sight. */
const ROWS = 6;

/** What would happen, in one sentence, with everything a person needs to say yes or no. */
export function ApprovalCard({
  approval,
  waits,
  taskTitle,
}: {
  approval: Approval;
  waits: boolean;
  taskTitle: string | undefined;
}): JSX.Element {
  const { effect, picture } = approval;
  const words = approvalWords(effect, t);
  return (
    <section class={`card ${waits ? '' : 'settled'}`} aria-label={waits ? t.card.region : t.card.answered}>
      <p class="card-title">
        <span>
          {waits ? t.card.region : t.card.answered}
          {waits && <span class="stays"> · {t.card.stays}</span>}
        </span>
        {taskTitle && (
          <button type="button" class="quiet cut" onClick={() => show({ at: 'task', taskId: approval.taskId })}>
            {taskTitle}
          </button>
        )}
      </p>
      {approval.client && <p class="faint">{t.card.askedBy(approval.client)}</p>}
      <h2 class="card-ask">{words.ask}</h2>
      <div class="card-body">
        <Payload rows={effect.rows} />
        {picture && <MarkedPicture picture={picture} />}
        <details class="card-why">
          <summary>
            {t.card.why}: {reasonWords(effect.reasons, t)}
          </summary>
          <pre>{`${effect.method} ${effect.url}`}</pre>
        </details>
        <CardAnswer approval={approval} waits={waits} verb={words.verb} />
      </div>
    </section>
  );
}

function Payload({ rows }: { rows: Approval['effect']['rows'] }): JSX.Element | null {
  const all = useSignal(false);
  if (rows.length === 0) return null;
  const shown = all.value ? rows : rows.slice(0, ROWS);
  return (
    <>
      <table class="payload" aria-label={t.card.payload}>
        <tbody>
          {shown.map(({ label, value }, at) => (
            <tr key={at}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            all.value = true;
          }}
        >
          {t.card.moreRows(rows.length - shown.length)}
        </button>
      )}
    </>
  );
}
