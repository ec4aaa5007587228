import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBERS, type MemberName } from '../../src/browser/member-schemas';
import { type Site, startSite } from '../sites/site';
import { answersOf, script, startWorld, type World } from './harness/world';

let world: World;
let site: Site;

beforeAll(async () => {
  [world, site] = await Promise.all([startWorld(), startSite('controls', () => false)]);
  await world.own.evaluate(async () => {
    const members = { file_upload: true, read_console: true, read_network: true, javascript_exec: true };
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, members } });
  });
});
afterAll(async () => {
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

/** The whole toolset, one row a member: the calls, and what the page itself must then say. */
const ROWS: readonly [MemberName, Call[], RegExp][] = [
  ['new_tab', [{ name: 'new_tab' }, { name: 'list_tabs' }], /new_tab ok.*"url":"about:blank"(.*"tab_id"){3}/s],
  [
    'navigate',
    [{ name: 'navigate', input: { url: 'reload' } }, { name: 'get_page_text' }],
    /navigate ok.*Nothing yet/s,
  ],
  ['list_tabs', [{ name: 'list_tabs' }], /"title":"Controls","url":"http:[^"]*","active":true/],
  [
    'switch_tab',
    [{ name: 'new_tab' }, { name: 'switch_tab', input: { tab_id: '$first' } }, { name: 'get_page_text' }],
    /switch_tab ok.*# Controls/s,
  ],
  ['close_tab', [{ name: 'close_tab', input: { tab_id: '$tab' } }], /close_tab ok.*"tabs":\[\]/],
  ['read_page', [{ name: 'read_page', input: { filter: 'interactive' } }], /button "Pad" \[ref_\d+\]/],
  ['find', [{ name: 'find', input: { query: 'number field' } }], /spinbutton "Number" \[ref_\d+\]/],
  ['get_page_text', [{ name: 'get_page_text' }], /# Controls/],
  ['screenshot', [{ name: 'screenshot' }], /\(picture\)/],
  ['zoom', [{ name: 'screenshot' }, { name: 'zoom', input: { region: [300, 40, 420, 100] } }], /zoom ok: \(picture\)/],
  ['left_click', [{ name: 'left_click', input: { target: pad } }], /click button=0 detail=1 trusted=true/],
  ['right_click', [{ name: 'right_click', input: { target: pad } }], /auxclick button=2/],
  ['middle_click', [{ name: 'middle_click', input: { target: pad } }], /auxclick button=1/],
  ['double_click', [{ name: 'double_click', input: { target: pad } }], /dblclick button=0 detail=2/],
  ['triple_click', [{ name: 'triple_click', input: { target: at(340, 130) } }], /selected One two three four/],
  ['hover', [{ name: 'hover', input: { target: ref('button', 'Hover') } }], /hovered/],
  [
    'left_click_drag',
    [{ name: 'left_click_drag', input: { from: at(480, 70), target: at(600, 200) } }],
    /dragged to 600,200 in 8 moves/,
  ],
  ['left_mouse_down', [{ name: 'left_mouse_down', input: { target: pad } }], /invalid input/],
  ['left_mouse_down', [{ name: 'left_mouse_down', input: { target: at(360, 70) } }], /says "down"/],
  [
    'mouse_move',
    [
      { name: 'left_mouse_down', input: { target: at(480, 70) } },
      { name: 'mouse_move', input: { target: at(500, 90) } },
      { name: 'left_mouse_up', input: { target: at(520, 110) } },
    ],
    /dragged to 520,110 in [2-9] moves/,
  ],
  [
    'left_mouse_up',
    [
      { name: 'left_mouse_down', input: { target: at(480, 70) } },
      { name: 'left_mouse_up', input: { target: at(540, 130) } },
    ],
    /dragged to 540,130/,
  ],
  [
    'scroll',
    [
      { name: 'scroll', input: { target: at(300, 300), scroll_direction: 'down', scroll_amount: 10 } },
      { name: 'scroll', input: { target: at(300, 300), scroll_direction: 'down', scroll_amount: 10 } },
      { name: 'scroll', input: { target: at(300, 300), scroll_direction: 'down', scroll_amount: 10 } },
      { name: 'read_page' },
    ],
    /link "The far end"/,
  ],
  [
    'scroll_to',
    [{ name: 'scroll_to', input: { target: ref('link', 'The far end') } }, { name: 'read_page' }],
    /link "The far end"/,
  ],
  [
    'type',
    [
      { name: 'left_click', input: { target: ref('textbox', 'Text') } },
      { name: 'type', input: { text: 'Hi, Zoë! 你好 🎈' } },
    ],
    /says "typed Hi, Zoë! 你好 🎈"/,
  ],
  [
    'key',
    [
      { name: 'left_click', input: { target: ref('textbox', 'Text') } },
      { name: 'type', input: { text: 'abc' } },
      { name: 'key', input: { text: 'ctrl+a Backspace' } },
      { name: 'type', input: { text: 'xyz' } },
      { name: 'key', input: { text: 'BackSpace', repeat: 2 } },
    ],
    /says "typed".*says "typed x"/s,
  ],
  [
    'hold_key',
    [
      { name: 'left_click', input: { target: ref('textbox', 'Text') } },
      { name: 'hold_key', input: { text: 'F2', duration: 0.5 } },
    ],
    /held long/,
  ],
  [
    'form_input',
    [{ name: 'form_input', input: { target: ref('combobox', 'Size'), value: 'Large' } }],
    /form_input ok.*changed size l/s,
  ],
  ['wait', [{ name: 'wait', input: { duration: 0.2 } }], /wait ok/],
  [
    'file_upload',
    [{ name: 'file_upload', input: { target: ref('textbox', 'Text'), paths: ['/etc/hosts'] } }],
    /may not be uploaded/,
  ],
  ['read_console', [{ name: 'read_console' }, { name: 'read_console' }], /read_console ok: Nothing was logged/],
  ['read_network', [{ name: 'read_network' }], /GET 200 Document text\/html/],
  ['javascript_exec', [{ name: 'javascript_exec', input: { text: 'document.title' } }], /javascript_exec ok: Controls/],
];

test.each(ROWS)('%s', async (_, calls, seen) => {
  expect((await play(...calls)).join('\n')).toMatch(seen);
});

test('no member is without a row', () => {
  expect(new Set(ROWS.map(([member]) => member))).toEqual(new Set(Object.keys(MEMBERS)));
  expect(Object.keys(MEMBERS)).toHaveLength(31);
});

test('left_click with modifiers, and at a point', async () => {
  const answers = await play(
    { name: 'left_click', input: { target: pad, modifiers: 'ctrl+shift' } },
    { name: 'left_click', input: { target: at(360, 70) } },
  );
  expect(answers[0]).toContain('trusted=true ctrlKey+shiftKey');
  expect(answers[1]).toContain('click button=0 detail=1 trusted=true');
});

test('type without a focus says what to do first', async () => {
  const [answer] = await play({ name: 'type', input: { text: 'lost' } });
  expect(answer).toContain('type ERROR: Nothing has the focus');
});

test('passwords are neither typed, nor filled in, nor entered by single keys', async () => {
  const password = { name: 'left_click', input: { target: ref('textbox', 'Password') } };
  const notes = { name: 'left_click', input: { target: ref('textbox', 'Notes') } };
  const refused: Call[] = [
    { name: 'type', input: { text: 'hunter2' } },
    { name: 'form_input', input: { target: ref('textbox', 'Password'), value: 'hunter2' } },
    { name: 'key', input: { text: 'h u n t e r 2' } },
    { name: 'key', input: { text: 'ctrl+v' } },
    { name: 'key', input: { text: 'shift+Insert' } },
    { name: 'key', input: { text: 'Home x' } },
    { name: 'hold_key', input: { text: 'x', duration: 0.1 } },
  ];
  // The field before it: the focus comes to the password in the middle of these calls.
  const moving: Call[] = [
    { name: 'key', input: { text: 'ctrl+a ctrl+c Tab ctrl+v' } },
    { name: 'type', input: { text: 'me\thunter2' } },
  ];
  const answers = await play(
    ...refused.flatMap((call) => [password, call]),
    ...moving.flatMap((call) => [notes, call]),
    password,
    { name: 'key', input: { text: 'Home Backspace' } },
    { name: 'javascript_exec', input: { text: 'document.querySelector("#password").value.length' } },
  );
  const tried = answers.filter((_, at) => at % 2 === 1).slice(0, refused.length + moving.length);
  expect(tried).toHaveLength(9);
  for (const answer of tried) expect(answer).toContain("passwords are the person's to type");
  expect(answers.at(-2)).toContain('key ok');
  expect(answers.at(-1)).toMatch(/javascript_exec ok: 0\n/);
});

test('a point outside of the screenshot is an error', async () => {
  const [, answer] = await play({ name: 'screenshot' }, { name: 'left_click', input: { target: at(5000, 5) } });
  expect(answer).toMatch(/left_click ERROR: \(5000, 5\) is outside of the screenshot, which is \d+×\d+ pixels/);
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
