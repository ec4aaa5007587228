import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BesidePerson } from '../../../src/agent/beside-person';
import { requestOf } from '../policy/evidence-of';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const request = requestOf();

/** @param inputAt when the agent did something in tab 1 */
function beside({ drives = true, agents = true, inputAt = Date.now() } = {}) {
  const left: number[] = [];
  const agent = {
    mayBeAgents: () => agents,
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
  await hooks.pressed(1);
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
  await hooks.pressed(2);
  expect((await hooks.judge(1, request)).verdict).toBe('never');
  await hooks.pressed(1);
  expect(await hooks.judge(1, request)).toMatchObject({ verdict: 'pass', kind: 'send' });
  expect(left).toEqual([2, 1]);
  const { hooks: again } = beside({ inputAt: Date.now() + 5 });
  await again.pressed(1);
  expect((await again.judge(1, request)).verdict).toBe('never');
});
