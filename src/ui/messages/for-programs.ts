import { en, type Messages } from './en';

/**
 * The panel's words for programs: who reads them is not the person, so "you" would be somebody else. English, because
 * it is read by models and in logs.
 */
export const forPrograms: Messages = {
  ...en,
  steps: {
    ...en.steps,
    ask: { doing: (what) => `Asking the person ${what}`, done: (what) => `Asked the person ${what}` },
  },
  waits: { ...en.waits, person: 'The person has the tab. It goes on when they hand it back.' },
  notes: {
    ...en.notes,
    approved: 'The person approved it',
    denied: (words) => (words ? `The person said no: “${words}”` : 'The person said no'),
    void: 'The request to the person fell away',
    took: 'The person took the tab',
    gaveBack: 'The person gave the tab back',
    never: (site) => `Stopped something that the person’s rules forbid at ${site}`,
  },
  task: { ...en.task, you: 'The person' },
};
