import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMITS } from '../sites/vectors/commit-table';
import { startVectors, type Vectors } from '../sites/vectors/server';
import { OF_SERVICE_WORKERS, VECTORS } from '../sites/vectors/vector-names';
import { within } from './harness/within';
import { script, startWorld, type World } from './harness/world';

/** Sent when the page is left. */
const LEAVING = ['form_main_nav', 'pagehide_beacon', 'fetchLater_direct'];
/** Without a card: they are taken away (src/dom/socket-hold.ts). */
const UNASKED = ['shared_worker_fetch', 'fetchLater', 'fetchLater_direct'];

let world: World;
/** One for each test, so that they share no service worker. They stay open to the end: what comes late is seen there. */
const sites: Vectors[] = [];
/** The site that the person uses. A server ends when nothing is connected any more, and workers outlive their page. */
let persons: Vectors;
let open = true;

beforeAll(async () => {
  [world, persons] = await Promise.all([startWorld({ personMoves: true }), startVectors()]);
});
afterAll(async () => {
  if (open) await world?.close();
  await Promise.all([persons, ...sites].map((site) => site?.close()));
});

/** Opens the page for the agent and presses one button. */
function press(site: Vectors, name: string, page = '/'): string {
  return script(
    [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}${page}` } }],
    [{ name: 'read_page', until: `button "${name}"` }],
    [{ name: 'left_click', input: { target: { type: 'ref', ref: `$ref(button, ${name})` } } }],
    ...(name === 'sw_bgsync_fetch' ? [[{ name: 'get_page_text', until: 'Synced' }]] : []),
  );
}

test('in a tab of the person, everything reaches the server: each vector and commit works, and nobody stops it', async () => {
  const page = await within('open a tab', world.chromium.browser.newPage());
  await within('go to the site', page.goto(`${persons.origin}/?sw`));
  await within('show the tab', page.bringToFront());
  const state = () => page.$eval('#state', ({ textContent }) => textContent);
  await expect.poll(state, { timeout: 30_000 }).toBe('Ready');
  // A real click: Chrome lets no page open a window by itself.
  await within('press everything', page.locator('::-p-xpath(//button[text()="everything"])').click());
  const all = [
    ...VECTORS,
    ...OF_SERVICE_WORKERS,
    ...COMMITS.filter(({ elsewhere }) => !elsewhere).map(({ name }) => name),
  ];
  const missing = () => all.filter((name) => !LEAVING.includes(name) && !persons.reached.includes(name));
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
  // It leaves the page, which sends once more on its way out.
  const leave = page.evaluate(() => {
    for (const button of document.querySelectorAll('button'))
      if (button.textContent === 'form_main_nav') button.click();
  });
  await within('leave the page', leave);
  await expect.poll(() => persons.reached, { timeout: 30_000 }).toEqual(expect.arrayContaining(LEAVING));
}, 200_000);

test.each([...VECTORS, ...OF_SERVICE_WORKERS])(
  'pressed by the agent and denied, %s never reaches the server',
  async (vector) => {
    const { session } = world;
    const site = await startVectors();
    sites.push(site);
    const id = await session.start(press(site, vector, vector.startsWith('sw_') ? '/?sw' : '/'));
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

test('nor does any of them come later: when the browser is gone and nothing can come any more, nothing has', async () => {
  open = false;
  await world.close();
  await Promise.all(sites.map((site) => site.quiet()));
  expect(sites.flatMap(({ reached }) => reached)).toEqual([]);
});
