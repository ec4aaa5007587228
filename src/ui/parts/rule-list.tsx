import type { JSX } from 'preact';
import type { Rule, RuleAnswer } from '../../store/rule';
import { t } from '../messages/current';
import { sendCommand } from '../state/send-command';
import { kindWords } from '../wording/approval-words';
import { Choice } from './choice';
import { IconButton } from './icon';

export const ANSWERS: readonly (readonly [RuleAnswer, string])[] = [
  ['ask', t.options.answers.ask],
  ['allow', t.options.answers.allow],
  ['never', t.options.answers.never],
];

/** The rules as they stand: each can be given another answer, or removed. */
export function RuleList({ rules }: { rules: readonly Rule[] }): JSX.Element {
  if (rules.length === 0) return <p class="faint">{t.options.noRules}</p>;
  return (
    <ul class="rules">
      {rules.map(({ id, site, kind, answer }) => (
        <li key={id}>
          <span class="rule-words">
            <b>{site}</b> <span class="faint">{kindWords(kind, t)}</span>
          </span>
          <Choice
            label={t.options.answerTo(t.kinds[kind], site)}
            hidden
            value={answer}
            options={ANSWERS}
            onChoose={(next) => void sendCommand({ type: 'put-rule', rule: { site, kind, answer: next } })}
          />
          <IconButton
            icon="bin"
            name={t.options.removeRule(t.kinds[kind], site)}
            onClick={() => void sendCommand({ type: 'remove-rule', id })}
          />
        </li>
      ))}
    </ul>
  );
}
