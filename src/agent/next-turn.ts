import type Anthropic from '@anthropic-ai/sdk';
import { pause, unless } from '../browser/wait';
import type { TaskFailure } from '../store/task';
import type { Conversation } from './conversation';
import type { Encoding } from './encoding';
import { type ReceivedTurn, receiveTurn } from './model-client';
import { diagnoseConnection, type ModelFailure, reachable, readModelFailure } from './model-failure';
import { MOST_ATTEMPTS, retryDelay, untilOnline } from './retry-delay';
import { log, type TaskContext, waiting } from './task-context';

export type TurnResult =
  | { kind: 'received'; turn: ReceivedTurn }
  | { kind: 'plain-tools'; detail: string }
  | { kind: 'failed'; failure: TaskFailure };

/**
 * Asks the model for the next turn until it comes, waiting as the server or the network demands, with the wait shown.
 * A turn that was cut off was never executed, so it is asked for again.
 *
 * Rejects only when the task is stopped.
 */
export async function nextTurn(
  context: TaskContext,
  client: Anthropic,
  encoding: Encoding,
  { messages, nextTurn: turn }: Conversation,
): Promise<TurnResult> {
  const { model, baseURL, apiKey } = context.settings.provider;
  let attempt = 1;
  for (;;) {
    await log(context, { type: 'turn_started', turn });
    try {
      return {
        kind: 'received',
        turn: await receiveTurn(client, { model, tools: encoding.tools(), messages }, context.signal),
      };
    } catch (error) {
      context.signal.throwIfAborted();
      const verdict = readModelFailure(error, encoding.name, apiKey);
      await log(context, { type: 'turn_interrupted', turn, why: why(verdict) });
      if (verdict.next === 'plain-tools') return { kind: 'plain-tools', detail: verdict.detail };
      if (verdict.next === 'fail') return { kind: 'failed', failure: verdict.failure };
      if (verdict.next === 'retry') {
        if (attempt >= MOST_ATTEMPTS)
          return { kind: 'failed', failure: { code: verdict.code, detail: verdict.detail } };
        const ms = retryDelay(attempt, verdict.afterMs, Math.random());
        const until = Date.now() + ms;
        await waiting(context, { for: 'rate-limit', until, attempt }, () => pause(ms, context.signal));
        attempt += 1;
      } else {
        const diagnosis = await unless(context.signal, diagnoseConnection(baseURL, reachable, navigator.onLine));
        if (diagnosis.next === 'fail') return { kind: 'failed', failure: diagnosis.failure };
        await waiting(context, { for: 'offline' }, () => untilOnline(context.signal));
        // The server has refused nothing since.
        attempt = 1;
      }
    }
  }
}

function why(failure: ModelFailure): string {
  return failure.next === 'fail'
    ? `${failure.failure.code}: ${failure.failure.detail}`
    : `${failure.next}: ${failure.detail}`;
}
