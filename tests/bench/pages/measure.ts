import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { CDPSession } from 'puppeteer';
import { median } from '../median';
import { judge, type OracleFigures } from './oracle';

/** One page's figures: milliseconds are medians over the rounds, characters are of one text. */
export interface PageFigures {
  file: string;
  ours_ms: number;
  playwright_ms: number;
  ax_ms: number;
  walk_ms: number;
  ours_chars: number;
  visible_chars: number;
  interactive_chars: number;
  /** With cap and folding, as a model gets it. */
  capped_chars: number;
  playwright_chars: number;
  oracle: OracleFigures;
}

/** Our reader, as one script. */
export async function inPageScript(): Promise<string> {
  const built = await build({
    entryPoints: [new URL('./in-page.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome128',
    minify: true,
  });
  return built.outputFiles[0]?.text ?? '';
}

/**
 * Measures one loaded page. Readers are called from here, ours and the peer's in turns, and the time is from call to
 * answer, so that each pays for its own way into the browser and back: ours is a plain session of DevTools, as the
 * extension has one.
 */
export async function measurePage(
  page: Page,
  session: CDPSession,
  file: string,
  script: string,
  rounds: number,
): Promise<PageFigures> {
  const { call: ours, executionContextId } = await inIsolatedWorld(session, script);
  const times = { ours: [] as number[], playwright: [] as number[], ax: [] as number[], walk: [] as number[] };
  let playwright = '';
  const timed = async (work: () => Promise<unknown>) => {
    // Each pays for its own garbage: what the one before left would be collected in the middle of this.
    await session.send('HeapProfiler.collectGarbage');
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const read = async () => times.ours.push(await timed(() => ours("read('all', 0)")));
  const peer = async () => {
    const taken = timed(async () => {
      playwright = await page.locator('body').ariaSnapshot({ mode: 'ai' });
    });
    times.playwright.push(await taken);
  };
  for (let round = 0; round < rounds; round++) {
    // Neither is always the one that comes after the other.
    for (const turn of round % 2 === 0 ? [read, peer] : [peer, read]) await turn();
  }
  // Apart from those that are compared: a page whose accessibility tree was asked for is slower to read for both.
  for (let round = 0; round < rounds; round++) {
    times.walk.push(await timed(() => ours('walk()')));
    times.ax.push(await timed(() => session.send('Accessibility.getFullAXTree')));
  }
  await ours('prepare()');
  const oracle = await judge(session, executionContextId);
  const length = async (call: string) => String(await ours(call)).length;
  const figures = {
    file,
    ours_ms: median(times.ours),
    playwright_ms: median(times.playwright),
    ax_ms: median(times.ax),
    walk_ms: median(times.walk),
    ours_chars: await length("read('all', 0)"),
    visible_chars: await length('read(undefined, undefined)'),
    interactive_chars: await length("read('interactive', 0)"),
    capped_chars: await length("read('all', undefined)"),
    playwright_chars: playwright.length,
    oracle,
  };
  await session.detach();
  return figures;
}

/** Puts the script into an isolated world, where the extension's reader lives too, and answers with a way to call it. */
export async function inIsolatedWorld(
  session: CDPSession,
  script: string,
): Promise<{ call(code: string): Promise<unknown>; executionContextId: number }> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  };
  await evaluate(`${script};0`);
  return { call: (code) => evaluate(`offstageBench.${code}`), executionContextId };
}
