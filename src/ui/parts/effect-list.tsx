import type { JSX } from 'preact';
import type { LoggedEffect } from '../../store/logged-effect';
import { t } from '../messages/current';
import { now } from '../state/clock';
import { kindWords, reasonWords } from '../wording/approval-words';
import { dayOrTime, timeOfDay } from '../wording/time-words';

/** Effects of the log, a line each: when, what was decided, what it was and where, why, and in which task. */
export function EffectList({ effects }: { effects: readonly LoggedEffect[] }): JSX.Element {
  return (
    <ul class="effects">
      {effects.map((effect) => (
        <li key={effect.id}>
          <p class="effect-line">
            <span class={`verdict ${effect.answer ?? effect.verdict}`}>
              {effect.answer && effect.answer !== 'void'
                ? t.options.verdicts[effect.answer]
                : t.options.verdicts[effect.verdict]}
            </span>
            <b>{kindWords(effect.kind, t)}</b>
            <span class="effect-site">{effect.site}</span>
            <time class="faint" dateTime={new Date(effect.at).toISOString()}>
              {whenWords(effect.at)}
            </time>
          </p>
          <p class="faint">{reasonWords(effect.reasons, t)}</p>
          <p class="faint effect-path">
            {effect.method} {effect.path} · {effect.taskTitle}
          </p>
        </li>
      ))}
    </ul>
  );
}

function whenWords(at: number): string {
  const day = dayOrTime(at, now.value, t.language);
  const time = timeOfDay(at, t.language);
  return day === time ? time : `${day}, ${time}`;
}
