import type { JournalEntry, ResultPart, StepDetail } from '../../store/journal';

/** One call of the model, with what it came to once that is known. */
export interface CallStep {
  kind: 'call';
  key: string;
  /** Epoch milliseconds. */
  at: number;
  tool: string;
  input: Record<string, unknown>;
  finished?: { seq: number; isError: boolean; parts: readonly ResultPart[]; detail: StepDetail; ms: number };
}

/** One line of the timeline. */
export type Step =
  | CallStep
  | { kind: 'person'; key: string; at: number; text: string; client: string | undefined }
  | { kind: 'model'; key: string; at: number; text: string }
  | { kind: 'resumed' | 'interrupted' | 'approved' | 'void' | 'took' | 'gaveBack'; key: string; at: number }
  | { kind: 'denied'; key: string; at: number; words: string | undefined }
  | { kind: 'never'; key: string; at: number; url: string };

/** Our own tools whose effect stands elsewhere in the panel: the plan, the question, the result. */
const SHOWN_ELSEWHERE = new Set(['update_plan', 'finish']);

/** The timeline of a task, in order: a call and its answer are one step. */
export function stepsOf(journal: readonly JournalEntry[]): Step[] {
  const finished = new Map<string, CallStep['finished']>();
  for (const { seq, event } of journal) {
    if (event.type === 'call_finished') finished.set(event.callId, { seq, ...event });
  }
  return journal.flatMap(({ seq, at, event }): Step[] => {
    const place = { key: String(seq), at };
    switch (event.type) {
      case 'call_started': {
        const outcome = finished.get(event.callId);
        if (SHOWN_ELSEWHERE.has(event.tool) && !outcome?.isError) return [];
        const call: CallStep = { kind: 'call', ...place, tool: event.tool, input: event.input };
        return [outcome ? { ...call, finished: outcome } : call];
      }
      case 'person_said':
        return [{ kind: 'person', ...place, text: event.text, client: event.client }];
      case 'turn_received':
        return saidBeside(event.content).map((text, at) => ({
          kind: 'model',
          ...place,
          key: `${seq}-${at}`,
          text,
        }));
      case 'turn_interrupted':
        return [{ kind: 'interrupted', ...place }];
      case 'resumed':
        return event.after === 'wait' ? [] : [{ kind: 'resumed', ...place }];
      case 'person_took':
        return [{ kind: 'took', ...place }];
      case 'person_gave_back':
        return [{ kind: 'gaveBack', ...place }];
      case 'approval_answered':
        if (event.answer === 'denied') return [{ kind: 'denied', ...place, words: event.words }];
        return [{ kind: event.answer, ...place }];
      case 'effect_seen':
        return event.verdict === 'never' ? [{ kind: 'never', ...place, url: event.url }] : [];
      default:
        return [];
    }
  });
}

/** What the model said beside its calls. A message without calls is the result, which has its own place. */
function saidBeside(content: readonly Record<string, unknown>[]): string[] {
  if (!content.some(({ type }) => type === 'tool_use')) return [];
  return content.flatMap(({ type, text }) => {
    const said = type === 'text' && typeof text === 'string' ? text.trim() : '';
    return said ? [said] : [];
  });
}
