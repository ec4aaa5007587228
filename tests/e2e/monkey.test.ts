import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMonkey } from './harness/monkey';
import { startMonkeyPages } from './harness/monkey-pages';
import { startWorld, type World } from './harness/world';

/** `MONKEY_ACTIONS=1000 MONKEY_SEED=7 npx vitest run --project e2e tests/e2e/monkey.test.ts` for a long run. */
const actions = Number(process.env.MONKEY_ACTIONS ?? 96);
const seed = Number(process.env.MONKEY_SEED ?? 1);

let world: World;
let pages: Awaited<ReturnType<typeof startMonkeyPages>>;

beforeAll(async () => {
  [world, pages] = await Promise.all([startWorld(), startMonkeyPages()]);
});
afterAll(async () => {
  await world?.close();
  await pages?.close();
});

test(
  `${actions} random actions on random pages: every call answered, every click on its ref, no tab wedged`,
  async () => {
    const tell = (line: string) => process.env.MONKEY_ACTIONS && process.stdout.write(`${line}\n`);
    const figures = await runMonkey(world, pages.urls, { actions, seed }, tell);
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    expect(figures).toMatchObject({ wrong: [], unanswered: [], wedged: [], rejections: [] });
    expect(figures.clicks).toBeGreaterThan(actions / 10);
    expect(await world.activations()).toEqual([]);
  },
  60_000 + actions * 5000,
);
