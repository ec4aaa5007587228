import type { JSX } from 'preact';
import type { Approval } from '../../store/approval';
import { t } from '../messages/current';
import { kindWords } from '../wording/approval-words';

/** The two answers that hold for every task, folded away: nobody should give them by a slip of the hand. */
export function CardStanding({
  effect,
  off,
  onAnswer,
}: {
  effect: Approval['effect'];
  off: boolean;
  onAnswer: (yes: boolean) => void;
}): JSX.Element {
  const site = new URL(effect.url).hostname;
  const kind = kindWords(effect.kind, t);
  return (
    <details class="card-standing">
      <summary>{t.card.standing}</summary>
      <div class="buttons">
        <button
          type="button"
          disabled={off}
          aria-label={`${t.card.approve}: ${t.card.always(kind, site)}`}
          onClick={() => onAnswer(true)}
        >
          {t.card.always(kind, site)}
        </button>
        <button
          type="button"
          class="deny"
          disabled={off}
          aria-label={`${t.card.deny}: ${t.card.never(kind, site)}`}
          onClick={() => onAnswer(false)}
        >
          {t.card.never(kind, site)}
        </button>
      </div>
    </details>
  );
}
