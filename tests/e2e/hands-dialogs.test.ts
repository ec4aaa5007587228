import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, click, type Hands, startHands } from './harness/hands';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

const alive = click('button', 'Still alive');

test.each<[string, Call, string, string]>([
  ['alert', click('button', 'Alert'), 'alert dialog "Mind the gap" was accepted', 'after alert'],
  ['confirm', click('button', 'Confirm'), 'confirm dialog "Really?" was accepted', 'confirm true'],
  ['prompt', click('button', 'Prompt'), 'prompt dialog "Your name?" was cancelled (it offered "Ann")', 'prompt null'],
  ['print', click('button', 'Print'), 'the page wanted to print: nothing was printed', 'after print'],
  ['geolocation', click('button', 'Locate me'), 'the page asked for your location: denied', 'location error 1'],
  ['notifications', click('button', 'Notify me'), 'asked to show notifications: denied', 'notifications denied'],
  ['camera', click('button', 'Camera'), 'asked for camera or microphone: refused', 'camera NotAllowedError'],
  ['file picker', click('button', 'Pick a file the new way'), 'opened a file chooser: refused', 'picker AbortError'],
  ['passkey', click('button', 'Passkey'), 'asked for a passkey', 'passkey NotAllowedError'],
  ['file chooser', click('button', 'Attach'), 'the page asked for files: no chooser was shown', ''],
])('%s: answered, told in words, and the tab goes on', async (_, call, told, said) => {
  const answers = await hands.play('dialogs.html', call, alive);
  expect(answers[0]).toContain(told);
  expect(answers[0]).toContain(said);
  expect(answers[1]).toContain('says "alive"');
});

test.each([
  ['a listener', 'Ask before leaving'],
  ['a handler with a text', 'Ask with a text'],
])('beforeunload by %s: left without asking, and told', async (_, button) => {
  const answers = await hands.play('dialogs.html', click('button', button), click('link', 'Away'));
  expect(answers[1]).toContain('the page wanted to ask before it was left');
  expect(answers[1]).toContain('Inspect');
});

test('beforeunload holds up neither navigate nor close_tab', async () => {
  const ask = click('button', 'Ask before leaving');
  const url = `${hands.site.origin}/dialogs.html`;
  const answers = await hands.play('dialogs.html', ask, { name: 'navigate', input: { url: `${url}?again` } }, ask, {
    name: 'close_tab',
    input: { tab_id: '$tab' },
  });
  expect(answers[1]).toContain('navigate ok');
  expect(answers[3]).toContain('close_tab ok: {"type":"browser_state","tabs":[]}');
});

test('a page that prints by itself when it opens', async () => {
  const answers = await hands.play('dialogs.html#print', { name: 'wait', input: { duration: 0 } }, alive);
  expect(answers[0]).toContain('the page wanted to print');
  expect(answers[1]).toContain('says "alive"');
});

test('a log-in window of the browser is cancelled with words', async () => {
  const answers = await hands.play('dialogs.html', click('link', 'Behind a password'), { name: 'get_page_text' });
  expect(answers[0]).toContain(`${hands.site.origin} asked for a name and password "The vault"`);
  expect(answers[0]).toContain("passwords are the person's to type");
  expect(answers[1]).toContain('You must log in');
});

test.each([
  ['date picker', 'Day'],
  ['color picker', 'Colour'],
  ['combobox', 'Size'],
])('the native window of a %s holds nothing up', async (role, name) => {
  const answers = await hands.play(
    'dialogs.html',
    click(role, name),
    { name: 'key', input: { text: 'Alt+ArrowDown' } },
    alive,
  );
  expect(answers[0]).toContain('left_click ok');
  expect(answers.at(-1)).toContain('says "alive"');
});
