import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Question } from '../../store/question';
import { t } from '../messages/current';
import { sendCommand } from '../state/send-command';
import { useArmed } from '../state/use-armed';

/** A question of the model: likely answers as buttons, and room for any other. */
export function QuestionCard({ question }: { question: Question }): JSX.Element {
  const armed = useArmed();
  const own = useSignal('');
  const sent = useSignal(false);
  const answer = async (text: string) => {
    if (!text.trim()) return;
    sent.value = true;
    const reply = await sendCommand({ type: 'answer-question', questionId: question.id, answer: text.trim() });
    if (!reply.ok) sent.value = false;
  };
  const off = !armed || sent.value;
  return (
    <section class="card question" aria-label={t.question.region} data-follow>
      <p class="card-title">{t.question.region}</p>
      <h2 class="card-ask">{question.text}</h2>
      {question.options.length > 0 && (
        <div class="options">
          {question.options.map((option) => (
            <button key={option} type="button" disabled={off} onClick={() => void answer(option)}>
              {option}
            </button>
          ))}
        </div>
      )}
      <form
        class="own-answer"
        onSubmit={(event) => {
          event.preventDefault();
          void answer(own.value);
        }}
      >
        <input
          type="text"
          aria-label={t.question.answer}
          placeholder={t.question.answer}
          value={own.value}
          onInput={(event) => {
            own.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="primary" disabled={off || !own.value.trim()}>
          {t.question.send}
        </button>
      </form>
    </section>
  );
}
