import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, click, type Hands, startHands } from './harness/hands';

let hands: Hands;
beforeAll(async () => {
  hands = await startHands();
});
afterAll(() => hands?.end());

const type = (text: string): Call => ({ name: 'type', input: { text } });
const key = (text: string, repeat?: number): Call => ({ name: 'key', input: { text, ...(repeat ? { repeat } : {}) } });
const field = (name: string): Call => click('textbox', name);

test('every character of a US keyboard comes by its own key', async () => {
  const all = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');
  const answers = await hands.play('keys.html', field('Every key'), type(all));
  expect(answers[1]).toContain('by 95 keys, odd: none');
});

test('what no key types is inserted: accents, emoji of several parts, CJK', async () => {
  const answers = await hands.play('keys.html', field('Every key'), type('Zoë 👩‍👩‍👧 日本 ñ'));
  expect(answers[1]).toContain('typed Zoë 👩‍👩‍👧 日本 ñ by 5 keys');
});

test('a page that takes 25 ms for each key loses nothing', async () => {
  const answers = await hands.play('keys.html', field('Slow'), type('x'.repeat(120)), {
    name: 'wait',
    input: { duration: 0 },
  });
  expect(answers.slice(1).join()).toContain('slow has 120');
});

test('Enter searches in a form, sends in a chat, and breaks the line with shift', async () => {
  const form = await hands.play('keys.html', field('Search'), type('shoes\n'));
  expect(form[1]).toContain('searched shoes');
  const chat = await hands.play('keys.html', field('Chat'), type('one'), key('shift+Enter'), type('two'), key('Enter'));
  expect(chat[4]).toContain('sent one/two');
  const editor = await hands.play('keys.html', field('Editor'), type('one\ntwo'));
  expect(editor[1]).toContain('editor one/two');
});

test('keys that a page reads together come quickly enough', async () => {
  const answers = await hands.play('keys.html', key('g i'), key('?'));
  expect(answers[0]).toContain('went to inbox');
  expect(answers[1]).toContain('says "help"');
});

test('says where keys went', async () => {
  const answers = await hands.play('keys.html', key('F4'), field('From'), key('End'), {
    name: 'type',
    input: { text: 'x' },
  });
  expect(answers[0]).toContain('It went to the page: nothing had the focus.');
  expect(answers[2]).toContain('It went to textbox "From".');
  expect(answers[3]).toContain('It went to textbox "From".');
});

test('a held key repeats, and a short hold does not', async () => {
  const hold = (duration: number): Call => ({ name: 'hold_key', input: { text: 'F4', duration } });
  const answers = await hands.play('keys.html', hold(0.2), hold(1));
  expect(answers[0]).toContain('F4 0 repeats');
  expect(answers[1]).toContain('F4 many repeats');
});

test('copy and paste by chords', async () => {
  const answers = await hands.play(
    'keys.html',
    field('From'),
    key('ctrl+a ctrl+c'),
    field('Into'),
    key('ctrl+v'),
    key('ctrl+z'),
    key('ctrl+shift+z'),
  );
  expect(answers[3]).toContain('into has to be copied');
});

test('a code over several fields', async () => {
  const answers = await hands.play('keys.html', field('First'), type('123'));
  expect(answers[1]).toContain('code 123');
});

test('a dialog that opens in the middle of a text gets none of it', async () => {
  const answers = await hands.play(
    'keys.html',
    field('Interrupted'),
    type('a note to myself, not an answer'),
    key('Escape'),
    {
      name: 'get_page_text',
    },
  );
  expect(answers[1]).toMatch(/type ERROR: The page moved the focus from textbox "Interrupted" to button "Delete all"/);
  expect(answers[3]).toContain('="a note"');
  expect(answers.join()).not.toContain('deleted');
});

test('shift and arrows select, backspace deletes, repeat repeats', async () => {
  const answers = await hands.play(
    'keys.html',
    field('Into'),
    type('abcdef'),
    key('shift+ArrowLeft', 2),
    key('Backspace'),
    key('Home Delete'),
  );
  expect(answers[3]).toContain('into has abcd');
  expect(answers[4]).toContain('into has bcd');
});
