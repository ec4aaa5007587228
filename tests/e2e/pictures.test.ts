import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Approval } from '../../src/store/approval';
import type { Artifact } from '../../src/store/artifact';
import { at, type Call, click, type Hands, ref, startHands } from './harness/hands';
import { type Colour, Pixels, picturesOf } from './harness/pixels';
import { answersOf, script } from './harness/world';

const MARK: Colour = [213, 0, 109];

let hands: Hands;
beforeAll(async () => {
  hands = await startHands({ args: ['--window-size=1600,1000'] });
});
afterAll(() => hands?.end());

/** Plays calls on a page of the site and gives the answers, with the task to look further into. */
async function play(page: string, ...calls: Call[]): Promise<{ answers: string[]; taskId: string }> {
  const { world, site } = hands;
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}/${page}` } }];
  const read = [{ name: 'read_page', input: { filter: 'all' } }];
  const taskId = await world.session.start(script([...open, ...read], ...calls.map((call) => [call])));
  const task = await world.session.untilEnded(taskId);
  expect(world.standIn.refusals).toEqual([]);
  return { answers: answersOf(task).slice(3), taskId };
}

async function set(changes: object): Promise<void> {
  await hands.world.own.evaluate(async (wanted) => {
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, ...wanted } });
  }, changes);
}

const look = { name: 'screenshot' };

test('a page that looks as before is not sent again, unless it is asked for again', async () => {
  const { answers } = await play('targets.html', look, look, look, look, click('button', 'Magenta'), look);
  expect(
    answers.filter((answer) => answer.startsWith('- screenshot')).map((answer) => answer.includes('(picture)')),
  ).toEqual([true, false, true, false, true]);
  expect(answers[1]).toContain('Nothing changed');
});

test('a blinking cursor is no change, a ticked box is', async () => {
  const { answers } = await play(
    'forms.html',
    click('textbox', 'Text'),
    look,
    { name: 'wait', input: { duration: 0.6 } },
    look,
  );
  expect(answers[3]).toContain('Nothing changed');
  const ticked = await play('clicks.html', look, click('checkbox', 'Styled check box'), look);
  expect(ticked.answers[2]).toContain('(picture)');
});

test('a digit that becomes a similar one is a change', async () => {
  const name = (value: string) => ({ name: 'form_input', input: { target: ref('textbox', 'Name'), value } });
  const { answers } = await play('secrets.html', name('3'), look, name('8'), look, name('9'), look);
  expect([1, 3, 5].map((at) => answers[at]?.includes('(picture)'))).toEqual([true, true, true]);
});

test('the journal notes the size and the tokens of a picture before it is sent', async () => {
  const { taskId } = await play('targets.html', look);
  const [picture] = await picturesOf(hands.world, taskId);
  const parts = (await hands.world.session.journal(taskId)).flatMap((event) =>
    event.type === 'call_finished' ? event.parts : [],
  );
  const part = parts.find(({ type }) => type === 'picture');
  const seen = await Pixels.of(hands.world, picture ?? { data: '', mediaType: '' });
  const tokens = Math.ceil(seen.width / 28) * Math.ceil(seen.height / 28);
  expect(part).toMatchObject({ mediaType: 'image/webp', width: seen.width, height: seen.height, tokens });
  expect(seen.width).toBe(1366);
});

test('endpoints that take ordinary tools only get JPEG, which all of them read', async () => {
  const { session, standIn } = hands.world;
  await session.configure({ baseURL: standIn.baseURL, encoding: 'tools' });
  const { taskId } = await play('targets.html', look, { name: 'zoom', input: { region: [0, 0, 300, 200] } });
  const pictures = await picturesOf(hands.world, taskId);
  expect(pictures.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'image/jpeg']);
  await session.configure({ baseURL: standIn.baseURL });
});

test('zoom shows each pixel of the screen, also of a window that is larger than a screenshot', async () => {
  const whole = await play('targets.html', look);
  const [picture] = await picturesOf(hands.world, whole.taskId);
  const seen = await Pixels.of(hands.world, picture ?? { data: '', mediaType: '' });
  // Stripes of one pixel lie at 60 % of the width and height.
  const [x, y] = [Math.round(seen.width * 0.6) + 1, Math.round(seen.height * 0.6) + 1];
  const { taskId } = await play('targets.html', look, { name: 'zoom', input: { region: [x, y, x + 30, y + 15] } });
  const fine = (await picturesOf(hands.world, taskId))[1];
  const zoomed = await Pixels.of(hands.world, fine ?? { data: '', mediaType: '' });
  const row = Array.from({ length: zoomed.width }, (_, at) => zoomed.at(at, zoomed.height / 2)[0] > 127);
  const edges = row.filter((light, at) => at > 0 && light !== row[at - 1]).length;
  const pixelsOfScreen = (30 * 1600) / seen.width;
  expect(Math.abs(edges - pixelsOfScreen)).toBeLessThan(2);
});

test('after the person zoomed, a point of the old picture is an error, and a new picture works', async () => {
  const { world, site } = hands;
  const url = `${site.origin}/targets.html?zooming`;
  const id = await world.session.start(
    script(
      [{ name: 'new_tab' }, { name: 'navigate', input: { url } }, look],
      [{ name: 'wait', input: { duration: 2 } }],
      [{ name: 'left_click', input: { target: at(30, 30) } }],
      [look],
      [{ name: 'left_click', input: { target: at(30, 30) } }],
    ),
  );
  const looked = () => picturesOf(world, id);
  while ((await looked()).length === 0) await world.session.task(id);
  const [tab] = (await world.session.task(id)).tabs;
  await world.own.evaluate(async (tabId) => {
    await chrome.tabs.setZoomSettings(tabId, { scope: 'per-tab' });
    await chrome.tabs.setZoom(tabId, 1.5);
  }, tab?.tabId ?? 0);
  const answers = answersOf(await world.session.untilEnded(id));
  expect(answers[4]).toMatch(
    /left_click ERROR: The page was \d+×\d+ pixels large in your last screenshot and is \d+×\d+ now/,
  );
  expect(answers[6]).toContain('left_click ok');
});

test('numbers on the picture are in its legend with their refs, and not in the page', async () => {
  await set({ marks: true });
  const { answers, taskId } = await play('targets.html', look, { name: 'find', input: { query: 'Numbers' } });
  await set({ marks: false });
  expect(answers[0]).toMatch(/Numbers in the picture:\n1 button "Magenta" \[ref_\d+\]\n2 button "Blue" \[ref_\d+\]/);
  expect(answers[1]).not.toContain('ref_99');
  const [picture] = await picturesOf(hands.world, taskId);
  const seen = await Pixels.of(hands.world, picture ?? { data: '', mediaType: '' });
  expect(seen.middleOf(MARK)?.pixels).toBeGreaterThan(100);
  const tab = (await hands.world.session.task(taskId)).tabs[0]?.tabId ?? 0;
  const page = await hands.world.own.evaluate(async (tabId) => {
    const [shot] = await chrome.scripting.executeScript({
      target: { tabId },
      func: () => document.documentElement.outerHTML,
    });
    return String(shot?.result);
  }, tab);
  expect(page).not.toMatch(/d5006d/i);
});

test('the picture of an approval hides secrets too', async () => {
  const { world, site } = hands;
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}/secrets.html` } }];
  const read = [{ name: 'read_page', input: { filter: 'all' } }];
  const press = { name: 'left_click', input: { target: ref('button', 'Delete account') } };
  const id = await world.session.start(script([...open, ...read], [press]));
  const approval: Approval = await world.session.untilAsked(id);
  const artifacts = await world.session.rows<Artifact>('artifacts');
  const picture = artifacts.find(({ id: artifact }) => artifact === approval.picture?.artifactId);
  const seen = await Pixels.of(world, picture ?? { data: '', mediaType: '' });
  expect(seen.middleOf([255, 255, 0])).toBeUndefined();
  expect(seen.middleOf([95, 99, 104])?.pixels).toBeGreaterThan(3000);
  await world.session.answer(approval.id, 'deny');
  await world.session.untilEnded(id);
});
