import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Site, startSite } from '../sites/site';
import { script, startWorld, type World } from './harness/world';

/** Ten tasks at once, each in a tab group of its own, as a person with many small jobs has them. */
const TASKS = 10;

let world: World;
let site: Site;

beforeAll(async () => {
  [world, site] = await Promise.all([startWorld({ personMoves: true }), startSite('controls', () => false)]);
});
afterAll(async () => {
  await world?.close();
  await site?.close();
});

const field = (name: string) => ({ type: 'ref', ref: `$ref(textbox, ${name})` });

/** Types its own word, with reads in between in which a mix-up with another task would show. */
function job(word: string): string {
  const read = { name: 'read_page', input: { filter: 'all' } };
  return script(
    [{ name: 'new_tab' }, { name: 'navigate', input: { url: `${site.origin}/?${word}` } }, read],
    [{ name: 'left_click', input: { target: field('Text') } }],
    [{ name: 'type', input: { text: word } }],
    [read],
    [{ name: 'form_input', input: { target: field('Notes'), value: `notes of ${word}` } }],
    [{ name: 'screenshot' }, read],
  );
}

const tabIds = () => world.own.evaluate(async () => (await chrome.tabs.query({})).map(({ id }) => id));
const groupsOf = () =>
  world.own.evaluate(async () =>
    (await chrome.tabs.query({})).flatMap(({ url, groupId }) => (groupId > 0 ? [{ url, groupId }] : [])),
  );

test('ten tasks at once do not touch each other, and give their tabs back when they are deleted', async () => {
  const before = await tabIds();
  const words = Array.from({ length: TASKS }, (_, at) => `word${at}`);
  const ids = await Promise.all(words.map((word) => world.session.start(job(word))));
  const ended = await Promise.all(ids.map((id) => world.session.untilEnded(id, 120_000)));

  expect(world.standIn.refusals).toEqual([]);
  ended.forEach(({ state }, at) => {
    const result = state.status === 'done' ? state.result : JSON.stringify(state);
    expect(result).not.toContain('ERROR');
    expect(result).toContain(`typed word${at}`);
    expect(result).toContain(`notes of word${at}`);
    for (const other of words) if (other !== `word${at}`) expect(result).not.toMatch(new RegExp(`${other}\\b`));
  });

  const grouped = await groupsOf();
  expect(grouped.map(({ url }) => url).sort()).toEqual(words.map((word) => `${site.origin}/?${word}`).sort());
  expect(new Set(grouped.map(({ groupId }) => groupId)).size).toBe(TASKS);

  for (const taskId of ids) expect(await world.session.send({ type: 'delete-task', taskId })).toEqual({ ok: true });
  expect(await tabIds()).toEqual(before);
  expect(await world.session.rows('tasks')).toEqual([]);
  expect(await world.session.rows('artifacts')).toEqual([]);
  expect(await world.activations()).toEqual([]);
});

test('a tab that the person has in front stays when its task is deleted', async () => {
  const id = await world.session.start(job('kept'));
  const [tab] = (await world.session.untilEnded(id)).tabs;
  await world.session.send({ type: 'show-tab', taskId: id });
  await world.session.send({ type: 'delete-task', taskId: id });
  expect(await tabIds()).toContain(tab?.tabId);
  await world.person.bringToFront();
});
