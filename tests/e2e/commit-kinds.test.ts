import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMITS, type Commit } from '../sites/vectors/commit-table';
import { startVectors, type Vectors } from '../sites/vectors/server';
import { script, startWorld, type World } from './harness/world';

let world: World;
let site: Vectors;

beforeAll(async () => {
  [world, site] = await Promise.all([startWorld(), startVectors()]);
});
afterAll(async () => {
  await world?.close();
  await site?.close();
});

/** Presses the buttons of these commits, each on a page that was loaded for it. */
function press(commits: readonly Commit[]): string {
  return script(
    [{ name: 'new_tab' }],
    ...commits.flatMap((commit) => {
      const number = COMMITS.indexOf(commit) + 1;
      const role = commit.by === 'link' ? 'link' : 'button';
      return [
        [{ name: 'navigate', input: { url: `${site.origin}/commits.html` } }],
        [{ name: 'read_page', input: { filter: 'all' }, until: `Continue ${COMMITS.length}` }],
        [{ name: 'left_click', input: { target: { type: 'ref', ref: `$ref(${role}, Continue ${number})` } } }],
      ];
    }),
  );
}

/** What was sent, without the escapes of JSON and forms. */
function plain(sent: string): string {
  return sent
    .replaceAll('\\"', '"')
    .replaceAll('+', ' ')
    .replace(/(%[\dA-F]{2})+/g, decodeURIComponent);
}

const KINDS = [...new Set(COMMITS.map(({ kind }) => kind))];

test.each(KINDS)(
  '%s: over each carrier one card, and on approval one request, which is the one shown',
  async (kind) => {
    const { session } = world;
    const commits = COMMITS.filter((commit) => commit.kind === kind);
    const id = await session.start(press(commits));
    for (const { name, method } of commits) {
      const { id: approvalId, effect } = await session.untilAsked(id);
      expect({ name, kind: effect.kind, method: effect.method }).toEqual({ name, kind, method });
      expect(site.reached).not.toContain(name);
      await session.answer(approvalId, 'approve');
      await session.until(id, ({ state }) => state.status !== 'waiting', `${name} went on`);
      await expect.poll(() => site.reached.filter((each) => each === name), { timeout: 30_000 }).toHaveLength(1);
      const arrived = site.arrived.find((each) => each.name === name);
      expect(new URL(effect.url).pathname).toBe(new URL(arrived?.path ?? '', site.origin).pathname);
      const sent = plain(`${arrived?.path} ${arrived?.body}`);
      for (const { value } of effect.rows) expect(sent).toContain(value);
    }
    const task = await session.untilEnded(id);
    expect(JSON.stringify(task.state)).not.toContain('ERROR');
    const names = commits.map(({ name }) => name);
    expect(site.reached.filter((name) => names.includes(name)).toSorted()).toEqual(names.toSorted());
    expect((await session.journal(id)).filter(({ type }) => type === 'approval_asked')).toHaveLength(commits.length);
  },
);
