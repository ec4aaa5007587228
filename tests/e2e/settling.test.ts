import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, type Hands, startHands } from './harness/hands';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

test.each([
  ['an answer to a frame of another site', 'Ask in the frame', 'says "the frame was told yes"'],
  ['an answer to a worker', 'Ask by a worker', 'says "the worker was told yes"'],
  ['what is drawn a moment after the answer', 'Ask and draw late', 'says "drawn late: yes"'],
  ['the same in a frame of another site', 'Ask in the frame and draw late', 'says "the frame drew late: yes"'],
  ['a question that an answer leads to', 'Ask twice', 'says "asked twice: yes yes"'],
  ['what a transition brings', 'Fade in', 'dialog "Faded" opened'],
  ['what keyframes bring', 'Come by keyframes', 'dialog "Keyed" opened'],
  // What passes by for an hour, or turns for ever, is not waited for.
  ['what the click did at once', 'Nothing much', 'says "rested"'],
])('a click is told with %s', async (_, button, news) => {
  const [answer] = await hands.play('late.html', click('button', button));
  expect(answer).toContain(news);
});

test('a click is told with a page that its server takes seconds for', async () => {
  const [answer] = await hands.play('late.html', click('link', 'A slow page'));
  expect(answer).toMatch(/the page is now http:\S+\/slow-page "A slow page"/);
});

test('going back to a page that the browser kept is no wait for it to load', async () => {
  const [, back, clicked] = await hands.play(
    'tabs.html',
    click('link', 'Plain link'),
    { name: 'navigate', input: { url: 'back' } },
    click('button', 'Open a window'),
  );
  expect(back).toMatch(/navigate ok: .*\/tabs.html/);
  expect(clicked).toMatch(/left_click ok: .*says "window open"/s);
});

test('going back to the empty page that a tab begins with is told as such', async () => {
  const [back, tabs] = await hands.play(
    'tabs.html',
    { name: 'navigate', input: { url: 'back' } },
    { name: 'list_tabs' },
  );
  expect(back).toMatch(/navigate ok: Navigated to about:blank/);
  expect(tabs).toContain('"title":"","url":"about:blank"');
});
