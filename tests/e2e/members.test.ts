import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Site, startSite } from '../sites/site';
import { answersOf, script, startWorld, type World } from './harness/world';

let world: World;
let site: Site;

beforeAll(async () => {
  [world, site] = await Promise.all([startWorld(), startSite('controls', () => false)]);
});
afterAll(async () => {
  expect(await world?.activations()).toEqual([]);
  await world?.close();
  await site?.close();
});

interface Call {
  name: string;
  input?: unknown;
}

/** Opens the page of controls, plays the calls, and gives their answers. */
async function play(...calls: Call[]): Promise<string[]> {
  const open = [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}/` } }];
  const read = [{ name: 'read_page', input: { filter: 'all' } }];
  const id = await world.session.start(script([...open, ...read], ...calls.map((call) => [call])));
  const task = await world.session.untilEnded(id);
  expect(world.standIn.refusals).toEqual([]);
  return answersOf(task).slice(3);
}

const ref = (role: string, name: string) => ({ type: 'ref', ref: `$ref(${role}, ${name})` });
const at = (x: number, y: number) => ({ type: 'coordinate', x, y });
const pad = ref('button', 'Pad');

test.each<[string, Call, string]>([
  ['left_click', { name: 'left_click', input: { target: pad } }, 'click button=0 detail=1 trusted=true'],
  [
    'left_click at a point',
    { name: 'left_click', input: { target: at(360, 70) } },
    'click button=0 detail=1 trusted=true',
  ],
  [
    'left_click with modifiers',
    { name: 'left_click', input: { target: pad, modifiers: 'ctrl+shift' } },
    'click button=0 detail=1 trusted=true ctrlKey+shiftKey',
  ],
  ['right_click', { name: 'right_click', input: { target: pad } }, 'button=2'],
  ['middle_click', { name: 'middle_click', input: { target: pad } }, 'auxclick button=1'],
  ['double_click', { name: 'double_click', input: { target: pad } }, 'dblclick button=0 detail=2'],
  ['triple_click', { name: 'triple_click', input: { target: at(340, 130) } }, 'selected One two three four'],
  ['hover', { name: 'hover', input: { target: ref('button', 'Hover') } }, 'hovered'],
  [
    'left_click_drag',
    { name: 'left_click_drag', input: { from: at(480, 70), target: at(600, 200) } },
    'dragged to 600,200 in 8 moves',
  ],
  [
    'form_input on text',
    { name: 'form_input', input: { target: ref('textbox', 'Text'), value: 'Zoë 🎈' } },
    'changed text Zoë 🎈',
  ],
  [
    'form_input on a date',
    { name: 'form_input', input: { target: ref('date picker', 'Date'), value: '2026-12-24' } },
    'changed date 2026-12-24',
  ],
  [
    'form_input on a number',
    { name: 'form_input', input: { target: ref('spinbutton', 'Number'), value: 42 } },
    'changed number 42',
  ],
  [
    'form_input on a range',
    { name: 'form_input', input: { target: ref('slider', 'Range'), value: 9 } },
    'changed range 9',
  ],
  [
    'form_input on a colour',
    { name: 'form_input', input: { target: ref('color picker', 'Colour'), value: '#ff8800' } },
    'changed colour #ff8800',
  ],
  [
    'form_input on a check box',
    { name: 'form_input', input: { target: ref('checkbox', 'Check'), value: true } },
    'changed check on true',
  ],
  [
    'form_input on a radio button',
    { name: 'form_input', input: { target: ref('radio', 'Blue'), value: true } },
    'changed radio b true',
  ],
  [
    'form_input on a select',
    { name: 'form_input', input: { target: ref('combobox', 'Size'), value: 'Large' } },
    'changed size l',
  ],
  [
    'form_input on a text area',
    { name: 'form_input', input: { target: ref('textbox', 'Notes'), value: 'a\nb' } },
    'changed notes a',
  ],
  [
    'form_input on an editor',
    { name: 'form_input', input: { target: ref('textbox', 'Editor'), value: 'new' } },
    'edited new',
  ],
])('%s', async (_, call, seen) => {
  const [answer] = await play(call);
  expect(answer).toContain(`${call.name} ok`);
  expect(answer).toContain(seen);
});

test('type sends keys, and inserts what no key types', async () => {
  const answers = await play(
    { name: 'left_click', input: { target: ref('textbox', 'Text') } },
    { name: 'type', input: { text: 'Hi, Zoë! 你好 🎈' } },
  );
  expect(answers[1]).toContain('says "typed Hi, Zoë! 你好 🎈"');
});

test('type without a focus says what to do first', async () => {
  const [answer] = await play({ name: 'type', input: { text: 'lost' } });
  expect(answer).toContain('type ERROR: Nothing has the focus');
});

test('passwords are neither typed nor filled in', async () => {
  const answers = await play(
    { name: 'left_click', input: { target: ref('textbox', 'Password') } },
    { name: 'type', input: { text: 'hunter2' } },
    { name: 'form_input', input: { target: ref('textbox', 'Password'), value: 'hunter2' } },
  );
  expect(answers[1]).toContain("passwords are the person's to type");
  expect(answers[2]).toContain("passwords are the person's to type");
});

test('key presses chords, several, and again', async () => {
  const answers = await play(
    { name: 'left_click', input: { target: ref('textbox', 'Text') } },
    { name: 'type', input: { text: 'abc' } },
    { name: 'key', input: { text: 'ctrl+a Backspace' } },
    { name: 'type', input: { text: 'xyz' } },
    { name: 'key', input: { text: 'BackSpace', repeat: 2 } },
  );
  expect(answers[2]).toContain('says "typed"');
  expect(answers[4]).toContain('says "typed x"');
});

test('hold_key holds', async () => {
  const answers = await play(
    { name: 'left_click', input: { target: ref('textbox', 'Text') } },
    { name: 'hold_key', input: { text: 'F2', duration: 0.5 } },
  );
  expect(answers[1]).toContain('held long');
});

test('down, move and up make a gesture', async () => {
  const answers = await play(
    { name: 'left_mouse_down', input: { target: at(480, 70) } },
    { name: 'mouse_move', input: { target: at(500, 90) } },
    { name: 'mouse_move', input: { target: at(520, 110) } },
    { name: 'left_mouse_up', input: { target: at(540, 130) } },
  );
  expect(answers[3]).toMatch(/dragged to 540,130 in \d+ moves/);
});

test('scroll and scroll_to bring in what was outside', async () => {
  const answers = await play(
    { name: 'read_page' },
    { name: 'scroll_to', input: { target: { type: 'ref', ref: 'ref_1' } } },
    { name: 'scroll', input: { target: at(300, 300), scroll_direction: 'down', scroll_amount: 10 } },
    { name: 'scroll', input: { target: at(300, 300), scroll_direction: 'down', scroll_amount: 10 } },
    { name: 'scroll', input: { target: at(300, 300), scroll_direction: 'down', scroll_amount: 10 } },
    { name: 'read_page' },
  );
  expect(answers[0]).not.toContain('The far end');
  expect(answers[5]).toContain('link "The far end"');
});

test('screenshot and zoom give pictures, and a point outside of them is an error', async () => {
  const answers = await play(
    { name: 'screenshot' },
    { name: 'zoom', input: { region: [300, 40, 420, 100] } },
    { name: 'left_click', input: { target: at(5000, 5) } },
  );
  expect(answers[0]).toContain('(picture)');
  expect(answers[1]).toContain('(picture)');
  expect(answers[2]).toMatch(/left_click ERROR: \(5000, 5\) is outside of the screenshot, which is \d+×\d+ pixels/);
});

test('find, get_page_text, wait', async () => {
  const answers = await play(
    { name: 'find', input: { query: 'number field' } },
    { name: 'get_page_text' },
    { name: 'wait', input: { duration: 0.2 } },
  );
  expect(answers[0]).toContain('spinbutton "Number"');
  expect(answers[1]).toContain('# Controls');
  expect(answers[2]).toContain('wait ok');
});

test('tabs: opened, listed, switched and closed, and one that is gone is told', async () => {
  const id = await world.session.start(
    script(
      [
        { name: 'new_tab' },
        { name: 'navigate', input: { url: `${site.origin}/` } },
        { name: 'new_tab' },
        { name: 'list_tabs' },
      ],
      [{ name: 'close_tab', input: { tab_id: '1' } }],
      [{ name: 'navigate', input: { url: 'back' } }],
    ),
  );
  const answers = answersOf(await world.session.untilEnded(id));
  expect(JSON.parse(answers[3]?.split('ok: ')[1] ?? '').tabs).toHaveLength(2);
  expect(answers[4]).toContain('close_tab ERROR: This task has no tab "1"');
  expect(answers[5]).toContain('navigate ERROR: There is no page to go back to');
});
