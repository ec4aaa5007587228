import type { JournalEntry } from '../../src/store/journal';
import { en } from '../../src/ui/messages/en';
import { stepSentence } from '../../src/ui/timeline/step-sentence';
import { type Step, stepsOf } from '../../src/ui/timeline/steps';

/** Prints each step of a task once, in the panel's own words, when it is over. */
export class Timeline {
  readonly #say: (line: string) => void;
  readonly #shown = new Set<string>();

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  show(journal: readonly JournalEntry[]): void {
    for (const step of stepsOf(journal)) {
      if (this.#shown.has(step.key) || (step.kind === 'call' && !step.finished)) continue;
      this.#shown.add(step.key);
      this.#say(`  ${new Date(step.at).toTimeString().slice(0, 8)}  ${sentence(step)}`);
    }
  }
}

function sentence(step: Step): string {
  switch (step.kind) {
    case 'call': {
      const time = step.finished ? `  (${step.finished.ms} ms)` : '';
      return `${stepSentence(step, en)}${time}`;
    }
    case 'person':
      return `You: ${step.text}`;
    case 'model':
      return step.text;
    case 'denied':
      return `Denied${step.words ? `: ${step.words}` : ''}`;
    case 'never':
      return `Stopped: ${step.url}`;
    case 'approved':
      return 'Approved';
    case 'resumed':
      return 'Went on after an interruption';
    case 'interrupted':
      return 'The model was asked again';
    case 'void':
      return 'No longer asked';
    case 'took':
      return 'You took the tab';
    case 'gaveBack':
      return 'You gave the tab back';
  }
}
