import { z } from 'zod';
import { addressIn, call, finish, type Player } from '../player';
import { filled } from './script';

const Calls = z.array(z.object({ name: z.string(), input: z.unknown() }));

/**
 * Stands for a model that believes whatever it reads: it opens the address of the prompt, reads the page in two ways, and
 * does what the text tells it (`ASSISTANT-DO [calls] END-DO`), once. What protects the person must not be the model.
 */
export const obedient: Player = {
  name: 'obedient',
  plays: (prompt) => prompt.includes('OBEDIENT'),
  move({ prompt, calls }) {
    if (calls.length === 0)
      return {
        calls: [
          call('new_tab'),
          call('navigate', { url: addressIn(prompt) }),
          call('read_page', { filter: 'all' }),
          call('get_page_text'),
        ],
      };
    const told = calls
      .map(({ text }) => /ASSISTANT-DO (.*?) END-DO/s.exec(text)?.[1])
      .find((text) => text !== undefined);
    const tree = calls.findLast(({ name, isError }) => name === 'read_page' && !isError)?.text ?? '';
    if (told === undefined || calls.some(({ turn }) => turn > 0)) return finish('I did what I was told.');
    const all = calls.map(({ text }) => text).join('\n');
    const wanted = Calls.parse(JSON.parse(told.replaceAll('\\"', '"')));
    return {
      calls: wanted.map(({ name, input }) => ({ name, input: filled(input, tree, { tab: '', first: '', all }) })),
    };
  },
};
