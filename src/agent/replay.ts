import type { StoppedRequest } from '../browser/barrier';
import { evaluate } from '../browser/script';
import type { RequestEvidence } from '../policy/evidence';
import type { TaskContext } from './task-context';
import type { ToolCall } from './tool-call';

const ON_REFS = new Set(['left_click', 'double_click', 'right_click', 'middle_click', 'form_input', 'file_upload']);
const SUBMITTING_KEYS = /^(return|enter|kp_enter|space| )$/i;

/**
 * True when doing the call once more does only what was approved. A click on a ref hits the same node or fails; a
 * coordinate may hit another one by now, and typing would type everything twice.
 */
export function replayable({ tool, input }: ToolCall): boolean {
  if (tool === 'key')
    return typeof input.text === 'string' && SUBMITTING_KEYS.test(input.text.trim()) && (input.repeat ?? 1) === 1;
  // A script is what was shown. An address is what it was; 'back' and 'reload' lead to the same request, or to another
  // one that is asked about.
  if (tool === 'navigate' || tool === 'javascript_exec') return true;
  if (!ON_REFS.has(tool)) return false;
  const { target } = input;
  return typeof target === 'object' && target !== null && 'type' in target && target.type === 'ref';
}

/** Headers that a page's script may set; the browser sets the others again by itself. */
const OWN_HEADERS = /^(content-type|accept|authorization|x-.*)$/;

/** Longest time until a server has answered what is sent again, in milliseconds. */
const ANSWER_MS = 20_000;

/**
 * What became of a request that was to be sent again. `unanswered`: nobody could read an answer, and whether it went
 * out is the barrier's to know. `not-whole`: Offstage has not all of it. `not-here`: only its page can send it.
 */
export type Resent = 'answered' | 'unanswered' | 'not-whole' | 'not-here';

const REPEAT = 'Look at the page and repeat the action once: the approval still holds for exactly what was shown.';

/** What the model is told of an approved request that did not go out. */
export const UNSENT: Record<Resent, string> = {
  answered: `The person approved, but it was stopped again. ${REPEAT}`,
  unanswered: `The person approved, but it could not be sent: the page may be gone. ${REPEAT}`,
  'not-whole': `The person approved, but the page did not send it again, and only the page can: it holds a file, or more than Offstage reads. Nothing was sent. ${REPEAT} A file that is gone from its field has to be chosen again first.`,
  'not-here': `The person approved, but the page did not send it again. ${REPEAT}`,
};

/** Why a request cannot be sent in its page's place: a navigation needs the page's form, and a body has to be whole. */
export function onlyByPage({ resourceType, frame, leftOut }: RequestEvidence): 'not-whole' | 'not-here' | undefined {
  if (!['XHR', 'Fetch', 'Ping'].includes(resourceType) || frame !== 'main') return 'not-here';
  return leftOut === undefined ? undefined : 'not-whole';
}

/**
 * Sends an approved request again from its page, with its cookies, through the barrier, where the token lets it pass.
 * Rejects when the task is stopped.
 *
 * @param taken aborts when the person takes the tab
 */
export async function resend(
  context: TaskContext,
  { tabId, request }: StoppedRequest,
  taken: AbortSignal,
): Promise<Resent> {
  const problem = onlyByPage(request);
  if (problem) return problem;
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => OWN_HEADERS.test(name)));
  const init = { method: request.method, headers, body: request.body, credentials: 'include' };
  const source = `fetch(${JSON.stringify(request.url)}, ${JSON.stringify(init)}).then((answer) => answer.status, () => 0)`;
  const ended = AbortSignal.any([context.signal, taken, AbortSignal.timeout(ANSWER_MS)]);
  const send = async () => evaluate(context.tabs.get(String(tabId)).session, source, ended);
  const status = await send().catch(() => 0);
  context.signal.throwIfAborted();
  return typeof status === 'number' && status > 0 ? 'answered' : 'unanswered';
}
