import type { Approval } from '../../../src/store/approval';
import type { JournalEntry } from '../../../src/store/journal';
import { click, ref } from './hands';
import { type ScriptCall, script, type World } from './world';

/** Turns of a script. */
export type Steps = ScriptCall[][];

export const press = (...names: string[]): ScriptCall[] => names.map((name) => click('button', name));
export const fill = (role: string, name: string, value: unknown): ScriptCall => ({
  name: 'form_input',
  input: { target: ref(role, name), value },
});
export const type = (text: string): ScriptCall => ({ name: 'type', input: { text } });
export const key = (text: string): ScriptCall => ({ name: 'key', input: { text } });
/** Reads the whole page until these words stand there. */
export const readUntil = (until: string): ScriptCall[] => [{ name: 'read_page', input: { filter: 'all' }, until }];
export const open = (url: string, until: string): Steps => [[{ name: 'navigate', input: { url } }], readUntil(until)];

/** A task that was played to its end. */
export interface Played {
  journal: JournalEntry['event'][];
  /** All that was asked, in order; each was approved. */
  asked: Approval['effect'][];
}

/** Plays a script in a new task and approves what is asked, so that it goes on. */
export async function playApproving({ session }: World, steps: Steps): Promise<Played> {
  const id = await session.start(script([{ name: 'new_tab' }], ...steps));
  for (;;) {
    const task = await session.until(
      id,
      ({ status }) => ['waiting', 'done', 'failed', 'stopped'].includes(status),
      'the task asked or ended',
      120_000,
    );
    if (task.state.status !== 'waiting') break;
    if (task.state.on.for !== 'approval') continue;
    await session.answer(task.state.on.approvalId, 'approve');
    await session.until(id, ({ status }) => status !== 'waiting', 'the task went on');
  }
  const approvals = (await session.rows<Approval>('approvals')).filter(({ taskId }) => taskId === id);
  const played = { journal: await session.journal(id), asked: approvals.map(({ effect }) => effect) };
  // Its tabs would go on polling beside the next one.
  await session.send({ type: 'delete-task', taskId: id });
  return played;
}
