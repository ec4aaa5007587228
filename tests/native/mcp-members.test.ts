import { describe, expect, test } from 'vitest';
import { isRequest } from './harness/fake-worker';
import { eventually, hostHere, hostProcess, newHome } from './harness/host';
import { callTool, mcpClient, textOf } from './harness/mcp-client';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const TABS = { tabs: [{ tab_id: '7', title: 'A', url: 'https://a.example/', active: true }], state_changes: [] };

describe('a member', () => {
  test('reaches the worker with its own input, under the name of the client', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    worker.onRequest = (asked) =>
      worker.answer(asked, {
        isError: false,
        parts: [
          { type: 'text', text: 'clicked' },
          { type: 'image', mediaType: 'image/png', data: PIXEL },
          { type: 'browser_state', block: TABS },
        ],
      });
    const { client } = await mcpClient(home);
    const target = { type: 'ref', ref: 'ref_12' };
    const result = await callTool(client, 'browser_left_click', { target, session: 'second' });
    expect(worker.seen.find(({ type }) => type === 'client-opened')).toMatchObject({
      name: 'Test Agent',
      version: '9.9',
    });
    expect((await worker.until(isRequest)).call).toEqual({
      method: 'member',
      member: 'left_click',
      input: { target },
      session: 'second',
    });
    expect(result.content).toEqual([
      { type: 'text', text: 'clicked' },
      { type: 'image', mimeType: 'image/png', data: PIXEL },
      { type: 'text', text: expect.stringMatching(/tab 7 "A" https:\/\/a\.example/) },
    ]);
  });

  test('of tabs has the tabs as structured content', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    worker.onRequest = (asked) =>
      worker.answer(asked, { isError: false, parts: [{ type: 'browser_state', block: TABS }] });
    const { client } = await mcpClient(home);
    await client.listTools();
    const result = await callTool(client, 'browser_list_tabs');
    expect(result.structuredContent).toEqual({ tabs: TABS.tabs, changes: [] });
  });

  test('that fails or is denied is an error with the words of the worker', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    worker.onRequest = (asked) =>
      worker.answer(asked, { isError: true, parts: [{ type: 'text', text: 'The person denied it: not today.' }] });
    const { client } = await mcpClient(home);
    const result = await callTool(client, 'browser_new_tab');
    expect(result).toEqual({ isError: true, content: [{ type: 'text', text: 'The person denied it: not today.' }] });
  });

  test.each([
    ['browser_left_click', { target: { type: 'ref', ref: 'first' } }, /target\.ref: must be a ref/],
    ['browser_navigate', {}, /url: /],
    ['browser_navigate', { url: 'https://a.example', approve: true }, /approve/],
    ['browser_task', { task: '' }, /task: /],
    ['browser_task', { task: 'x', url: 'javascript:alert(1)' }, /url: /],
  ])('%s refuses %j before anything is done', async (name, args, words) => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const { client } = await mcpClient(home);
    const result = await callTool(client, name, args);
    expect(result.isError).toBe(true);
    expect(textOf(result)).toMatch(words);
    expect(worker.seen.filter(isRequest)).toEqual([]);
  });

  test('tells that it waits for an approval, and ends when it is answered', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const { client } = await mcpClient(home);
    const news: (string | undefined)[] = [];
    const call = callTool(client, 'browser_new_tab', {}, { onprogress: ({ message }) => news.push(message) });
    const asked = await worker.until(isRequest);
    worker.progress(asked, 'Waits for the person: send a message to Ann?');
    await eventually(() => news[0]);
    worker.answer(asked, { isError: false, parts: [{ type: 'browser_state', block: TABS }] });
    expect((await call).isError).toBeUndefined();
    expect(news).toEqual(['Waits for the person: send a message to Ann?']);
  });

  test('is cancelled at the worker when the client cancels', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const { client } = await mcpClient(home);
    const stop = new AbortController();
    const call = callTool(client, 'browser_wait', { duration: 30 }, { signal: stop.signal });
    const asked = await worker.until(isRequest);
    stop.abort();
    await expect(call).rejects.toThrow();
    expect(await worker.until(({ type }) => type === 'cancel')).toMatchObject({ id: asked.id });
  });

  test('of a client that is killed is cancelled, and another client goes on', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const [first, second] = [await mcpClient(home), await mcpClient(home)];
    const call = callTool(first.client, 'browser_wait', { duration: 30 }).catch(() => 'gone');
    await worker.until(isRequest);
    process.kill(first.transport.pid ?? 0, 'SIGKILL');
    await worker.until(({ type }) => type === 'client-closed');
    expect(await call).toBe('gone');
    worker.onRequest = (asked) => worker.answer(asked, { isError: false, parts: [{ type: 'text', text: 'here' }] });
    expect(textOf(await callTool(second.client, 'browser_screenshot'))).toBe('here');
  });

  test('outlives a browser that is started anew, without a new server', async () => {
    const home = await newHome();
    const first = await hostProcess(home);
    const { client } = await mcpClient(home);
    const call = callTool(client, 'browser_screenshot');
    await first.worker.until(isRequest);
    first.process.kill('SIGKILL');
    const lost = await call;
    expect(lost.isError).toBe(true);
    expect(textOf(lost)).toMatch(/screenshot was under way, so its outcome is unknown/);
    await first.exited;
    const next = callTool(client, 'browser_screenshot');
    const second = await hostProcess(home);
    second.worker.onRequest = (asked) =>
      second.worker.answer(asked, { isError: false, parts: [{ type: 'text', text: 'second' }] });
    expect(textOf(await next)).toBe('second');
  });
});
