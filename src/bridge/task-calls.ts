import { liveQuery } from 'dexie';
import { priceOf } from '../agent/model-prices';
import { schemaProblem } from '../agent/result-schema';
import { TaskRefused, type TaskRegistry } from '../agent/task-registry';
import { answerQuestion } from '../store/approval-table';
import { clientWorks } from '../store/client-table';
import type { OffstageDatabase } from '../store/database';
import { lastSeq } from '../store/journal-log';
import { readSettings } from '../store/settings';
import { isEnded, type Task } from '../store/task';
import { newestTasks, readTask } from '../store/task-table';
import type { ListAnswer, PictureAnswer, StartAnswer, TaskAnswer } from './answers';
import { BridgeFailure } from './bridge-failure';
import type { BridgeWords } from './bridge-words';
import type { CallContext, Caller } from './caller';
import type { BridgeCall } from './protocol';
import { taskAnswer, taskSummary } from './task-answer';

type Call<M extends BridgeCall['method']> = Extract<BridgeCall, { method: M }>;

/** What programs ask about whole tasks. Tasks that the person typed into the panel are out of their reach. */
export class TaskCalls {
  readonly #db: OffstageDatabase;
  readonly #tasks: TaskRegistry;
  readonly #words: BridgeWords;

  constructor({ db, tasks, words }: { db: OffstageDatabase; tasks: TaskRegistry; words: BridgeWords }) {
    this.#db = db;
    this.#tasks = tasks;
    this.#words = words;
  }

  async start(
    { prompt, url, schema, budgetUsd, files }: Call<'start-task'>,
    context: CallContext,
  ): Promise<StartAnswer> {
    const problem = schema && schemaProblem(schema);
    if (problem) throw new BridgeFailure('bad-request', `The schema cannot be used: ${problem}. Nothing was started.`);
    if (budgetUsd !== undefined) await checkPriced();
    await clientWorks(this.#db, context.caller);
    try {
      const taskId = await this.#tasks.start(prompt, undefined, {
        client: context.caller,
        ...(url === undefined ? {} : { startUrl: url }),
        ...(schema === undefined ? {} : { schema }),
        ...(budgetUsd === undefined ? {} : { budgetUsd }),
        ...(files === undefined ? {} : { namedFiles: files }),
      });
      // The client gave it up meanwhile, or has ended: it will not stop it.
      if (context.signal.aborted) await this.#tasks.stop(taskId, 'client');
      return { taskId };
    } catch (error) {
      if (!(error instanceof TaskRefused)) throw error;
      throw new BridgeFailure('refused', this.#words.failure({ code: error.code, detail: '' }));
    }
  }

  /** Answers when there is news, or when the time is up. */
  async status({ taskId, seen = 0, waitMs = 0 }: Call<'task-status'>, context: CallContext): Promise<TaskAnswer> {
    const task = await this.#task(taskId, context.caller);
    if (waitMs > 0 && !isEnded(task.state)) await this.#news(taskId, seen, waitMs, context.signal);
    const answer = await taskAnswer(this.#db, this.#words, taskId, seen);
    if (!answer) throw unknown(taskId, context.caller);
    return answer;
  }

  /** Answers the open question, else says it to the task. An approval is neither: there is no call for one. */
  async reply({ taskId, text }: Call<'reply-task'>, { caller }: CallContext): Promise<{ done: true }> {
    const { state } = await this.#task(taskId, caller);
    const questionId = state.status === 'waiting' && state.on.for === 'question' ? state.on.questionId : undefined;
    const answer = { answer: text, client: caller.name };
    // The person may have been faster: what they said stands, and this is said beside it.
    if (questionId !== undefined && (await answerQuestion(this.#db, questionId, answer))) return { done: true };
    await this.#tasks.say(taskId, text, caller.name);
    return { done: true };
  }

  async stop({ taskId }: Call<'stop-task'>, { caller }: CallContext): Promise<{ done: true }> {
    await this.#task(taskId, caller);
    await this.#tasks.stop(taskId, 'client');
    return { done: true };
  }

  /** Newest first. */
  async list({ open = false }: Call<'list-tasks'>, { caller }: CallContext): Promise<ListAnswer> {
    const tasks = await newestTasks(this.#db);
    const own = tasks.filter((task) => isHandedOver(task, caller) && !(open && isEnded(task.state)));
    return { tasks: await Promise.all(own.map((task) => taskSummary(this.#db, this.#words, task))) };
  }

  async picture({ artifactId }: Call<'read-picture'>, { caller }: CallContext): Promise<PictureAnswer> {
    const row = await this.#db.artifacts.get(artifactId);
    const task = row && (await readTask(this.#db, row.taskId));
    if (!row || !task || !isSeenBy(task, caller))
      throw new BridgeFailure('bad-request', `There is no picture ${artifactId}. It may have been deleted.`);
    return { mediaType: row.mediaType, data: row.data };
  }

  async #task(taskId: string, caller: Caller): Promise<Task> {
    const task = await readTask(this.#db, taskId);
    if (task && isHandedOver(task, caller)) return task;
    throw unknown(taskId, caller);
  }

  /** Resolves at the first event from `seen` on, or after `waitMs`. Rejects with the signal's reason. */
  async #news(taskId: string, seen: number, waitMs: number, signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
    await new Promise<void>((resolve) => {
      const subscription = liveQuery(() => lastSeq(this.#db, taskId)).subscribe((last) => {
        if (last >= seen) queueMicrotask(end);
      });
      const end = () => {
        subscription.unsubscribe();
        either.removeEventListener('abort', end);
        resolve();
      };
      either.addEventListener('abort', end, { once: true });
    });
    signal.throwIfAborted();
  }
}

/** A limit that nobody can keep is refused, not taken and forgotten. */
async function checkPriced(): Promise<void> {
  const { provider, budget } = await readSettings();
  if (priceOf(provider.model, budget)) return;
  throw new BridgeFailure(
    'refused',
    `The price of ${provider.model} is not known, so a limit in dollars cannot be kept. Leave it out, or have the person enter the price in the settings of Offstage, under "Budget of a task". Nothing was started.`,
  );
}

function unknown(taskId: string, { name }: Caller): BridgeFailure {
  return new BridgeFailure('unknown-task', `There is no task ${taskId} of ${name}. List the tasks.`);
}

/** The command line is the person's own hand: it sees the tasks of all programs. Others see those of their name. */
function isSeenBy({ client }: Task, caller: Caller): boolean {
  if (!client) return false;
  return caller.commandLine === true || (client.commandLine !== true && client.name === caller.name);
}

function isHandedOver(task: Task, caller: Caller): boolean {
  return task.client?.session === undefined && isSeenBy(task, caller);
}
