import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { Driver } from '../driver';
import type { OpenTab } from '../open-tab';
import { callReader, PAGE } from '../page-reader';
import { runScript } from '../script';
import { framesOf } from '../tab-frames';

type Signal = AbortSignal | null | undefined;
type TabId = string | null | undefined;

/** Console lines since the last read. Page text, so what looks like a secret is masked. */
export async function readConsole(driver: Driver, tabId: TabId, given: Signal): Promise<string> {
  return driver.on(tabId, given, async (tab, signal) => {
    const lines = tab.console.take();
    return lines.length > 0 ? masked(tab, lines.join('\n'), signal) : 'Nothing was logged since the last read.';
  });
}

/** Requests since the last read: method, status, type, MIME type, time, size, address. */
export async function readNetwork(driver: Driver, tabId: TabId, given: Signal): Promise<string> {
  return driver.on(tabId, given, async (tab, signal) => {
    const lines = tab.network.take();
    return lines.length > 0 ? masked(tab, lines.join('\n'), signal) : 'No requests since the last read.';
  });
}

/**
 * Runs a script that only reads; one that would change anything is refused by V8 before it does, and runs only when a
 * person allowed it.
 */
export async function javascriptExec(driver: Driver, tabId: TabId, text: string, given: Signal): Promise<string> {
  return driver.on(tabId, given, async (tab, signal) => {
    const read = await runScript(tab.session, text, { effects: false }, signal);
    if (read.kind === 'value') return masked(tab, read.text, signal);
    if (read.kind === 'error') throw new ToolError(`The script failed: ${await masked(tab, read.text, signal)}`);
    if (!(await driver.mayRunScript(tab.tabId, text))) {
      throw new ToolError(
        'The script would change something (V8 stopped it before it did), and a person must allow that first. Nothing was done. Read with a script that only reads, or act with left_click, type and form_input.',
      );
    }
    let answer = '';
    const run = async () => {
      const done = await runScript(tab.session, text, { effects: true }, signal);
      if (done.kind !== 'value') throw new ToolError(`The script failed: ${done.kind === 'error' ? done.text : ''}`);
      answer = await masked(tab, done.text, signal);
    };
    const news = await driver.act(tab, { member: 'javascript_exec', keys: text }, run, signal);
    return `${answer}\n${news}`.trim();
  });
}

/** The page itself takes out the values of its password, card and code fields, and of its cookies. */
async function masked(tab: OpenTab, text: string, signal: AbortSignal): Promise<string> {
  const inPage = await callReader(tab.tabId, 'masked', [text], signal).catch((error: unknown) => {
    signal.throwIfAborted();
    // A page that the reader cannot enter (an error page, about:blank) has no fields of which anything could be told.
    if (/^(about:|chrome-error:|$)/.test(tab.url)) return text;
    throw error;
  });
  let shown = inPage;
  for (const { frameId } of await framesOf(tab.tabId, signal)) {
    if (frameId !== PAGE) shown = await callReader(tab.tabId, 'masked', [shown], signal, frameId);
  }
  return shown;
}
