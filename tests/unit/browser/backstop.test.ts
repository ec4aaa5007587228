import { afterEach, expect, test, vi } from 'vitest';
import { Backstop } from '../../../src/browser/backstop';

afterEach(() => void vi.unstubAllGlobals());

const event = { addListener: () => undefined };

test('the first word of a worker takes the rules of a dead one away, and the same word again does nothing', async () => {
  const updateSessionRules = vi.fn(async () => undefined);
  vi.stubGlobal('chrome', {
    webNavigation: { onCreatedNavigationTarget: event, onCommitted: event },
    tabs: { onRemoved: event, query: async () => [] },
    declarativeNetRequest: { updateSessionRules },
  });
  const backstop = new Backstop();
  await backstop.guard('ended', undefined);
  expect(updateSessionRules).toHaveBeenCalledWith({ removeRuleIds: [1, 2, 3, 5, 7], addRules: [] });
  await backstop.guard('ended', undefined);
  expect(updateSessionRules).toHaveBeenCalledTimes(1);
});

test('a new worker closes the tabs of all open tasks with its first change, and opens them when the last is attached', async () => {
  const changes: { removeRuleIds: number[]; addRules: chrome.declarativeNetRequest.Rule[] }[] = [];
  vi.stubGlobal('chrome', {
    webNavigation: { onCreatedNavigationTarget: event, onCommitted: event },
    tabs: { onRemoved: event, query: async () => [] },
    declarativeNetRequest: {
      updateSessionRules: async (change: (typeof changes)[number]) => void changes.push(change),
    },
  });
  const backstop = new Backstop();
  // One that has no tabs takes nothing of the dead worker's away.
  await backstop.resuming('without tabs', []);
  expect(changes).toEqual([]);
  await Promise.all([backstop.resuming('a', [1], ['a.test']), backstop.resuming('b', [2], ['b.test'])]);
  const closed = () => changes.map(({ addRules }) => addRules.find(({ id }) => id === 4)?.condition.tabIds);
  expect(closed()).toEqual([
    [1, 2],
    [1, 2],
  ]);
  await backstop.resuming('a', []);
  expect(closed().at(-1)).toEqual([2]);
  expect(changes.every(({ removeRuleIds }) => !removeRuleIds.includes(1))).toBe(true);
  await backstop.resuming('b', []);
  expect(closed().slice(3)).toEqual([undefined, undefined]);
  expect(changes.at(-1)?.removeRuleIds).toContain(1);
});
