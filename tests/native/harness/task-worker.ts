import type { TaskAnswer } from '../../../src/bridge/answers';
import { BridgeCall } from '../../../src/bridge/protocol';
import type { FakeWorker } from './fake-worker';

type Request = Parameters<FakeWorker['onRequest']>[0];
type Call = BridgeCall;

/** How a scripted task goes on: its next states, each told once, in order. The last one stays. */
export type Script = readonly Partial<TaskAnswer>[];

/**
 * Lets a fake worker run scripted tasks. A state with a question stays until it is answered. Returns what was called.
 */
export function serveTasks(
  worker: FakeWorker,
  script: Script,
  others?: (call: Call, request: Request) => boolean,
): Call[] {
  const calls: Call[] = [];
  let at = 0;
  const state = (): TaskAnswer => {
    const news = (script[at]?.news ?? []).map((one, index) => ({ ...one, seq: at * 10 + index }));
    return { taskId: 't1', title: 'A task', status: 'running', seen: at + 1, startedAt: 0, ...script[at], news };
  };
  worker.onRequest = (request) => {
    const call = BridgeCall.parse(request.call);
    calls.push(call);
    if (others?.(call, request)) return;
    if (call.method === 'ping') {
      worker.answer(request, { extension: '0.1.0', browser: 'Chromium', hasKey: true, tasks: 1 });
    } else if (call.method === 'start-task') worker.answer(request, { taskId: 't1' });
    else if (call.method === 'list-tasks') worker.answer(request, { tasks: [state()] });
    else if (call.method === 'task-status') {
      if (call.taskId !== 't1') {
        worker.fail(request, 'unknown-task', `There is no task ${call.taskId}.`);
        return;
      }
      if (call.seen !== undefined && call.seen >= at + 1) {
        // Nothing new: a worker waits for its time; this one waits for the reply or forever.
        if (at + 1 >= script.length || script[at]?.question) return;
        at += 1;
      }
      worker.answer(request, state());
    } else if (call.method === 'reply-task') {
      worker.answer(request, { done: true });
      at = Math.min(at + 1, script.length - 1);
    } else worker.answer(request, { done: true });
  };
  return calls;
}
