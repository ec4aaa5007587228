import { script, type World } from '../../e2e/harness/world';
import { megabytesOf } from './memory';

/** What ten tasks at once take, from the first one's start until the last one ended and all were deleted. */
export interface ParallelFigures {
  tasks: number;
  /** Tasks that end in a minute at this pace. */
  per_minute: number;
  /** Megabytes of the browser with all its processes. */
  mb_before: number;
  mb_peak: number;
  mb_after: number;
}

/** Time for the browser to end the processes of closed tabs and to collect what they left. */
const REST_MS = 5000;
const SAMPLE_MS = 250;

/** A small job in a tab of its own: it reads, fills in a form, looks, and reads again. */
function job(url: string, number: number): string {
  const ref = (role: string, name: string) => ({ type: 'ref', ref: `$ref(${role}, ${name})` });
  const read = { name: 'read_page', input: { filter: 'all' } };
  return script(
    [{ name: 'new_tab' }, { name: 'navigate', input: { url } }, read],
    [{ name: 'left_click', input: { target: ref('textbox', 'Text') } }],
    [{ name: 'type', input: { text: `task ${number}` } }],
    [{ name: 'form_input', input: { target: ref('spinbutton', 'Number'), value: number } }],
    [{ name: 'form_input', input: { target: ref('combobox', 'Size'), value: 'Large' } }],
    [{ name: 'screenshot' }],
    [{ name: 'left_click', input: { target: ref('button', 'Pad') } }],
    [read, { name: 'get_page_text' }],
  );
}

/** Runs the tasks at once and deletes them; throws when one does not end well. */
export async function runParallel(world: World, url: string, tasks: number): Promise<ParallelFigures> {
  const pid = world.chromium.browser.process()?.pid;
  if (pid === undefined) throw new Error('the browser has no process');
  const before = await megabytesOf(pid);
  const memory = watchMemory(pid);
  const begun = performance.now();
  const ids = await Promise.all(Array.from({ length: tasks }, (_, at) => world.session.start(job(url, at))));
  for (const id of ids) {
    const { state } = await world.session.untilEnded(id, 180_000);
    if (state.status !== 'done') throw new Error(`a task ended as ${JSON.stringify(state)}`);
  }
  const minutes = (performance.now() - begun) / 60_000;
  const peak = await memory.stop();
  for (const id of ids) await world.session.send({ type: 'delete-task', taskId: id });
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return {
    tasks,
    per_minute: tasks / minutes,
    mb_before: before,
    mb_peak: peak,
    mb_after: await megabytesOf(pid),
  };
}

function watchMemory(pid: number): { stop(): Promise<number> } {
  let peak = 0;
  let stopped = false;
  const look = async () => {
    peak = Math.max(peak, await megabytesOf(pid));
  };
  const work = (async () => {
    while (!stopped) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
    await look();
  })();
  return {
    async stop() {
      stopped = true;
      await work;
      return peak;
    },
  };
}
