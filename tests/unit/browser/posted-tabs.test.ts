import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DebuggerSession } from '../../../src/browser/debugger-session';
import { PostedTabs } from '../../../src/browser/posted-tabs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session of a tab that a page opened under a name. */
function tabNamed(name: string) {
  const life = new AbortController();
  const send = async () => ({ result: { value: name } });
  return { session: { gone: life.signal, send } as unknown as DebuggerSession, closes: () => life.abort() };
}

test('a form gets the tab of its name, guarded before or after it asked', async () => {
  const posted = new PostedTabs();
  const [before, after] = [tabNamed('a'), tabNamed('b')];
  await posted.guarded(1, before.session);
  expect(await posted.of(1, 'a')).toBe(before.session);
  const asked = posted.of(1, 'b');
  await posted.guarded(1, after.session);
  expect(await asked).toBe(after.session);
});

test('a form gets no tab that was closed meanwhile, nor the one of another page', async () => {
  const posted = new PostedTabs();
  const [closed, other] = [tabNamed('a'), tabNamed('a')];
  await posted.guarded(1, closed.session);
  await posted.guarded(2, other.session);
  closed.closes();
  const asked = posted.of(1, 'a');
  await vi.runAllTimersAsync();
  expect(await asked).toBeUndefined();
});
