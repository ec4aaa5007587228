import type { ResultPart, StepDetail } from '../store/journal';

/** A call of the model, whichever encoding it came in. */
export interface ToolCall {
  id: string;
  /** Name of a member of the browser toolset, or of one of our own tools. */
  tool: string;
  input: Record<string, unknown>;
  /** True for members of the browser toolset: the halt rule is about these. */
  member: boolean;
}

/** What a call came to. Error results hold text only, as the API demands. */
export interface CallOutcome {
  isError: boolean;
  parts: ResultPart[];
  detail: StepDetail;
}

/** The API's own words for a call that was skipped because one before it failed. */
export const NOT_EXECUTED = 'Not executed: an earlier action in this turn failed.';

export function failed(text: string, detail: StepDetail = {}): CallOutcome {
  return { isError: true, parts: [{ type: 'text', text }], detail };
}

export function succeeded(text: string, detail: StepDetail = {}): CallOutcome {
  return { isError: false, parts: [{ type: 'text', text }], detail };
}
