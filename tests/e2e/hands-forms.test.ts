import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Hands, ref, startHands } from './harness/hands';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

const set = (role: string, name: string, value: string | number | boolean) => ({
  name: 'form_input',
  input: { target: ref(role, name), value },
});

test.each<[string, string, string | number | boolean, string]>([
  ['textbox', 'Text', 'Zoë "x" 🎈', 'text Zoë'],
  ['textbox', 'Tracked', 'by React', 'tracked by React'],
  ['textbox', 'Controlled', 'ann', 'preact ANN false'],
  ['checkbox', 'Ticked', true, 'preact true'],
  ['spinbutton', 'Amount', 7, 'amount 7'],
  ['date picker', 'Date', '2026-12-24', 'date 2026-12-24'],
  ['time picker', 'Time', '18:30', 'time 18:30'],
  ['date picker', 'Moment', '2026-12-24T18:30', 'moment 2026-12-24T18:30'],
  ['date picker', 'Month', '2026-12', 'month 2026-12'],
  ['date picker', 'Week', '2026-W52', 'week 2026-W52'],
  ['color picker', 'Colour', '#FF8800', 'colour #ff8800'],
  ['slider', 'Range', 8, 'range 8'],
  ['checkbox', 'Check', true, 'check true'],
  ['radio', 'Red', true, 'red true'],
  ['combobox', 'One', 'Large', 'one Large'],
  ['listbox', 'Several', 'East, West', 'several East+West'],
  ['combobox', 'Town', 'Graz', 'town Graz'],
  ['textbox', 'Rich', 'new words', 'rich new words'],
  ['textbox', 'Model', 'new words', 'It now shows "new words"'],
  ['textbox', 'Plain', 'new words', 'plain new words'],
  ['combobox', 'Fruit', 'Apricot', 'fruit chosen Apricot'],
  ['combobox', 'Country', 'Belgium', 'country Belgium'],
  ['listbox', 'Plan', 'Paid', 'plan Paid'],
  ['switch', 'Dark mode', true, 'dark true'],
  ['radio', 'Fast', true, 'speed Fast'],
  ['textbox', 'Nickname', 'Zo', 'nickname Zo'],
])('%s %s takes %s, and the page notices', async (role, name, value, seen) => {
  const answers = await hands.play('forms.html', set(role, name, value), { name: 'get_page_text' });
  expect(answers[0]).toContain('form_input ok');
  expect(`${answers[0]}${answers[1]}`).toContain(seen);
});

test.each<[string, string, string | number | boolean, RegExp]>([
  ['textbox', 'Controlled', 'ann', /It now shows "ANN": the page changed it from "ann"/],
  ['textbox', 'Emptied', 'ann', /It now shows "": the page changed it from "ann"/],
  ['textbox', 'Judged', 'ann', /It now shows "ann"\. The page does not accept it: "This name is taken"/],
  ['textbox', 'Drawn anew', 'ann', /It showed "ann"\. The page has drawn it anew since: read it/],
  ['textbox', 'Short', 'much too long', /It now shows "much ".*at most 5 characters/],
  ['spinbutton', 'Amount', 70, /It now shows "70".*does not accept/],
  ['spinbutton', 'Amount', 'many', /ERROR: .*wants a number/],
  ['date picker', 'Date', '24.12.2026', /ERROR: .*a date such as 2026-11-24/],
  ['color picker', 'Colour', 'orange', /ERROR: .*a colour such as #ff8800/],
  ['slider', 'Range', 99, /It now shows "10"/],
  ['combobox', 'One', 'Huge', /ERROR: .*no option "Huge". Its options: "Small", "Large"/],
  ['listbox', 'Several', 'East, Up', /ERROR: .*no option "Up"/],
  ['combobox', 'Country', 'Denmark', /ERROR: .*no option "Denmark". Its options: "Austria", "Belgium", "Chile"/],
  ['listbox', 'Plan', 'Gold', /ERROR: .*no option "Gold". Its options: "Free", "Paid"/],
])('%s %s and %s: told what is wrong', async (role, name, value, words) => {
  const [answer] = await hands.play('forms.html', set(role, name, value));
  expect(answer).toMatch(words);
});

test('what is set already is left as it is', async () => {
  const answers = await hands.play('forms.html', set('switch', 'Dark mode', false), set('checkbox', 'Check', false));
  expect(answers[0]).toContain('It now shows "not checked"');
  expect(answers.join()).not.toMatch(/says "(dark|check)/);
});
