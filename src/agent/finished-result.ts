import type { JournalEntry } from '../store/journal';
import type { Finished } from './own-tool-call';

/**
 * What a task came to whose model called `finish`, when nothing came after that: a worker that died while it still
 * watched for late sends must not ask the model once more. Undefined for any other journal.
 */
export function finishedResult(journal: readonly JournalEntry[]): Finished | undefined {
  let finishing: { callId: string; finished: Finished } | undefined;
  let finished: Finished | undefined;
  for (const { event } of journal) {
    if (event.type === 'call_started' && event.tool === 'finish' && typeof event.input.result === 'string') {
      const { result, data } = event.input;
      finishing = { callId: event.callId, finished: { result, ...(data === undefined ? {} : { structured: data }) } };
    }
    if (event.type === 'call_finished' && event.callId === finishing?.callId && !event.isError)
      finished = finishing.finished;
    if (event.type === 'person_said' || event.type === 'turn_received' || event.type === 'task_ended')
      finished = undefined;
  }
  return finished;
}
