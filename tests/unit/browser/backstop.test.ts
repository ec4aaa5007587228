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
