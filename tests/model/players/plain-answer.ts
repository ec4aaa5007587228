import type { Player } from '../player';

/** Talks and does nothing. */
export const plainAnswer: Player = {
  name: 'plain-answer',
  plays: () => true,
  move: ({ prompt }) => ({
    say: /\bready\b/.test(prompt)
      ? 'ready'
      : 'I am the stand-in model. I can play a few known tasks on the sample sites, and nothing else.',
  }),
};
