import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { JournalEntry } from '../../store/journal';
import type { Task } from '../../store/task';
import { t } from '../messages/current';
import { type Step, stepsOf } from '../timeline/steps';
import { timeOfDay } from '../wording/time-words';
import { CallLine } from './call-line';

/** Steps that show at first: enough to follow, and the card below stays on screen. */
const SHOWN = 5;

/** What happened, a sentence a step, the newest last. Earlier ones open on request. */
export function Timeline({ task, journal }: { task: Task; journal: readonly JournalEntry[] }): JSX.Element {
  const all = useSignal(false);
  const { createdAt: at, prompt: text, client } = task;
  const prompt: Step = { kind: 'person', key: 'prompt', at, text, client: client?.name };
  const steps = [prompt, ...stepsOf(journal)];
  const hidden = all.value ? 0 : Math.max(0, steps.length - SHOWN - 1);
  return (
    <section class="timeline" aria-labelledby="timeline-title">
      <div class="section-title">
        <h2 id="timeline-title">{t.task.happened}</h2>
      </div>
      {hidden > 0 && (
        <button
          type="button"
          class="quiet earlier"
          onClick={() => {
            all.value = true;
          }}
        >
          {t.task.earlier(hidden)}
        </button>
      )}
      <ol>
        {steps.slice(hidden).map((step) => (
          <li key={step.key}>
            <time class="faint" dateTime={new Date(step.at).toISOString()}>
              {timeOfDay(step.at, t.language)}
            </time>
            <StepLine step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepLine({ step }: { step: Step }): JSX.Element {
  switch (step.kind) {
    case 'call':
      return <CallLine step={step} />;
    case 'person':
      return (
        <p class="said person">
          <b>{step.client ?? t.task.you}</b> {step.text}
        </p>
      );
    case 'model':
      return <p class="said">{step.text}</p>;
    case 'denied':
      return <p class="note">{t.notes.denied(step.words)}</p>;
    case 'never':
      return <p class="note">{t.notes.never(URL.canParse(step.url) ? new URL(step.url).host : step.url)}</p>;
    default:
      return <p class="note">{t.notes[step.kind]}</p>;
  }
}
