import { z } from 'zod';
import { finish, type Player } from '../player';

const Turns = z.array(z.array(z.object({ name: z.string(), input: z.unknown() })));

/**
 * Plays the turns that stand as JSON after the word SCRIPT in the prompt, and finishes with what each call answered.
 * `$ref(role, name)` in an input is the ref of that element in the newest read of the page, `$tab` the active tab, `$first`
 * the first one, and `$read(code is )` the word that follows in any read: something that the prompt does not say.
 */
export const script: Player = {
  name: 'script',
  plays: (prompt) => prompt.includes('SCRIPT'),
  move({ prompt, calls, turns }) {
    // One line: what follows it, such as where to begin, is not the script's.
    const [json = ''] = prompt.slice(prompt.indexOf('SCRIPT') + 'SCRIPT'.length).split('\n');
    const next = Turns.parse(JSON.parse(json))[turns];
    if (next) {
      const tree = calls.findLast(({ name, isError }) => name === 'read_page' && !isError)?.text ?? '';
      const first = /"tab_id":"(\d+)"/.exec(calls[0]?.text ?? '')?.[1] ?? '';
      const tab = /"tab_id":"(\d+)"[^}]*"active":true/.exec(calls.at(-1)?.text ?? '')?.[1] ?? '';
      const all = calls.map(({ text }) => text).join('\n');
      return { calls: next.map(({ name, input }) => ({ name, input: filled(input, tree, { tab, first, all }) })) };
    }
    return finish(calls.map(({ name, isError, text }) => `- ${name} ${isError ? 'ERROR' : 'ok'}: ${text}`).join('\n'));
  },
};

function filled(
  input: unknown,
  tree: string,
  { tab, first, all }: { tab: string; first: string; all: string },
): unknown {
  const known = JSON.stringify(input).replace(/\$read\(([^)]+)\)/g, (_, before: string) => {
    const at = all.indexOf(before);
    return at < 0 ? 'nothing' : (/^[\w-]+/.exec(all.slice(at + before.length))?.[0] ?? 'nothing');
  });
  const text = known.replace(/\$ref\(([\w ]+), ([^)]+)\)/g, (_, role: string, name: string) => {
    // Links of one paragraph stand in one line, each by its name alone.
    const [line] = [`${role} "${name}" \\[(ref_\\d+)\\]`, `"${name}" \\[(ref_\\d+)\\]`].flatMap(
      (pattern) => new RegExp(pattern).exec(tree)?.[1] ?? [],
    );
    return line ?? 'ref_0';
  });
  return JSON.parse(text.replaceAll('$tab', tab).replaceAll('$first', first));
}
