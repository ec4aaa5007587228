import { afterAll, beforeAll, expect, test } from 'vitest';
import { MONKEY_BROWSER, runMonkey } from './harness/monkey';
import { startMonkeyPages } from './harness/monkey-pages';
import { startWorld, type World } from './harness/world';

/**
 * `MONKEY_ACTIONS=1000 MONKEY_SEED=7 npx vitest run --project e2e tests/e2e/monkey.test.ts` for a long run. What it says of
 * one page can be seen again with that page's seed, 12 actions and `MONKEY_PAGE=tabs.html`.
 */
const actions = Number(process.env.MONKEY_ACTIONS ?? 96);
const seed = Number(process.env.MONKEY_SEED ?? 1);
const page = process.env.MONKEY_PAGE ?? '';

let world: World;
let pages: Awaited<ReturnType<typeof startMonkeyPages>>;

beforeAll(async () => {
  [world, pages] = await Promise.all([startWorld({ args: MONKEY_BROWSER }), startMonkeyPages()]);
});
afterAll(async () => {
  await world?.close();
  await pages?.close();
});

test(
  `${actions} random actions on random pages: every call answered, every click on its ref, no tab wedged`,
  async () => {
    const tell = (line: string) => process.env.MONKEY_ACTIONS && process.stdout.write(`${line}\n`);
    const figures = await runMonkey(
      world,
      pages.urls.filter((url) => url.endsWith(page)),
      { actions, seed },
      tell,
    );
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    expect(figures).toMatchObject({ wrong: [], unanswered: [], wedged: [], rejections: [], fronts: [] });
    expect(figures.clicks).toBeGreaterThan(actions / 10);
  },
  60_000 + actions * 5000,
);
