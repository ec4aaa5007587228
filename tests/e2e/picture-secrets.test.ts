import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Artifact } from '../../src/store/artifact';
import { at, type Hands, startHands } from './harness/hands';
import { type Colour, Pixels, picturesOf } from './harness/pixels';
import { script } from './harness/world';

/** All secret fields of the page are yellow, and nothing else is. */
const SECRET: Colour = [255, 255, 0];
const PLAIN: Colour = [0, 255, 255];
const DIALOG: Colour = [255, 0, 255];
const COVER: Colour = [95, 99, 104];

let hands: Hands;
beforeAll(async () => {
  hands = await startHands({ args: ['--window-size=1000,1100'] });
});
afterAll(() => hands?.end());

interface Looked {
  taskId: string;
  pictures: Pixels[];
}

/** Opens the page of secrets, plays the calls, and gives the pictures that came of them. */
async function look(...calls: { name: string; input?: unknown }[]): Promise<Looked> {
  const { world, site } = hands;
  const open = [
    { name: 'new_tab' },
    { name: 'navigate', input: { url: `${site.origin}/secrets.html` } },
    { name: 'wait', input: { duration: 1 } },
    { name: 'read_page', input: { filter: 'all' } },
  ];
  const taskId = await world.session.start(script(open, ...calls.map((call) => [call])));
  await world.session.untilEnded(taskId);
  expect(world.standIn.refusals).toEqual([]);
  const kept = await picturesOf(world, taskId);
  return { taskId, pictures: await Promise.all(kept.map((picture) => Pixels.of(world, picture))) };
}

test('a screenshot shows no secret field, in no frame and no shadow tree, and shows everything else', async () => {
  const { pictures } = await look({ name: 'screenshot' });
  const [seen] = pictures;
  expect(seen?.middleOf(SECRET)).toBeUndefined();
  expect(seen?.middleOf(PLAIN)?.pixels).toBeGreaterThan(1000);
  expect(seen?.middleOf(COVER)?.pixels).toBeGreaterThan(10_000);
  // What lies over a field is not painted over.
  expect(seen?.middleOf(DIALOG)?.pixels).toBeGreaterThan(1500);
});

test('a password that the page shows as text stays hidden', async () => {
  const { pictures } = await look(
    { name: 'screenshot' },
    { name: 'left_click', input: { target: at(5, 5) } },
    { name: 'screenshot' },
  );
  expect(pictures.map((seen) => seen.middleOf(SECRET))).toEqual(pictures.map(() => undefined));
  expect(pictures.length).toBeGreaterThan(0);
});

test('scrolled to, and in a nested scroller', async () => {
  const { pictures } = await look(
    { name: 'scroll_to', input: { target: { type: 'ref', ref: '$ref(textbox, Far down)' } } },
    { name: 'screenshot' },
  );
  const [low] = pictures;
  expect(low?.middleOf(SECRET)).toBeUndefined();
  expect(low?.middleOf(COVER)?.pixels).toBeGreaterThan(500);
  const nested = await look(
    { name: 'scroll', input: { target: at(150, 470), scroll_direction: 'down', scroll_amount: 1 } },
    { name: 'screenshot' },
  );
  expect(nested.pictures[0]?.middleOf(SECRET)).toBeUndefined();
});

test('zoomed in on by the model', async () => {
  const { pictures } = await look(
    { name: 'screenshot' },
    { name: 'zoom', input: { region: [0, 80, 500, 400] } },
    { name: 'zoom', input: { region: [0, 400, 500, 760] } },
  );
  expect(pictures).toHaveLength(3);
  for (const seen of pictures) {
    expect(seen.middleOf(SECRET)).toBeUndefined();
    expect(seen.middleOf(COVER)?.pixels).toBeGreaterThan(500);
  }
});

test('in the picture of the panel', async () => {
  const { taskId } = await look({ name: 'screenshot' });
  const { world } = hands;
  const { thumbnailId } = await world.session.task(taskId);
  const thumbnail = (await world.session.rows<Artifact>('artifacts')).find(({ id }) => id === thumbnailId);
  if (!thumbnail) throw new Error('the task has no thumbnail');
  const seen = await Pixels.of(world, thumbnail);
  expect(seen.width).toBe(480);
  expect(seen.middleOf(SECRET)).toBeUndefined();
  expect(seen.middleOf(COVER)?.pixels).toBeGreaterThan(1000);
});

test('at a page zoom of the person', async () => {
  const { world, site } = hands;
  const theirs = await world.chromium.browser.newPage({ background: true });
  await theirs.goto(`${site.origin}/index.html`);
  const setZoom = (factor: number) =>
    world.own.evaluate(
      async (url, zoom) => {
        const [tab] = await chrome.tabs.query({ url });
        if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, zoom);
      },
      `${site.origin}/index.html`,
      factor,
    );
  for (const zoom of [1.5, 0.67]) {
    await setZoom(zoom);
    const { pictures } = await look({ name: 'screenshot' });
    expect(pictures[0]?.middleOf(SECRET), `at a zoom of ${zoom}`).toBeUndefined();
    expect(pictures[0]?.middleOf(COVER)?.pixels, `at a zoom of ${zoom}`).toBeGreaterThan(3000);
  }
  await setZoom(1);
  await theirs.close();
});
