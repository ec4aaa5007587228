import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { startChromium } from '../../e2e/harness/chromium';
import { STORED_PAGES, startStoredPages } from '../../sites/stored-pages';
import { median, rounded } from '../median';
import { table } from '../table';
import type { LoadBench, Mode } from './in-worker';

/** Loads of each page in each tab. The first one, which also warms the caches of code, does not count. */
const ROUNDS = 10;
const MODES: readonly Mode[] = ['armed', 'bare', 'plain'];

type Times = Record<Mode, number[]>;

interface PageFigures {
  file: string;
  with_ms: number;
  without_ms: number;
  no_debugger_ms: number;
  ratio: number;
}

/**
 * What the barrier adds to the load of a page: the real pages in a task's background tab with the barrier, in the same
 * tab without it, and in a tab without a debugger, by turns. `load_ratio` is the median of the pages' ratios.
 */
export async function benchBarrier(say: (line: string) => void): Promise<object> {
  const files = (await readdir(STORED_PAGES)).filter((name) => name.endsWith('.html')).sort();
  const [site, chromium] = await Promise.all([
    startStoredPages(),
    // What the pages ask for elsewhere fails at once, the same in each tab.
    startChromium({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] }),
  ]);
  try {
    const worker = await chromium.worker();
    await worker.evaluate(await bundled());
    const tabs = new Map<Mode, number>();
    for (const mode of MODES) tabs.set(mode, await worker.evaluate(openTab, mode));
    const times = new Map<string, Times>(files.map((file) => [file, { armed: [], bare: [], plain: [] }]));
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [file, each] of times) {
        for (let at = 0; at < MODES.length; at++) {
          // Each goes first as often as the others.
          const mode = MODES[(at + round) % MODES.length] ?? 'armed';
          const ms = await worker.evaluate(loadPage, tabs.get(mode) ?? -1, `${site.origin}/${file}`);
          if (round > 0) each[mode].push(ms);
        }
      }
    }
    const per_page = [...times].map(([file, each]) => figuresOf(file, each));
    const result = { load_ratio: rounded(median(per_page.map(({ ratio }) => ratio)), 3), per_page };
    say(print(result));
    return result;
  } finally {
    await Promise.all([chromium.close(), site.close()]);
  }
}

const openTab = (mode: Mode) => (globalThis as unknown as { loadBench: LoadBench }).loadBench.open(mode);
const loadPage = (tabId: number, url: string) =>
  (globalThis as unknown as { loadBench: LoadBench }).loadBench.load(tabId, url);

function figuresOf(file: string, { armed, bare, plain }: Times): PageFigures {
  return {
    file,
    with_ms: rounded(median(armed), 1),
    without_ms: rounded(median(bare), 1),
    no_debugger_ms: rounded(median(plain), 1),
    ratio: rounded(median(armed) / median(bare), 3),
  };
}

/** The worker's side as one script. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), 'in-worker.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome140',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

function print({ load_ratio, per_page }: { load_ratio: number; per_page: PageFigures[] }): string {
  const rows = per_page.map((page) => [
    page.file,
    page.with_ms,
    page.without_ms,
    page.no_debugger_ms,
    page.ratio.toFixed(3),
  ]);
  return `Page loads in a background tab, ${ROUNDS} rounds, medians in ms
${table(['page', 'with barrier', 'without', 'no debugger', 'ratio'], rows)}
ratio in the median: ${load_ratio.toFixed(3)}`;
}
