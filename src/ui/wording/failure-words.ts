import type { TaskFailure } from '../../store/task';
import type { Messages } from '../messages/en';

/** A failure as the panel says it, and what its one button does. */
export interface FailureText {
  what: string;
  next: string;
  act: 'open-settings' | 'try-again' | 'none';
  /** What the other side said, when it adds something to the words. */
  said: string | undefined;
}

const IN_SETTINGS: ReadonlySet<string> = new Set<TaskFailure['code']>([
  'no-key',
  'wrong-key',
  'forbidden',
  'unknown-model',
  'endpoint-not-found',
  'budget',
]);

/** A new task or other words are what helps here, not the same again. */
const NOT_AGAIN: ReadonlySet<string> = new Set<TaskFailure['code']>(['refused', 'context-full']);

/** Codes whose detail is a host or a budget and stands in the sentence itself. */
const DETAIL_IN_WORDS: ReadonlySet<string> = new Set<TaskFailure['code']>(['cors-refused', 'unreachable', 'budget']);

/** Words a failure. A code of a newer version is worded like `internal`, with its detail. */
export function failureWords({ code, detail }: { code: string; detail: string }, t: Messages): FailureText {
  const known = isKnown(code, t) ? code : 'internal';
  const words = t.failures[known];
  return {
    what: words.what(DETAIL_IN_WORDS.has(known) ? hostIn(detail) : detail),
    next: words.next,
    act: IN_SETTINGS.has(known) ? 'open-settings' : NOT_AGAIN.has(known) ? 'none' : 'try-again',
    said: detail && !DETAIL_IN_WORDS.has(known) && detail !== known ? detail : undefined,
  };
}

function isKnown(code: string, t: Messages): code is TaskFailure['code'] {
  return Object.hasOwn(t.failures, code);
}

/** A refusal by 403 brings a sentence of the server where a failed fetch brings the host: only a host fits the words. */
function hostIn(detail: string): string {
  return detail.length <= 60 ? detail : '';
}
