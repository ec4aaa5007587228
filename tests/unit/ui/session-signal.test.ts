import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { z } from 'zod';
import { onSessionChange, sessionSignal } from '../../../src/ui/state/session-signal';
import { firstView } from '../../../src/ui/state/view';

beforeEach(() => fakeBrowser.reset());

test('a value is kept for the next panel, and removed when it is absent again', async () => {
  const draft = sessionSignal('draft', z.string(), '');
  expect(await draft.loaded).toBe(false);
  draft.value.value = 'Reply to Ann';
  const next = sessionSignal('draft', z.string(), '');
  expect(await next.loaded).toBe(true);
  expect(next.value.value).toBe('Reply to Ann');
  next.value.value = '';
  expect((await browser.storage.session.get('draft')).draft).toBeUndefined();
});

test('what was typed before the store answered wins over what it holds', async () => {
  await browser.storage.session.set({ draft: 'old' });
  const draft = sessionSignal('draft', z.string(), '');
  draft.value.value = 'new';
  await draft.loaded;
  expect(draft.value.value).toBe('new');
  expect(await browser.storage.session.get('draft')).toEqual({ draft: 'new' });
});

test('a stored value of another shape counts as absent', async () => {
  await browser.storage.session.set({ draft: { damaged: true } });
  const draft = sessionSignal('draft', z.string(), '');
  expect(await draft.loaded).toBe(false);
  expect(draft.value.value).toBe('');
});

test('tells what others write under the key, and nothing of other keys', async () => {
  const seen: (string | undefined)[] = [];
  onSessionChange('context', z.string().optional(), (value) => seen.push(value));
  await browser.storage.session.set({ other: 'x' });
  await browser.storage.session.set({ context: 'a page' });
  await browser.storage.session.set({ context: 'another' });
  expect(seen).toEqual(['a page', 'another']);
});

test('the panel opens at the task that waits, then at the newest, else at a new one', () => {
  const task = (id: string, status: 'running' | 'waiting', createdAt: number) => ({ id, status, createdAt });
  const tasks = [task('old', 'waiting', 1), task('new', 'running', 2)];
  expect(firstView(tasks)).toEqual({ at: 'task', taskId: 'old' });
  expect(firstView([task('a', 'running', 1), task('b', 'running', 2)])).toEqual({ at: 'task', taskId: 'b' });
  expect(firstView([])).toEqual({ at: 'new' });
});
