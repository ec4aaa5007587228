import { z } from 'zod';
import type { SeenCall } from '../conversation';
import { finish, type Player } from '../player';

const Turns = z.array(z.array(z.object({ name: z.string(), input: z.unknown(), until: z.string().optional() })));
type Turn = z.infer<typeof Turns>[number];

/** A turn is played again so often at most: about ten seconds of a page that comes late. */
const MOST_TRIES = 200;

/**
 * Plays the turns that stand as JSON after the word SCRIPT in the prompt, and finishes with what each call answered.
 * A turn with a call that says `until` is played again until the call's answer holds these words. `$ref(role, name)` in an
 * input is the ref of that element in the newest read of the page, `$tab` the active tab, `$first` the first one, and
 * `$read(code is )` the word that follows in any read: something that the prompt does not say.
 */
export const script: Player = {
  name: 'script',
  plays: (prompt) => prompt.includes('SCRIPT'),
  move({ prompt, calls, turns }) {
    // One line: what follows it, such as where to begin, is not the script's.
    const [json = ''] = prompt.slice(prompt.indexOf('SCRIPT') + 'SCRIPT'.length).split('\n');
    const next = turnAfter(Turns.parse(JSON.parse(json)), calls, turns);
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

/** The turn that comes next, when so many were played; undefined when all were. */
function turnAfter(script: readonly Turn[], calls: readonly SeenCall[], played: number): Turn | undefined {
  let at = 0;
  for (const turn of script) {
    const awaited = turn.find(({ until }) => until !== undefined);
    for (let tries = 0; ; tries++) {
      if (at === played) return turn;
      const answers = calls.filter((call) => call.turn === at && call.name === awaited?.name);
      at++;
      if (!awaited?.until || tries >= MOST_TRIES || answers.some(({ text }) => text.includes(awaited.until ?? '')))
        break;
    }
  }
  return undefined;
}

/** Puts refs of the newest tree, tabs, and words that were read, into an input. */
export function filled(
  input: unknown,
  tree: string,
  { tab, first, all }: { tab: string; first: string; all: string },
): unknown {
  const known = JSON.stringify(input).replace(/\$read\(([^)]+)\)/g, (_, before: string) => {
    const at = all.indexOf(before);
    return at < 0 ? 'nothing' : (/^[\w-]+/.exec(all.slice(at + before.length))?.[0] ?? 'nothing');
  });
  const text = known.replace(/\$ref\(([\w ]+), ([^)]+)\)/g, (_, role: string, said: string) => {
    const name = said.replace(/[.*+?^${}|[\]\\]/g, '\\$&');
    // Links of one paragraph stand in one line, each by its name alone.
    const [line] = [`${role} "${name}" \\[(ref_\\d+)\\]`, `"${name}" \\[(ref_\\d+)\\]`].flatMap(
      (pattern) => new RegExp(pattern).exec(tree)?.[1] ?? [],
    );
    return line ?? 'ref_0';
  });
  return JSON.parse(text.replaceAll('$tab', tab).replaceAll('$first', first));
}
