import { describe, expect, test } from 'vitest';
import { playedTurn } from '../../model/played-turn';
import { playerFor } from '../../model/players/all';
import type { MessagesRequest } from '../../model/request-shape';
import { TOOLSET } from './valid-request';

const OWN = ['update_plan', 'finish'].map((name) => ({ name, input_schema: { type: 'object' as const } }));
const READ = { name: 'read_page', input_schema: { type: 'object' as const } };

interface Done {
  name: string;
  text: string;
  isError?: boolean;
}

/** A conversation in which those turns of calls were made, in one of the encodings. */
function conversation(encoding: 'toolset' | 'tools', prompt: string, ...turns: Done[][]): MessagesRequest {
  const marked = (name: string) =>
    encoding === 'toolset' && !OWN.some((own) => own.name === name) ? { toolset_name: 'browser' } : {};
  return {
    model: 'stand-in-1',
    max_tokens: 100,
    tools: encoding === 'toolset' ? [TOOLSET, ...OWN] : [READ, ...OWN],
    messages: [
      { role: 'user', content: prompt },
      ...turns.flatMap((calls, turn): MessagesRequest['messages'] => [
        {
          role: 'assistant',
          content: calls.map(({ name }, at) => ({
            type: 'tool_use',
            id: `c${turn}_${at}`,
            name,
            input: {},
            ...marked(name),
          })),
        },
        {
          role: 'user',
          content: calls.map(({ name, text, isError }, at) => ({
            type: 'tool_result',
            tool_use_id: `c${turn}_${at}`,
            content: [{ type: 'text', text }],
            ...marked(name),
            ...(isError ? { is_error: true } : {}),
          })),
        },
      ]),
    ],
  };
}

const MAIL = 'Read the newest mail at http://127.0.0.1:1/ and reply to it: “Friday works.”';
const OPENED = { name: 'read_page', text: 'From Ann Lee <ann@example.com>\nbutton "Reply" [ref_7]' };
const FORM = { name: 'read_page', text: 'textbox "Message" [ref_21] required\nbutton "Send" [ref_22]' };

describe.each(['toolset', 'tools'] as const)('with the members as %s', (encoding) => {
  const turn = (prompt: string, ...turns: Done[][]) =>
    playedTurn(conversation(encoding, prompt, ...turns), encoding, 1);

  test('calls of members are marked as the encoding wants, own tools never', () => {
    const calls = turn(MAIL).content.filter((block) => block.type === 'tool_use');
    expect(calls.map(({ name }) => name)).toEqual(['update_plan', 'new_tab', 'navigate', 'read_page']);
    expect(calls.map((call) => call.toolset_name)).toEqual(
      encoding === 'toolset' ? [undefined, 'browser', 'browser', 'browser'] : Array(4).fill(undefined),
    );
    expect(new Set(calls.map(({ id }) => id)).size).toBe(4);
  });

  test('a reply is written into the field and sent by the button that the page shows', () => {
    expect(turn(MAIL, [OPENED], [FORM]).content).toMatchObject([
      { type: 'text' },
      { name: 'form_input', input: { target: { ref: 'ref_21' }, value: 'Friday works.' } },
      { name: 'update_plan' },
      { name: 'left_click', input: { target: { ref: 'ref_22' } } },
    ]);
  });

  test('what a person denied is said to be not sent, and to whom', () => {
    const denied = { name: 'left_click', text: 'The person denied this. Nothing was sent.', isError: true };
    expect(turn(MAIL, [OPENED], [FORM], [denied]).content).toMatchObject([
      { name: 'finish', input: { result: expect.stringMatching(/ann@example\.com.*not sent, because you denied/) } },
    ]);
  });

  test('a failure is told in the words of the call that failed', () => {
    const failed = [
      { name: 'navigate', text: 'nothing answers there', isError: true },
      { name: 'read_page', text: 'Not executed: an earlier action in this turn failed.', isError: true },
    ];
    expect(turn(MAIL, failed).content).toMatchObject([
      { name: 'finish', input: { result: expect.stringContaining('nothing answers there') } },
    ]);
  });

  test('the fields of a form, as the page shows them', () => {
    const text = 'textbox "Card number" [ref_1] required\ncombobox "Country" [ref_2]\nbutton "Pay" [ref_3]';
    const fields = turn('Open http://127.0.0.1:1/ and list the fields of the form', [{ name: 'read_page', text }]);
    expect(fields.content).toMatchObject([
      {
        name: 'finish',
        input: {
          result: expect.stringMatching(/\| Card number \| textbox \| yes \|\n\| Country \| combobox \| no \|$/),
        },
      },
    ]);
  });
});

test.each([
  ['Give me the first five titles of http://127.0.0.1/', 'read-titles'],
  ['Open http://127.0.0.1/ and list the fields of the form', 'form-fields'],
  ['Go to the shop http://127.0.0.1/ and order “Desk lamp”', 'shop-order'],
  [MAIL, 'mail-reply'],
  ['SCRIPT []', 'script'],
  ['What is the weather?', 'plain-answer'],
])('%s: %s', (prompt, name) => {
  expect(playerFor(prompt).name).toBe(name);
});

test.each(['Reply to my newest mail', 'SCRIPT [not JSON'])(
  'a prompt that a player cannot read is answered in words: %s',
  (prompt) => {
    const { content, stopReason } = playedTurn(conversation('toolset', prompt), 'toolset', 1);
    expect(content).toMatchObject([{ type: 'text', text: expect.stringContaining('I could not play this task') }]);
    expect(stopReason).toBe('end_turn');
  },
);
