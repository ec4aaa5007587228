import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BesidePerson } from '../../../src/agent/beside-person';
import { requestOf } from '../policy/evidence-of';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const request = requestOf();
const press = { acts: true, label: 'Archive' };

/** @param inputAt when the agent did something in tab 1 */
function beside({ drives = true, agents = true, holdsBack = false, inputAt = Date.now() } = {}) {
  const left: number[] = [];
  const agent = {
    mayBeAgents: () => agents,
    holdsBack: () => holdsBack,
    inputAt: (tabId: number) => (tabId === 1 ? inputAt : 0),
    sentByPerson: async () => ({ verdict: 'pass', kind: 'send', reasons: [] }) as const,
    judge: async () => ({ verdict: 'never', kind: 'send', signature: 's', reasons: [] }) as const,
    stopped: () => undefined,
  };
  const sites = { leaveTab: async (tabId: number) => void left.push(tabId) };
  return { hooks: new BesidePerson(agent, { personDrives: drives }, sites), left };
}

test('while the agent has the tabs it is answered for, whatever was pressed before', async () => {
  const { hooks } = beside({ drives: false });
  vi.advanceTimersByTime(1);
  await hooks.pressed(1, press);
  expect((await hooks.judge(1, request)).verdict).toBe('never');
});

test('what cannot be the agent’s passes while the person has the tabs', async () => {
  const { hooks } = beside({ agents: false });
  expect(await hooks.judge(1, request)).toMatchObject({ verdict: 'pass', reasons: [{ code: 'person-drives' }] });
});

test('what may be the agent’s is judged, until the person presses in that very tab after the agent did', async () => {
  const { hooks, left } = beside();
  expect((await hooks.judge(1, request)).verdict).toBe('never');
  vi.advanceTimersByTime(1);
  await hooks.pressed(2, press);
  expect((await hooks.judge(1, request)).verdict).toBe('never');
  await hooks.pressed(1, press);
  expect(await hooks.judge(1, request)).toMatchObject({ verdict: 'pass', kind: 'send' });
  expect(left).toEqual([2, 1]);
  const { hooks: again } = beside({ inputAt: Date.now() + 5 });
  await again.pressed(1, press);
  expect((await again.judge(1, request)).verdict).toBe('never');
});

test.each([
  ['typing', false, '', false, 'never'],
  ['a press beside everything', false, 'Archive', false, 'never'],
  ['a press on something', true, 'Archive', false, 'pass'],
  ['Enter', true, '', false, 'pass'],
  ['a press on something else while a message of the agent’s is held back', true, 'Archive', true, 'never'],
  ['Enter in that time', true, '', true, 'never'],
  ['a press on what sends in that time', true, 'Send', true, 'pass'],
] as const)('taken for theirs after %s: %s', async (_, acts, label, holdsBack, expected) => {
  const { hooks, left } = beside({ holdsBack });
  vi.advanceTimersByTime(1);
  await hooks.pressed(1, { acts, label });
  expect((await hooks.judge(1, request)).verdict).toBe(expected);
  // What is closed in the tab for a card is opened for them in any case; the barrier still looks.
  expect(left).toEqual([1]);
});
