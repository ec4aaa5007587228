import { startVectors } from '../../sites/vectors/server';
import { type Death, stage } from './deaths';
import { startDisplay } from './display';
import { WINDOW } from './infobar';
import { startWorld } from './world';

/**
 * Stages everything in a browser of its own and lets it end in one way.
 *
 * @returns names of what reached the server: nobody approved any of it
 */
export async function reachedBy(death: Death): Promise<readonly string[]> {
  const display = death.windowed ? await startDisplay() : undefined;
  const site = await startVectors();
  const world = await startWorld({
    personMoves: true,
    ...(display ? { headless: false, env: { DISPLAY: display.name }, args: WINDOW } : {}),
  });
  try {
    const staged = await stage(world, site, death.stays ? '?sw' : '?sw&leave');
    if (site.reached.length > 0) return site.reached;
    await death.happen(staged, display?.name ?? '');
    return site.reached;
  } finally {
    await world.close().catch(() => undefined);
    await site.close();
    display?.close();
  }
}
