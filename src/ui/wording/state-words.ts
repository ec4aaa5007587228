import type { Task } from '../../store/task';
import type { Messages } from '../messages/en';
import { clockTime } from './time-words';

/** How a state looks: accent only for what is live, amber only for what needs the person, red only for stopped. */
export type Tone = 'live' | 'needs-you' | 'stopped' | 'quiet';

/** A task's state as a chip: one or two words and how they look. */
export function stateChip(
  { state, client }: Pick<Task, 'state' | 'client'>,
  t: Messages,
): { words: string; tone: Tone } {
  switch (state.status) {
    case 'waiting':
      if (state.on.for === 'person') return { words: t.states.yours, tone: 'quiet' };
      return state.on.for === 'approval' || state.on.for === 'question'
        ? { words: t.states.needsYou, tone: 'needs-you' }
        : { words: t.states.waiting, tone: 'quiet' };
    case 'running':
      // A session is not always at work while its program is there.
      if (client?.session !== undefined) return { words: t.states.open, tone: 'live' };
      return { words: t.states.running, tone: 'live' };
    case 'queued':
      return { words: t.states[state.status], tone: 'live' };
    case 'stopped':
    case 'failed':
      return { words: t.states[state.status], tone: 'stopped' };
    case 'done':
      return { words: t.states.done, tone: 'quiet' };
  }
}

/** What a waiting task waits for, in a sentence; undefined when a card or question says it, or when it does not wait. */
export function waitingWords({ state }: Pick<Task, 'state'>, now: number, t: Messages): string | undefined {
  if (state.status !== 'waiting') return undefined;
  switch (state.on.for) {
    case 'rate-limit': {
      const left = Math.ceil((state.on.until - now) / 1000) * 1000;
      return left > 0 ? t.waits.rateLimit(clockTime(left)) : t.waits.rateLimitNow;
    }
    case 'offline':
      return t.waits.offline;
    case 'person':
      return t.waits.person;
    case 'late-send':
      return t.waits.lateSend(clockTime(Math.ceil((state.on.until - now) / 1000) * 1000));
    default:
      return undefined;
  }
}
