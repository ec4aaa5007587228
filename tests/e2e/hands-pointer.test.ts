import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, type Call, click, type Hands, ref, startHands } from './harness/hands';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

const drag = (from: [number, number], to: [number, number]): Call => ({
  name: 'left_click_drag',
  input: { from: at(...from), target: at(...to) },
});
const alive = click('button', 'Pad');
const exec = (text: string): Call => ({ name: 'javascript_exec', input: { text } });

test('a drag of what is draggable drops it', async () => {
  const answers = await hands.play('gestures.html', drag([60, 120], [350, 130]), alive);
  expect(answers[0]).toContain('dragstart | dropped the card after several overs | dragend move');
  expect(answers[1]).toContain('click0/1');
});

test('a drag of a link drops its address', async () => {
  const answers = await hands.play('gestures.html', drag([40, 158], [350, 130]), alive);
  expect(answers[0]).toMatch(/dropped http\S+#dragged after several overs/);
  expect(answers[1]).toContain('click0/1');
});

test('a drag by pointer events moves over several frames and rests before it lets go', async () => {
  const answers = await hands.play('gestures.html', drag([40, 220], [240, 225]));
  expect(answers[0]).toContain('knob by 200 over many frames, rested true');
});

test('down, move and up make a drag and drop, with calls between them', async () => {
  const answers = await hands.play(
    'gestures.html',
    { name: 'left_mouse_down', input: { target: at(60, 120) } },
    { name: 'mouse_move', input: { target: at(150, 130) } },
    { name: 'wait', input: { duration: 0.2 } },
    { name: 'mouse_move', input: { target: at(340, 130) } },
    { name: 'mouse_move', input: { target: at(350, 135) } },
    { name: 'screenshot' },
    { name: 'left_mouse_up', input: { target: at(350, 135) } },
    alive,
  );
  expect(answers[6]).toMatch(/dragstart \| dropped the card after .* overs \| dragend move/);
  expect(answers[7]).toContain('click0/1');
});

test('a press on selected text that becomes a drag of it is survived', async () => {
  const answers = await hands.play(
    'gestures.html',
    { name: 'triple_click', input: { target: at(60, 290) } },
    drag([60, 290], [350, 130]),
    alive,
    click('button', 'Menu'),
  );
  expect(answers[1]).toMatch(/dropped One two three four five six/);
  expect(answers[2]).toContain('click0/1');
  expect(answers[3]).toContain('left_click ok');
});

test('a menu that opens on hover stays open until the pointer leaves', async () => {
  const answers = await hands.play(
    'gestures.html',
    { name: 'hover', input: { target: ref('button', 'Menu') } },
    { name: 'wait', input: { duration: 0.2 } },
    { name: 'read_page' },
    click('button', 'Second entry'),
    { name: 'mouse_move', input: { target: at(600, 30) } },
    { name: 'read_page' },
  );
  expect(answers[2]).toContain('Second entry');
  expect(answers[3]).toContain('chose second');
  expect(answers[5]).not.toContain('Second entry');
});

test.each<[string, Call, string]>([
  ['left', { name: 'left_click', input: { target: ref('button', 'Pad') } }, 'click0/1'],
  ['right', { name: 'right_click', input: { target: ref('button', 'Pad') } }, 'contextmenu2/0 | auxclick2/1'],
  ['middle', { name: 'middle_click', input: { target: ref('button', 'Pad') } }, 'auxclick1/1'],
  ['double', { name: 'double_click', input: { target: ref('button', 'Pad') } }, 'click0/1 | click0/2 | dblclick0/2'],
  [
    'triple',
    { name: 'triple_click', input: { target: ref('button', 'Pad') } },
    'click0/1 | click0/2 | dblclick0/2 | click0/3',
  ],
])('%s click: each event once and in order', async (_, call, said) => {
  const answers = await hands.play('gestures.html', call);
  expect(answers[0]).toContain(`says "${said}"`);
});

test('scroll ends when it has settled: over a disabled field, a smooth box, and at the end of a box', async () => {
  await hands.allow({ javascript_exec: true });
  const scroll = (x: number, y: number): Call => ({
    name: 'scroll',
    input: { target: at(x, y), scroll_direction: 'down', scroll_amount: 3 },
  });
  const places = exec("[document.querySelector('#area').scrollTop, document.querySelector('#smooth').scrollTop]");
  const answers = await hands.play(
    'gestures.html',
    scroll(360, 230),
    places,
    scroll(620, 150),
    places,
    { name: 'wait', input: { duration: 0.5 } },
    places,
  );
  expect(answers[1]).toContain('[300,0]');
  expect(answers[3]).toContain('[300,300]');
  expect(answers[5]).toContain('[300,300]');
});
