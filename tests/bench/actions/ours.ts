import { script, type World } from '../../e2e/harness/world';
import { ACTIONS, type ActionCase } from './cases';

/** Milliseconds of each call by the name of its action. */
export type Timings = Record<ActionCase['name'], number[]>;

/** Rounds of one task: its conversation grows, and the stand-in reads it whole in each turn. */
const ROUNDS_OF_TASK = 10;

export function noTimings(): Timings {
  return { click: [], type: [], form_input: [], scroll: [], read_page: [] };
}

/**
 * Plays the actions through a task of the real extension, one call a turn, so that each finds a settled page. The times
 * are the journal's: from before the call is written down as started until its result is there.
 *
 * @param rounds of each action; throws when a call fails, because a fast failure is no action
 */
export async function timeOurs(world: World, url: string, rounds: number): Promise<Timings> {
  const times = noTimings();
  for (let from = 0; from < rounds; from += ROUNDS_OF_TASK) {
    const length = Math.min(ROUNDS_OF_TASK, rounds - from);
    const played = Array.from({ length }, (_, at) =>
      ACTIONS.map((action) => ({ action: action.name, ...action.ours(from + at) })),
    ).flat();
    const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url } }];
    const read = [{ name: 'read_page', input: { filter: 'all' } }];
    const id = await world.session.start(script([...open, ...read], ...played.map((call) => [call])));
    const task = await world.session.untilEnded(id, 120_000);
    if (task.state.status !== 'done') throw new Error(`the task ended as ${JSON.stringify(task.state)}`);
    const finished = (await world.session.journal(id)).flatMap((event) =>
      event.type === 'call_finished' ? [event] : [],
    );
    played.forEach(({ action, name }, at) => {
      const call = finished[at + open.length + read.length];
      if (!call || call.isError) throw new Error(`${name} failed: ${JSON.stringify(call?.parts)}`);
      times[action].push(call.ms);
    });
    await world.session.send({ type: 'delete-task', taskId: id });
  }
  return times;
}
