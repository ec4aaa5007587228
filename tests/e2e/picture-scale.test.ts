import { describe, expect, test } from 'vitest';
import { at, type Hands, startHands } from './harness/hands';
import { type Colour, Pixels, picturesOf } from './harness/pixels';
import { answersOf, script } from './harness/world';

const TARGETS: Record<string, Colour> = {
  magenta: [255, 0, 255],
  blue: [0, 0, 255],
  green: [0, 204, 0],
  red: [255, 0, 0],
};

const open = (hands: Hands) => [
  { name: 'new_tab' },
  { name: 'navigate', input: { url: `${hands.site.origin}/targets.html` } },
];

async function look(hands: Hands): Promise<Pixels> {
  const id = await hands.world.session.start(script([...open(hands), { name: 'screenshot' }]));
  await hands.world.session.untilEnded(id);
  const [picture] = await picturesOf(hands.world, id);
  if (!picture) throw new Error('no picture came');
  return Pixels.of(hands.world, picture);
}

/** Looks at the page, finds each target by its colour alone, clicks there, and gives what was hit. */
async function hits(hands: Hands): Promise<string[]> {
  const seen = await look(hands);
  const points = Object.values(TARGETS).map((colour) => seen.middleOf(colour));
  const clicks = points.map((point) => [
    { name: 'left_click', input: { target: at(Math.round(point?.x ?? 0), Math.round(point?.y ?? 0)) } },
  ]);
  const id = await hands.world.session.start(script([...open(hands), { name: 'screenshot' }], ...clicks));
  const answers = answersOf(await hands.world.session.untilEnded(id)).slice(3);
  return answers.map((answer) => /says "hit (\w+)"/.exec(answer)?.[1] ?? answer);
}

/** The person sets the zoom of the site, in a tab of theirs. */
async function zoomSite({ world, site }: Hands, zoom: number): Promise<void> {
  const theirs = await world.chromium.browser.newPage({ background: true });
  await theirs.goto(`${site.origin}/index.html`);
  await world.own.evaluate(
    async (url, factor) => {
      const [tab] = await chrome.tabs.query({ url });
      if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, factor);
    },
    `${site.origin}/index.html`,
    zoom,
  );
  await theirs.close();
}

describe.each([
  { ratio: 1, window: '1600,1000', zooms: [1, 0.5, 1.25], scrollbars: false },
  { ratio: 1, window: '900,700', zooms: [1], scrollbars: true },
  { ratio: 1.5, window: '900,700', zooms: [1, 1.1], scrollbars: false },
  { ratio: 2, window: '900,700', zooms: [1, 0.67], scrollbars: false },
  { ratio: 3, window: '900,700', zooms: [1], scrollbars: true },
])(
  '$ratio device pixels per pixel, window $window, scroll bars: $scrollbars',
  ({ ratio, window, zooms, scrollbars }) => {
    test('what is seen in the picture is hit by its coordinates', async () => {
      const hands = await startHands({
        // The bar about debugging comes with the first task, and makes tabs that open afterwards less high.
        args: [`--force-device-scale-factor=${ratio}`, `--window-size=${window}`, '--silent-debugger-extension-api'],
        ...(scrollbars ? { ignoreDefaultArgs: ['--hide-scrollbars'] } : {}),
      });
      for (const zoom of zooms) {
        if (zoom !== 1) await zoomSite(hands, zoom);
        expect(await hits(hands), `at a zoom of ${zoom}`).toEqual(Object.keys(TARGETS));
      }
      await hands.end();
    });
  },
);
