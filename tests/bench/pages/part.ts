import { readdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { STORED_PAGES, startStoredPages } from '../../sites/stored-pages';
import { median, rounded } from '../median';
import { table } from '../table';
import { BareSessions, freePort } from './bare-session';
import { type Growth, growthText, measureGrowth } from './growth';
import { inPageScript, measurePage, type PageFigures } from './measure';

const ROUNDS = 11;

/** Page reads on the stored pages, side by side with Playwright, the browser's own AX tree and a bare walk. */
export async function benchPages(say: (line: string) => void): Promise<object> {
  const files = (await readdir(STORED_PAGES)).filter((name) => name.endsWith('.html')).sort();
  const site = await startStoredPages();
  const script = await inPageScript();
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      `--remote-debugging-port=${port}`,
    ],
  });
  const sessions = await BareSessions.open(port);
  const figures: PageFigures[] = [];
  let growth: Growth;
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    for (const file of files) {
      const page = await context.newPage();
      // Nothing of a stored page may reach for the network: its scripts and pictures are not there.
      await page.route('**/*', (route) =>
        new URL(route.request().url()).origin === site.origin ? route.continue() : route.abort(),
      );
      await page.goto(`${site.origin}/${file}`, { waitUntil: 'load' });
      figures.push(await measurePage(page, await sessions.of(page), file, script, ROUNDS));
      await page.close();
    }
    growth = await measureGrowth(context, sessions, site.origin, script);
  } finally {
    await sessions.close();
    await browser.close();
    await site.close();
  }
  const result = { ...summary(figures), growth };
  say(`${print(figures, result)}\n\n${growthText(growth)}`);
  return result;
}

function summary(figures: readonly PageFigures[]) {
  const total = (pick: (page: PageFigures) => number) => figures.reduce((sum, page) => sum + pick(page), 0);
  const ratio = (pick: (page: PageFigures) => number) => rounded(median(figures.map(pick)), 3);
  const missed = total(({ oracle }) => oracle.missed.length);
  const disagree: Record<string, number> = {};
  for (const { oracle } of figures)
    for (const [kind, number] of Object.entries(oracle.disagree)) disagree[kind] = (disagree[kind] ?? 0) + number;
  const compared = total(({ oracle }) => oracle.compared);
  return {
    time_ratio: ratio((page) => page.ours_ms / page.playwright_ms),
    chars_ratio: ratio((page) => page.ours_chars / page.playwright_chars),
    chars_ratio_visible: ratio((page) => page.visible_chars / page.playwright_chars),
    chars_ratio_interactive: ratio((page) => page.interactive_chars / page.playwright_chars),
    interactive_share: rounded(1 - missed / total(({ oracle }) => oracle.operable), 4),
    operable: total(({ oracle }) => oracle.operable),
    roles_agree: rounded(total(({ oracle }) => oracle.roles_agree) / compared, 4),
    names_agree: rounded(total(({ oracle }) => oracle.names_agree) / compared, 4),
    compared,
    missing: total(({ oracle }) => oracle.missing),
    disagree: Object.fromEntries(Object.entries(disagree).sort(([, a], [, b]) => b - a)),
    total_time_ratio: rounded(total((page) => page.ours_ms) / total((page) => page.playwright_ms), 3),
    total_chars_ratio: rounded(total((page) => page.ours_chars) / total((page) => page.playwright_chars), 3),
    per_page: figures.map(({ oracle, ...page }) => ({
      ...page,
      operable: oracle.operable,
      missed: oracle.missed,
      ours_ms: rounded(page.ours_ms, 1),
      playwright_ms: rounded(page.playwright_ms, 1),
      ax_ms: rounded(page.ax_ms, 1),
      walk_ms: rounded(page.walk_ms, 1),
    })),
  };
}

function print(figures: readonly PageFigures[], result: ReturnType<typeof summary>): string {
  const head = [
    'page',
    'ours ms',
    'playwright ms',
    'AX ms',
    'walk ms',
    'ours chars',
    'playwright chars',
    'chars ratio',
    'visible',
    'interactive',
    'capped',
    'missed',
  ];
  const rows = figures.map((page) => [
    page.file.replace(/\.html$/, ''),
    page.ours_ms.toFixed(1),
    page.playwright_ms.toFixed(1),
    page.ax_ms.toFixed(1),
    page.walk_ms.toFixed(1),
    page.ours_chars,
    page.playwright_chars,
    (page.ours_chars / page.playwright_chars).toFixed(2),
    page.visible_chars,
    page.interactive_chars,
    page.capped_chars,
    `${page.oracle.missed.length}/${page.oracle.operable}`,
  ]);
  return `Page reads, the whole page (filter "all", no cap), ${ROUNDS} rounds, medians
${table(head, rows)}
median of ratios: time ${result.time_ratio}, characters ${result.chars_ratio} (visible ${result.chars_ratio_visible}, interactive ${result.chars_ratio_interactive})
totals:           time ${result.total_time_ratio}, characters ${result.total_chars_ratio}; operable elements present: ${(result.interactive_share * 100).toFixed(2)} % of ${result.operable}
against Chromium's own accessibility tree, ${result.compared} visible elements (${result.missing} of them missing in ours): roles ${(result.roles_agree * 100).toFixed(1)} %, names ${(result.names_agree * 100).toFixed(1)} %
${Object.entries(result.disagree)
  .map(([kind, number]) => `  ${String(number).padStart(4)} ${kind}`)
  .join('\n')}
${figures.flatMap(({ file, oracle }) => oracle.missed.map((html) => `  missed in ${file}: ${html}`)).join('\n')}`;
}
