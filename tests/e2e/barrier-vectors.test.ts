import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { COMMITS } from '../sites/vectors/commit-table';
import { startVectors, type Vectors } from '../sites/vectors/server';
import { OF_SERVICE_WORKERS, VECTORS } from '../sites/vectors/vector-names';
import { script, startWorld, type World } from './harness/world';

/** Sent when the page is left. */
const LEAVING = ['form_main_nav', 'pagehide_beacon', 'fetchLater_direct'];
/**
 * Without a card: no session sees a form into a new tab, so nobody can say what it sends (src/browser/backstop.ts), and the
 * others are taken away (src/dom/socket-hold.ts).
 */
const UNASKED = ['form_target_blank', 'shared_worker_fetch', 'fetchLater', 'fetchLater_direct'];

let world: World;
let site: Vectors;

beforeAll(async () => {
  world = await startWorld({ personMoves: true });
});
afterAll(() => world?.close());
beforeEach(async () => {
  site = await startVectors();
});
afterEach(() => site?.close());

/** Opens the page for the agent and presses one button. */
function press(name: string, page = '/'): string {
  return script(
    [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}${page}` } }],
    [{ name: 'read_page', until: `button "${name}"` }],
    [{ name: 'left_click', input: { target: { type: 'ref', ref: `$ref(button, ${name})` } } }],
  );
}

test('in a tab of the person, everything reaches the server: each vector and commit works, and nobody stops it', async () => {
  const page = await world.chromium.browser.newPage();
  await page.goto(`${site.origin}/?sw`);
  await page.bringToFront();
  const state = () => page.$eval('#state', ({ textContent }) => textContent);
  await expect.poll(state, { timeout: 30_000 }).toBe('Ready');
  // A real click: Chrome lets no page open a window by itself.
  await page.locator('::-p-xpath(//button[text()="everything"])').click();
  const all = [
    ...VECTORS,
    ...OF_SERVICE_WORKERS,
    ...COMMITS.filter(({ elsewhere }) => !elsewhere).map(({ name }) => name),
  ];
  const missing = () => all.filter((name) => !LEAVING.includes(name) && !site.reached.includes(name));
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
  // It leaves the page, which sends once more on its way out.
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('button'))
      if (button.textContent === 'form_main_nav') button.click();
  });
  await expect.poll(() => site.reached, { timeout: 30_000 }).toEqual(expect.arrayContaining(LEAVING));
  await page.close();
}, 120_000);

test.each([...VECTORS, ...OF_SERVICE_WORKERS])(
  'pressed by the agent and denied, %s never reaches the server',
  async (vector) => {
    const { session } = world;
    const id = await session.start(press(vector, vector.startsWith('sw_') ? '/?sw' : '/'));
    if (!UNASKED.includes(vector)) {
      const approval = await session.untilAsked(id);
      expect(site.reached).toEqual([]);
      expect(['send', 'delete']).toContain(approval.effect.kind);
      await session.answer(approval.id, 'deny');
    }
    await session.untilEnded(id);
    await session.send({ type: 'delete-task', taskId: id });
    expect(site.reached).toEqual([]);
  },
);
