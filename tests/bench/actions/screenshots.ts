import { script, type World } from '../../e2e/harness/world';

/** Milliseconds of background screenshots: our member's, and bare captures of a tab in the same state. */
export interface ScreenshotTimings {
  ours: number[];
  /** `Page.captureScreenshot` with its defaults: PNG. */
  bare: number[];
  /** The same as JPEG of our quality. */
  bare_jpeg: number[];
  /** Bare captures that were not answered within a second: they are left out of the times. */
  hung: number;
}

/**
 * Screenshots of a page that changed just before each of them: by our member in a task's tab, and by the debugger alone
 * in a tab that is opened, attached and kept visible in the same way.
 */
export async function timeScreenshots(world: World, url: string, rounds: number): Promise<ScreenshotTimings> {
  const ours = await timeOurScreenshots(world, url, rounds);
  const png = await timeBare(world, url, rounds, {});
  const jpeg = await timeBare(world, url, rounds, { format: 'jpeg', quality: 80 });
  return { ours, bare: png.times, bare_jpeg: jpeg.times, hung: png.hung + jpeg.hung };
}

async function timeOurScreenshots(world: World, url: string, rounds: number): Promise<number[]> {
  const field = { type: 'ref', ref: '$ref(spinbutton, Number)' };
  const open = [
    { name: 'new_tab' },
    { name: 'navigate', input: { url } },
    { name: 'read_page', input: { filter: 'all' } },
  ];
  const turns = Array.from({ length: rounds }, (_, round) => [
    [{ name: 'form_input', input: { target: field, value: round } }],
    [{ name: 'screenshot' }],
  ]).flat();
  const id = await world.session.start(script(open, ...turns));
  const task = await world.session.untilEnded(id, 120_000);
  if (task.state.status !== 'done') throw new Error(`the task ended as ${JSON.stringify(task.state)}`);
  const finished = (await world.session.journal(id)).filter((event) => event.type === 'call_finished');
  const pictures = finished.filter(({ parts }) => parts.some(({ type }) => type === 'picture'));
  if (pictures.length !== rounds) throw new Error(`${rounds} screenshots were asked for, ${pictures.length} came`);
  await world.session.send({ type: 'delete-task', taskId: id });
  return pictures.map(({ ms }) => ms);
}

async function timeBare(
  world: World,
  url: string,
  rounds: number,
  options: { format?: string; quality?: number },
): Promise<{ times: number[]; hung: number }> {
  const worker = await world.chromium.worker();
  // tsx calls this around named functions, also around those that run in the worker.
  await worker.evaluate('globalThis.__name = (named) => named');
  return worker.evaluate(
    async (address, count, format) => {
      const { id: tabId } = await chrome.tabs.create({ url: address, active: false });
      const send = (method: string, params?: Record<string, unknown>) =>
        chrome.debugger.sendCommand({ tabId }, method, params);
      const inPage = (expression: string) => send('Runtime.evaluate', { expression, awaitPromise: true });
      await chrome.debugger.attach({ tabId }, '1.3');
      await send('Emulation.setFocusEmulationEnabled', { enabled: true });
      await send('Page.enable');
      await inPage("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))");
      const times: number[] = [];
      let hung = 0;
      for (let round = 0; round < count; round++) {
        await inPage(`document.querySelector('#number').value = ${round}`);
        const begun = performance.now();
        const taken = await Promise.race([
          send('Page.captureScreenshot', format),
          new Promise((done) => setTimeout(done, 1000)),
        ]);
        if (taken) times.push(performance.now() - begun);
        else hung++;
      }
      if (tabId !== undefined) await chrome.tabs.remove(tabId);
      return { times, hung };
    },
    url,
    rounds,
    options,
  );
}
