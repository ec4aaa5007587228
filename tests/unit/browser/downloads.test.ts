import { afterEach, expect, test, vi } from 'vitest';
import type { DebuggerSession } from '../../../src/browser/debugger-session';
import { Downloads } from '../../../src/browser/downloads';

afterEach(() => void vi.unstubAllGlobals());

const URL_OF_TASK = 'https://bank.example/statement.pdf';
const now = () => new Date().toISOString();

/** What the task may upload after a download of its own, when Chrome knows these ones. */
async function pathsAfter(found: { url: string; filename: string; startTime: string }[]): Promise<string[]> {
  vi.stubGlobal('chrome', { downloads: { search: async () => found } });
  const heard = new Map<string, (params: object) => void>();
  const session = { on: (name: string, listener: (params: object) => void) => void heard.set(name, listener) };
  const downloads = new Downloads();
  downloads.watch(session as unknown as DebuggerSession, new AbortController().signal);
  const [guid, suggestedFilename] = ['1', 'statement.pdf'];
  heard.get('Page.downloadWillBegin')?.({ guid, url: URL_OF_TASK, suggestedFilename });
  heard.get('Page.downloadProgress')?.({ guid, receivedBytes: 9, state: 'completed' });
  await downloads.idle(5000);
  return downloads.paths();
}

test.each([
  ['its own', { url: URL_OF_TASK, startTime: now() }, ['/home/me/statement.pdf']],
  ['one of the person with that name', { url: 'https://tax.example/statement.pdf', startTime: now() }, []],
  ['one of that address from before', { url: URL_OF_TASK, startTime: '2026-01-01T00:00:00Z' }, []],
])('a task may upload what it downloaded, and nothing else: %s', async (_, item, paths) => {
  expect(await pathsAfter([{ filename: '/home/me/statement.pdf', ...item }])).toEqual(paths);
});
