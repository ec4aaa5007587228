import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ResultPart } from '../../store/journal';
import { t } from '../messages/current';
import { useArtifact } from '../state/use-artifact';
import { stepSentence } from '../timeline/step-sentence';
import type { CallStep } from '../timeline/steps';

/** A whole page of text may stand in an answer; more than this nobody reads here. */
const ANSWER_LENGTH = 6000;

/** One call as a sentence that opens to the raw call and its answer. */
export function CallLine({ step }: { step: CallStep }): JSX.Element {
  const open = useSignal(false);
  const state = step.finished ? (step.finished.isError ? 'failed' : 'done') : 'running';
  return (
    <details
      class={`call ${state}`}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{stepSentence(step, t)}</summary>
      {open.value && <RawCall step={step} />}
    </details>
  );
}

/** Made only when it is open: pictures and long texts of a hundred steps would cost memory for nothing. */
function RawCall({ step }: { step: CallStep }): JSX.Element {
  return (
    <dl class="raw">
      <dt>{t.task.call}</dt>
      <dd>
        <pre>{`${step.tool} ${JSON.stringify(step.input, null, 2)}`}</pre>
      </dd>
      {step.finished && (
        <>
          <dt>{t.task.answer}</dt>
          <dd>
            {step.finished.parts.map((part, at) => (
              <AnswerPart key={at} part={part} />
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function AnswerPart({ part }: { part: ResultPart }): JSX.Element | null {
  const picture = useArtifact(part.type === 'picture' ? part.artifactId : undefined);
  switch (part.type) {
    case 'picture':
      return picture ? <img src={picture} alt="" /> : null;
    case 'text':
      return <pre>{cut(part.text)}</pre>;
    case 'browser_state':
      return <pre>{cut(JSON.stringify(part.block, null, 2))}</pre>;
  }
}

function cut(text: string): string {
  return text.length > ANSWER_LENGTH ? `${text.slice(0, ANSWER_LENGTH)}…` : text;
}
