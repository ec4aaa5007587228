import type { JournalEntry } from '../store/journal';
import type { Finished } from './own-tool-call';

/**
 * What a task came to whose model called `finish`, when nothing was said to it since: a worker that died while it still
 * watched for late sends must not ask the model once more. Undefined for any other journal.
 */
export function finishedResult(journal: readonly JournalEntry[]): Finished | undefined {
  let finishing: { callId: string; finished: Finished } | undefined;
  let finished: Finished | undefined;
  let answered = true;
  for (const { event } of journal) {
    if (event.type === 'call_started' && event.tool === 'finish' && typeof event.input.result === 'string') {
      const { result, data } = event.input;
      finishing = { callId: event.callId, finished: { result, ...(data === undefined ? {} : { structured: data }) } };
    }
    if (event.type === 'call_finished' && event.callId === finishing?.callId && !event.isError)
      finished = finishing.finished;
    // Said during the turn that finishes, or after it: it is not over yet.
    if (event.type === 'person_said' || event.type === 'harness_said') answered = false;
    if (event.type === 'turn_received') answered = true;
    if (!answered || event.type === 'turn_received' || event.type === 'task_ended') finished = undefined;
  }
  return finished;
}
