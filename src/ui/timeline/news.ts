import type { JournalEntry } from '../../store/journal';
import type { Messages } from '../messages/en';
import { siteOf, stepSentence } from './step-sentence';
import { type Step, stepsOf } from './steps';

/** One step of the timeline as text, at the journal number by which it is known whole. */
export interface StepNews {
  seq: number;
  /** Epoch milliseconds. */
  at: number;
  text: string;
  /** Ids of pictures that it brought. */
  pictures?: string[];
}

/** The timeline as text, for who cannot see the panel. A call is told once, when it has ended. */
export function newsOf(journal: readonly JournalEntry[], t: Messages): StepNews[] {
  return stepsOf(journal)
    .flatMap((step) => newsOfStep(step, t) ?? [])
    .sort((a, b) => a.seq - b.seq);
}

function newsOfStep(step: Step, t: Messages): StepNews | undefined {
  const place = { seq: Number.parseInt(step.key, 10), at: step.at };
  switch (step.kind) {
    case 'call': {
      if (!step.finished) return undefined;
      const pictures = step.finished.parts.flatMap((part) => (part.type === 'picture' ? [part.artifactId] : []));
      return {
        seq: step.finished.seq,
        at: step.at,
        text: stepSentence(step, t),
        ...(pictures.length > 0 ? { pictures } : {}),
      };
    }
    case 'person':
      return { ...place, text: `${step.client ?? t.task.you}: ${step.text}` };
    case 'model':
      return { ...place, text: step.text };
    case 'denied':
      return { ...place, text: t.notes.denied(step.words) };
    case 'never':
      return { ...place, text: t.notes.never(siteOf(step.url)) };
    default:
      return { ...place, text: t.notes[step.kind] };
  }
}
