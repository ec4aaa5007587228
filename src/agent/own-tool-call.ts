import { answeredQuestion } from '../store/approval-table';
import { Question } from '../store/question';
import { inputProblem, OWN_TOOLS } from './own-tools';
import { replacePlan } from './plan';
import { misfit } from './result-schema';
import { log, type TaskContext, waiting } from './task-context';
import { type CallOutcome, failed, succeeded, type ToolCall } from './tool-call';

/** What one of our own tools came to: an answer, and the result when the task is over. */
export interface OwnOutcome {
  outcome: CallOutcome;
  finished?: Finished;
}

/** What a task came to. `structured` fits the task's schema, when it has one. */
export interface Finished {
  result: string;
  structured?: unknown;
}

/** Runs a tool that is not the browser's. An unknown name is a failed call, told to the model. */
export async function runOwnTool(context: TaskContext, call: ToolCall): Promise<OwnOutcome> {
  switch (call.tool) {
    case 'finish': {
      const input = OWN_TOOLS.finish.input.safeParse(call.input);
      if (!input.success) return { outcome: failed(inputProblem('finish', input.error)) };
      const { result } = input.data;
      if (!context.schema) return { outcome: succeeded('The task is finished.'), finished: { result } };
      const structured = call.input.data;
      const problem = misfit(context.schema, structured);
      if (problem !== undefined)
        return { outcome: failed(`data does not fit its schema: ${problem}. Call finish again with it corrected.`) };
      return { outcome: succeeded('The task is finished.'), finished: { result, structured } };
    }
    case 'update_plan': {
      const input = OWN_TOOLS.update_plan.input.safeParse(call.input);
      if (!input.success) return { outcome: failed(inputProblem('update_plan', input.error)) };
      await replacePlan(context, input.data.steps);
      return { outcome: succeeded('The person sees the plan.') };
    }
    case 'ask_user': {
      const input = OWN_TOOLS.ask_user.input.safeParse(call.input);
      if (!input.success) return { outcome: failed(inputProblem('ask_user', input.error)) };
      return { outcome: await askPerson(context, call.id, input.data.question, input.data.options ?? []) };
    }
    default:
      return {
        outcome: failed(
          `There is no tool ${JSON.stringify(call.tool)}. Nothing was done; use one of the tools that were declared.`,
        ),
      };
  }
}

/** Question ids are call ids, so that a restarted worker finds the question of an interrupted call. */
async function askPerson(context: TaskContext, callId: string, text: string, options: string[]): Promise<CallOutcome> {
  const known = await context.db.questions.get(callId);
  if (!known) {
    const question = Question.parse({ id: callId, taskId: context.taskId, text, options, askedAt: Date.now() });
    await context.db.questions.add(question);
  }
  const answer = await waiting(context, { for: 'question', questionId: callId }, () =>
    answeredQuestion(context.db, callId, context.signal),
  );
  // Read anew: it says who answered.
  const client = (await context.db.questions.get(callId))?.client;
  await log(context, { type: 'question_answered', questionId: callId, ...(client === undefined ? {} : { client }) });
  return succeeded(`The person answered: ${JSON.stringify(answer)}`);
}
