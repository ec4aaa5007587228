import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js';
import type { Bridge } from '../client/bridge';
import type { TaskQuestion, ToolContext } from './tool';

type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>;

export interface Patience {
  /** How long a call may take before its result says that it goes on, in milliseconds. */
  resultMs: number;
  /** Time between two signs of life to a client that hears progress, while nothing new happens, in milliseconds. */
  signOfLifeMs: number;
}

/**
 * The SDK's clients and Codex give up after 60 s, and most do not count anew at progress. `offstage mcp --patience`
 * raises it for clients that wait longer.
 */
export const PATIENCE: Patience = { resultMs: 45_000, signOfLifeMs: 10_000 };

/** Time for a person to answer in their client, in milliseconds. */
const ANSWER_MS = 3_600_000;

/** What a tool has while it runs, and its end: signs of life stop with `dispose`. */
export function callContext(server: Server, bridge: Bridge, extra: Extra, patience: Patience) {
  const token = extra._meta?.progressToken;
  let count = 0;
  let last = 'Works';
  const tell = () => {
    if (token === undefined) return;
    count += 1;
    const params = { progressToken: token, progress: count, message: last };
    // A client that has gone hears nothing more; its call is cancelled by other means.
    void extra.sendNotification({ method: 'notifications/progress', params }).catch(() => undefined);
  };
  const timer = token === undefined ? undefined : setInterval(tell, patience.signOfLifeMs);
  const context: ToolContext = {
    bridge,
    signal: extra.signal,
    patienceMs: patience.resultMs,
    progress: (text) => {
      last = text;
      tell();
    },
    ask: (task, question) => elicit(server, task, question, extra.signal),
  };
  return { context, dispose: () => clearInterval(timer) };
}

/** Asks the person in their client, where it can. The words are a model's: they are shown as a task's question. */
async function elicit(server: Server, task: string, question: TaskQuestion, signal: AbortSignal) {
  if (!server.getClientCapabilities()?.elicitation?.form) return undefined;
  const options = question.options.length > 0 ? { enum: question.options } : {};
  try {
    const { action, content } = await server.elicitInput(
      {
        message: `The task "${task}" in your browser asks: ${question.text}`,
        requestedSchema: {
          type: 'object',
          properties: {
            answer: { type: 'string', title: 'Answer', ...options },
            ...(question.options.length > 0 ? { other: { type: 'string', title: 'Or in your own words' } } : {}),
          },
        },
      },
      { signal, timeout: ANSWER_MS },
    );
    const given = action === 'accept' ? content?.other || content?.answer : undefined;
    return given === undefined ? undefined : String(given);
  } catch {
    // No answer, or a client that cannot after all: the question goes to the model, as without elicitation.
    return undefined;
  }
}
