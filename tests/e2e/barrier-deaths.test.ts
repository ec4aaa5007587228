import { expect, test } from 'vitest';
import { startVectors } from '../sites/vectors/server';
import { DEATHS, overtaken, stage } from './harness/deaths';
import { reachedBy } from './harness/run-death';
import { startWorld } from './harness/world';

/**
 * The page sends in all ways, and all kinds of commits, at once, and once more when it is left. A card waits. Then
 * something dies: nothing of it may reach the server, at that moment or later.
 */
test.each(DEATHS.map((death) => [death.name, death] as const))('%s: nothing reaches the server', async (_, death) => {
  expect(await reachedBy(death)).toEqual([]);
});

test('a page that tries again by itself: nothing, before the answer, after it, and after the end of the task', async () => {
  const [world, site] = await Promise.all([startWorld({ personMoves: true }), startVectors()]);
  try {
    const { taskId, approvalId, page } = await stage(world, site, '?retry');
    const tries = () => page.evaluate(() => (globalThis as unknown as { tries: number }).tries);
    const threeMore = async () => {
      const before = await tries();
      await expect.poll(tries, { timeout: 30_000 }).toBeGreaterThan(before + 3);
    };
    await threeMore();
    await world.session.answer(approvalId, 'deny');
    await world.session.untilEnded(taskId);
    await threeMore();
    await overtaken(page);
    expect(site.reached).toEqual([]);
  } finally {
    await world.close();
    await site.close();
  }
});
