import type { BrowserContext } from 'playwright-core';
import { median, rounded } from '../median';
import { table } from '../table';
import type { BareSessions } from './bare-session';
import { inIsolatedWorld } from './measure';

const SIZES = [1000, 3000, 10_000, 30_000, 100_000];
const ROUNDS = 5;

/** A part of a page as sites have it: 25 elements, from headings to fields. */
const PART = `<section><div><h3>Part</h3><p>Some <b>words</b> and <a href="/x">a link</a> in <i>a line</i>.</p></div>
<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li><li>Three</li></ul>
<table><tr><th>Name</th><th>Price</th></tr><tr><td>Tea</td><td>3</td></tr></table>
<div><label>Mail <input></label><button>Send</button></div></section>`;
const PART_ELEMENTS = 25;

export interface Growth {
  points: { elements: number; whole_ms: number; capped_ms: number; viewport_ms: number }[];
  /** Slope of the line through the times of whole reads, by least squares, and how well it fits (1 is a line). */
  us_per_element: number;
  r2: number;
}

/** Time of a read against the number of elements, on generated pages. */
export async function measureGrowth(
  context: BrowserContext,
  sessions: BareSessions,
  origin: string,
  script: string,
): Promise<Growth> {
  const points: Growth['points'] = [];
  for (const size of SIZES) {
    const page = await context.newPage();
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>${size}</title><body></body>` }),
    );
    await page.goto(`${origin}/generated`);
    await page.evaluate(
      `document.body.innerHTML = ${JSON.stringify(PART)}.repeat(${Math.round(size / PART_ELEMENTS)})`,
    );
    const session = await sessions.of(page);
    const { call } = await inIsolatedWorld(session, script);
    const elements = Number(await page.evaluate(`document.querySelectorAll('*').length`));
    // The page's own layout is not the reader's: it is done before.
    await page.evaluate('document.body.offsetHeight');
    const time = async (code: string) => {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(Number(await call(`timed(() => offstageBench.${code})`)));
      return rounded(median(times), 1);
    };
    points.push({
      elements,
      whole_ms: await time("read('all', 0)"),
      capped_ms: await time("read('all', undefined)"),
      viewport_ms: await time('read(undefined, undefined)'),
    });
    await page.close();
  }
  return { points, ...lineThrough(points.map(({ elements, whole_ms }) => [elements, whole_ms])) };
}

function lineThrough(points: readonly (readonly [number, number])[]): { us_per_element: number; r2: number } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, ms]) => ms))];
  const sum = (term: (dx: number, dy: number) => number) =>
    points.reduce((total, [at, ms]) => total + term(at - x, ms - y), 0);
  const slope = sum((dx, dy) => dx * dy) / sum((dx) => dx * dx);
  const r2 = sum((dx, dy) => dx * dy) ** 2 / (sum((dx) => dx * dx) * sum((_, dy) => dy * dy));
  return { us_per_element: rounded(slope * 1000, 2), r2: rounded(r2, 4) };
}

export function growthText({ points, us_per_element, r2 }: Growth): string {
  const rows = points.map((point) => [point.elements, point.whole_ms, point.capped_ms, point.viewport_ms]);
  return `Time against elements, generated pages, ${ROUNDS} rounds, medians in ms
${table(['elements', 'whole', 'folded to 50,000', 'viewport'], rows)}
a line of ${us_per_element} µs an element (r² ${r2})`;
}
