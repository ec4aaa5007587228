import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startVectors, type Vectors } from '../sites/vectors/server';
import { script, startWorld, type World } from './harness/world';

/** All vectors of shared/effects-measured.csv but those of service workers, which have their own page. */
const VECTORS =
  'fetch xhr_put beacon keepalive_fetch fetchLater big_body_3MB blob_body formdata_file cors_preflighted redirect307 a_ping csp_report dedicated_worker_fetch worker_websocket shared_worker_fetch websocket img_GET link_prefetch_GET srcdoc_iframe_fetch form_iframe oopif_fetch oopif_form form_target_blank popup_script_fetch form_main_nav pagehide_beacon'.split(
    ' ',
  );
const OF_SERVICE_WORKERS = 'sw_own_fetch sw_forwarded_fetch sw_rewritten_get_as_POST'.split(' ');
/** Blocked without a card: no session sees them, so nobody can say what they are (src/browser/backstop.ts). */
const UNASKED = ['shared_worker_fetch', 'form_target_blank'];

let world: World;
let site: Vectors;

beforeAll(async () => {
  world = await startWorld();
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
    [
      { name: 'find', input: { query: 'Ready' } },
      { name: 'read_page', input: { filter: 'interactive' } },
    ],
    [{ name: 'left_click', input: { target: { type: 'ref', ref: `$ref(button, ${name})` } } }],
  );
}

async function untilReached(vector: string): Promise<void> {
  await expect.poll(() => site.reached, { timeout: 5000 }).toContain(vector);
}

async function personPresses(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#state')?.textContent === 'Ready');
  await page.evaluate((label) => {
    for (const button of document.querySelectorAll('button')) if (button.textContent === label) button.click();
  }, name);
}

test.each([
  ...VECTORS.filter((vector) => !['fetchLater', 'popup_script_fetch'].includes(vector)),
  ...OF_SERVICE_WORKERS,
])('in a tab of the person, %s reaches the server: the vector works, and nobody stops it', async (vector) => {
  const page = await world.chromium.browser.newPage();
  await page.goto(`${site.origin}/${vector.startsWith('sw_') ? '?sw' : ''}`);
  await personPresses(page, vector);
  await untilReached(vector);
  await page.close();
});

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
