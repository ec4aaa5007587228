import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, click, type Hands, ref, startHands } from './harness/hands';
import { answersOf, script } from './harness/world';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

test.each([
  ['in nested scrollers', 'button', 'Nested', 'nested'],
  ['while it slides', 'button', 'Sliding', 'slider'],
  ['behind what takes no pointer', 'button', 'Behind glass', 'behind'],
  ['turned and scaled', 'button', 'Turned', 'rotated'],
  ['zoomed by CSS', 'button', 'Zoomed', 'big'],
  ['in an open shadow root', 'button', 'In a open root', 'shadow open'],
  ['in a closed shadow root', 'button', 'In a closed root', 'shadow closed'],
  ['in a frame that must scroll', 'button', 'In a frame', 'frame deep'],
  ['in a scaled frame', 'button', 'In a scaled frame', 'scaled small'],
  ['in a zoomed frame', 'button', 'In a zoomed frame', 'zoomed large'],
  ['a link over several lines', 'link', 'a link that breaks over several lines', 'broken'],
  ['a check box drawn by its label', 'checkbox', 'Styled check box', 'styled \\| box'],
  ['far down the page', 'button', 'Far down', 'far'],
  ['that flees once', 'button', 'Fleeing', 'fleeing'],
])('lands on an element %s', async (_, role, name, said) => {
  const [answer] = await hands.play('clicks.html', click(role, name));
  expect(answer).toContain('left_click ok');
  expect(answer).toMatch(new RegExp(`says "${said}[" ]`));
});

test.each([
  ['covered', 'Covered', /button "Covered" is covered by dialog "Cookie banner"/],
  ['disabled', 'Switched off', /button "Switched off" is disabled/],
  ['in a disabled group', 'In a switched-off group', /is disabled/],
  ['without a pointer', 'No pointer', /takes no pointer/],
  ['gone when the pointer comes', 'Gone at once', /(no longer|went away|moved)/],
])('says why it does not click an element that is %s', async (_, name, words) => {
  const [answer, after] = await hands.play('clicks.html', click('button', name), {
    name: 'find',
    input: { query: 'Nothing yet' },
  });
  expect(answer).toContain('left_click ERROR');
  expect(answer).toMatch(words);
  expect(after).toContain('Nothing yet');
});

test('what changes places with its neighbour is pressed or not, but never the neighbour', async () => {
  const [answer, after] = await hands.play('clicks.html', click('button', 'Hopping'), { name: 'get_page_text' });
  expect(after).not.toContain('decoy');
  if (answer?.includes('left_click ok')) expect(after).toContain('hopping');
  else expect(answer).toMatch(/left_click ERROR: The element move[sd] away/);
});

test('a double click on what the first click replaced presses nothing else', async () => {
  const double = { name: 'double_click', input: { target: ref('button', 'Redrawn') } };
  const [answer, after] = await hands.play('clicks.html', double, { name: 'get_page_text' });
  expect(answer).toMatch(/double_click ERROR: The first click changed the page, and ref_\d+ is no longer there/);
  expect(after).toContain('redrawn at click 1');
  expect(after).not.toContain('redrawn at click 2');
});

test.each(['double_click', 'triple_click'])(
  'a %s on a point presses nothing that the first click opened there',
  async (name) => {
    const [answer, after] = await hands.play(
      'clicks.html',
      { name, input: { target: at(360, 30) } },
      { name: 'get_page_text' },
    );
    expect(answer).toContain(
      `${name} ERROR: The first click changed what is at this point: it was button "Opens over itself"`,
    );
    expect(after).toContain('opens');
    expect(after).not.toContain('discard');
  },
);

test('a triple click on a link that leads away presses once', async () => {
  const [answer, after] = await hands.play(
    'dialogs.html',
    { name: 'triple_click', input: { target: ref('link', 'Away') } },
    { name: 'get_page_text' },
  );
  expect(answer).toContain('triple_click ERROR: The first click already leads to another page');
  expect(after).toContain('Console, network and scripts');
});

test('a sticky header covers nothing that is scrolled to', async () => {
  const answers = await hands.play(
    'clicks.html',
    click('button', 'Above the fold again'),
    click('button', 'Nested'),
    click('button', 'Far down'),
  );
  expect(answers[2]).toContain('up | nested | far');
});

test('at a page zoom of the person', async () => {
  const { world, site } = hands;
  const { session } = world;
  const url = `${site.origin}/clicks.html?zoomed`;
  const id = await session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url } }, { name: 'read_page', input: { filter: 'all' } }],
      [{ name: 'wait', input: { duration: 4 } }],
      [click('button', 'Turned')],
      [click('button', 'In a scaled frame')],
      [{ name: 'screenshot' }],
    ),
  );
  await session.untilStarted(id, 'wait');
  const { tabs } = await session.task(id);
  await world.own.evaluate(async (tabId) => {
    await chrome.tabs.setZoomSettings(tabId, { scope: 'per-tab' });
    await chrome.tabs.setZoom(tabId, 1.5);
  }, tabs[0]?.tabId ?? 0);
  const answers = answersOf(await session.untilEnded(id));
  expect(answers[5]).toContain('rotated | scaled small');
  expect(answers[6]).toContain('(picture)');
});
