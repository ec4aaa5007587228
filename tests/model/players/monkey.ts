import { z } from 'zod';
import { Random } from '../../random';
import { pageLines } from '../page-lines';
import { call, finish, newest, type PlayedCall, type Player } from '../player';

/** What a monkey does: where, how often, and the seed of its choices. */
export const MonkeyOrder = z.object({ url: z.string(), actions: z.number().int(), seed: z.number().int() });

const WORDS = [
  'Ann',
  '42',
  'hello\n',
  '2026-12-24',
  'Zoë 🎈',
  '日本',
  'a@b.example',
  '#ff8800',
  '12:30',
  'x'.repeat(60),
];
const KEYS = [
  'Enter',
  'Escape',
  'Tab',
  'Tab Tab Enter',
  'ArrowDown ArrowDown',
  'ctrl+a Backspace',
  'PageDown',
  'End',
  'space',
];
const VALUES = [true, false, 7, 'Large', '2026-12-24', 'some text', '#123456'];

/**
 * Does what nobody planned: random members on random things of the page that it read last. The same seed on the same
 * pages chooses the same.
 */
export const monkey: Player = {
  name: 'monkey',
  plays: (prompt) => prompt.startsWith('MONKEY '),
  move(conversation) {
    const order = MonkeyOrder.parse(JSON.parse(conversation.prompt.slice('MONKEY '.length)));
    const { turns, calls } = conversation;
    if (turns === 0) return { calls: [call('new_tab'), ...open(order.url)] };
    if (turns > order.actions) return finish('The monkey is tired.');
    const random = new Random(order.seed * 1000 + turns);
    if (calls.slice(-2).some(({ text }) => text.includes('No tab is open')))
      return { calls: [call('new_tab'), ...open(order.url)] };
    if (calls.findLast(({ name }) => name === 'read_page')?.isError && random.whole(2) === 0)
      return { calls: open(order.url) };
    const refs = pageLines(newest(conversation, 'read_page') ?? '').flatMap(({ ref }) => ref ?? []);
    const read = call('read_page', random.whole(3) === 0 ? { filter: 'all' } : {});
    return { calls: [action(random, refs), read] };
  },
};

function open(url: string): PlayedCall[] {
  return [call('navigate', { url }), call('read_page', { filter: 'all' })];
}

function action(random: Random, refs: readonly string[]): PlayedCall {
  const one = <T>(from: readonly T[], otherwise: T): T => from[random.whole(from.length)] ?? otherwise;
  const point = () => ({ type: 'coordinate', x: random.whole(780), y: random.whole(560) });
  const target = { type: 'ref', ref: one(refs, 'ref_1') };
  const dice = random.whole(100);
  if (dice < 38) return call('left_click', { target });
  if (dice < 42) return call('double_click', { target });
  if (dice < 45) return call('right_click', { target });
  if (dice < 48) return call('middle_click', { target });
  if (dice < 51) return call('triple_click', { target });
  if (dice < 55) return call('hover', { target });
  if (dice < 58) return call('left_click', { target: point() });
  if (dice < 64) return call('form_input', { target, value: one(VALUES, 'x') });
  if (dice < 70) return call('type', { text: one(WORDS, 'x') });
  if (dice < 76) return call('key', { text: one(KEYS, 'Tab') });
  if (dice < 80) return call('scroll', { target: point(), scroll_direction: one(['down', 'up', 'right'], 'down') });
  if (dice < 83) return call('scroll_to', { target });
  if (dice < 86) return call('left_click_drag', { from: point(), target: point() });
  if (dice < 88) return call('left_mouse_down', { target: point() });
  if (dice < 90) return call('left_mouse_up', { target: point() });
  if (dice < 92) return call('screenshot');
  if (dice < 94) return call('find', { query: one(['send button', 'search', 'menu link'], 'x') });
  if (dice < 95) return call('get_page_text');
  if (dice < 97) return call('navigate', { url: one(['back', 'forward', 'reload'], 'reload') });
  if (dice < 98) return call('list_tabs');
  return call('hold_key', { text: 'ArrowDown', duration: 0.2 });
}
