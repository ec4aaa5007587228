import { MONKEY_BROWSER, runMonkey } from '../../e2e/harness/monkey';
import { startMonkeyPages } from '../../e2e/harness/monkey-pages';
import { startWorld } from '../../e2e/harness/world';

const ACTIONS = 1000;
const SEED = 1;

/** A thousand random actions on all pages there are. Nothing is measured: everything but the counts must be empty. */
export async function benchMonkey(say: (line: string) => void): Promise<object> {
  const [world, pages] = await Promise.all([startWorld({ args: MONKEY_BROWSER }), startMonkeyPages()]);
  try {
    const { reasons, ...figures } = await runMonkey(world, pages.urls, { actions: ACTIONS, seed: SEED }, say);
    for (const [reason, { times, first }] of Object.entries(reasons)) say(`${times} × ${reason}  (${first})`);
    say(`${figures.actions} actions, ${figures.clicks} clicks seen by their pages, ${figures.wrong.length} wrong`);
    return figures;
  } finally {
    await world.close();
    await pages.close();
  }
}
