import { browser } from 'wxt/browser';
import { type Command, CommandReply } from '../../store/command';
import { panelProblem } from './problem';

/**
 * Sends a command to the worker and resolves with its reply. Never rejects: a worker that does not answer is a reply
 * with the code `internal`.
 */
export async function askWorker(command: Command): Promise<CommandReply> {
  try {
    const reply = CommandReply.safeParse(await browser.runtime.sendMessage(command));
    return reply.success ? reply.data : { ok: false, code: 'internal', detail: 'the worker gave no answer' };
  } catch (error) {
    return { ok: false, code: 'internal', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Like {@link askWorker}, and a refusal is shown at the top of the panel. */
export async function sendCommand(command: Command): Promise<CommandReply> {
  const reply = await askWorker(command);
  panelProblem.value = reply.ok ? undefined : { code: reply.code, detail: reply.detail };
  return reply;
}
