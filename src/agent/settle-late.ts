import { readJournal } from '../store/journal-log';
import type { EndState } from '../store/task';
import { settleStopped } from './approval-flow';
import { log, type TaskContext, waiting } from './task-context';
import { type CallOutcome, succeeded } from './tool-call';
import { unheardIn } from './unheard';

/** How often it is looked whether a tab may still send something, in milliseconds: nothing tells of that. */
const LOOK_MS = 500;

/**
 * Ends a task only when its tabs are quiet. What a page tried to send after the last call is asked about like anything
 * else, and a tab in which something was pressed that may be sent late ('undo send') is watched until it was, or until
 * no program holds it back any longer.
 *
 * @returns undefined when the task goes on: something did not go out that its result may speak of, or the person wrote
 *   meanwhile. What the model has to read is in the journal then.
 */
export async function settleLate(context: TaskContext, ended: EndState): Promise<EndState | undefined> {
  for (;;) {
    await context.settled();
    const stopped = context.gate.takeStopped();
    if (stopped.length > 0) {
      const asked = stopped.some(({ decision }) => decision.verdict === 'ask');
      const outcome = await settleStopped(context, undefined, stopped, succeeded(''));
      if (outcome.isError && (await tellModel(context, outcome, asked))) return undefined;
      continue;
    }
    const { until } = context.gate.late;
    if (until === undefined) return (await goesOn(context)) ? undefined : ended;
    await waiting(context, { for: 'late-send', until }, async () => {
      // It may end before: the request was seen, or the document went away.
      for (let end: number | undefined = until; end !== undefined; end = context.gate.late.until) {
        if (await context.gate.nextStopped(Math.min(LOOK_MS, end - Date.now()), context.signal)) return;
      }
    });
  }
}

/** Resolves false when it was told before: a page may try for ever what a rule forbids. */
async function tellModel(context: TaskContext, { parts }: CallOutcome, asked: boolean): Promise<boolean> {
  const words = parts.flatMap((part) => (part.type === 'text' && part.text ? [part.text] : [])).join('\n');
  const text = `After your last call the page tried to send something. ${words}`;
  const journal = await readJournal(context.db, context.taskId);
  if (!asked && journal.some(({ event }) => event.type === 'harness_said' && event.text === text)) return false;
  await log(context, { type: 'harness_said', text });
  return true;
}

/** True when the person wrote something that the model has not read. */
async function goesOn(context: TaskContext): Promise<boolean> {
  const unheard = unheardIn(await readJournal(context.db, context.taskId));
  if (unheard?.beforeAnswer) {
    const said = unheard.words.map((words) => JSON.stringify(words)).join(', ');
    await log(context, { type: 'harness_said', text: `The person wrote while you were answering: ${said}.` });
  }
  return unheard !== undefined;
}
