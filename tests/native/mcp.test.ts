import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MEMBERS } from '../../src/browser/member-schemas';
import { isRequest } from './harness/fake-worker';
import { eventually, hostHere, hostProcess, newHome } from './harness/host';
import { callTool, mcpClient, textOf } from './harness/mcp-client';
import { serveTasks } from './harness/task-worker';

const at = 0;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const TABS = { tabs: [{ tab_id: '7', title: 'A', url: 'https://a.example/', active: true }], state_changes: [] };
const DONE = { status: 'done', result: 'All done.' } as const;

describe('the tools', () => {
  test('are the four of tasks and every member, and none that approves', async () => {
    const home = await newHome();
    const { client } = await mcpClient(home);
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    const tasks = ['browser_task', 'browser_task_status', 'browser_task_reply', 'browser_task_stop'];
    expect(names).toEqual([...tasks, ...Object.keys(MEMBERS).map((member) => `browser_${member}`)]);
    expect(names.filter((name) => /approv|grant|allow/i.test(name))).toEqual([]);
    expect(client.getInstructions()).toMatch(/You cannot approve/);
  });

  test('take the input of their member, and a session', async () => {
    const { client } = await mcpClient(await newHome());
    const { tools } = await client.listTools();
    for (const [member, { input }] of Object.entries(MEMBERS)) {
      const tool = tools.find(({ name }) => name === `browser_${member}`);
      expect(Object.keys(tool?.inputSchema.properties ?? {})).toEqual([...Object.keys(input.shape), 'session']);
      expect(tool?.annotations).toMatchObject({
        readOnlyHint: expect.any(Boolean),
        openWorldHint: expect.any(Boolean),
      });
    }
    const hints = (name: string) => tools.find((tool) => tool.name === name)?.annotations;
    expect(hints('browser_read_page')).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    expect(hints('browser_left_click')).toMatchObject({ readOnlyHint: false, destructiveHint: true });
    expect(hints('browser_navigate')).toMatchObject({ readOnlyHint: false, destructiveHint: false });
    expect(hints('browser_task')).toMatchObject({ readOnlyHint: false, destructiveHint: true, openWorldHint: true });
    // Forms of JSON Schema that hosts of other models refuse.
    expect(JSON.stringify(tools)).not.toMatch(/"prefixItems"|"type":"null"/);
    const zoom = tools.find(({ name }) => name === 'browser_zoom')?.inputSchema.properties?.region;
    expect(zoom).toMatchObject({ type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 });
  });

  test('are listed and refuse in words when no browser is there', async () => {
    const { client } = await mcpClient(await newHome());
    const result = await callTool(client, 'browser_list_tabs');
    expect(result.isError).toBe(true);
    expect(textOf(result)).toMatch(/offstage install/);
  });
});

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

describe('a task', () => {
  test('is handed over, tells its steps, and answers with its result', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [
      { news: [{ seq: 0, at, text: 'Opens a page' }] },
      { status: 'waiting', waitingFor: 'approval: send a message', news: [] },
      { ...DONE, structured: { sent: 1 }, costUsd: 0.01, news: [{ seq: 1, at, text: 'Sends it' }] },
    ]);
    const { client } = await mcpClient(home);
    await client.listTools();
    const news: (string | undefined)[] = [];
    const args = { task: 'Write to Ann', url: 'https://mail.example', schema: { type: 'object' }, budget_usd: 1 };
    const result = await callTool(client, 'browser_task', args, { onprogress: ({ message }) => news.push(message) });
    expect(calls[0]).toEqual({
      method: 'start-task',
      prompt: 'Write to Ann',
      url: 'https://mail.example',
      schema: { type: 'object' },
      budgetUsd: 1,
    });
    expect(result.structuredContent).toMatchObject({
      task_id: 't1',
      status: 'done',
      result: 'All done.',
      structured: { sent: 1 },
      steps: ['Opens a page', 'Sends it'],
      cost_usd: 0.01,
    });
    expect(news).toEqual(['Opens a page', 'Waits for approval: send a message', 'Sends it']);
  });

  test('that fails is an error, in the shape that was declared', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    serveTasks(worker, [{ status: 'failed', failure: { code: 'budget', message: 'The budget is spent.' } }]);
    const { client } = await mcpClient(home);
    await client.listTools();
    const result = await callTool(client, 'browser_task', { task: 'x' });
    expect(result).toMatchObject({ isError: true, structuredContent: { failure: { code: 'budget' } } });
  });

  test('that asks is answered by the person in a client that can ask', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [
      { status: 'waiting', question: { text: 'Which day?', options: ['Mon', 'Tue'] } },
      DONE,
    ]);
    const { client } = await mcpClient(home, { capabilities: { elicitation: {} } });
    const asked: unknown[] = [];
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      asked.push(params);
      return { action: 'accept', content: { answer: 'Tue' } };
    });
    const result = await callTool(client, 'browser_task', { task: 'x' });
    expect(asked).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/asks: Which day\?/), mode: 'form' }),
    ]);
    expect(calls.find(({ method }) => method === 'reply-task')).toEqual({
      method: 'reply-task',
      taskId: 't1',
      text: 'Tue',
    });
    expect(result.structuredContent).toMatchObject({ status: 'done' });
  });

  test.each([
    ['in a client that cannot ask', {}],
    ['when the person declines', { elicitation: {} }],
  ])('that asks goes to the model %s', async (_, capabilities) => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [{ status: 'waiting', question: { text: 'Which day?', options: [] } }, DONE]);
    const { client } = await mcpClient(home, { capabilities });
    if ('elicitation' in capabilities) client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'decline' }));
    const result = await callTool(client, 'browser_task', { task: 'x' });
    expect(result.structuredContent).toMatchObject({
      status: 'waiting',
      question: { text: 'Which day?' },
      next: expect.stringMatching(/browser_task_reply/),
    });
    const replied = await callTool(client, 'browser_task_reply', { task_id: 't1', text: 'Wednesday' });
    expect(replied.structuredContent).toMatchObject({ status: 'done' });
    expect(calls.find(({ method }) => method === 'reply-task')).toMatchObject({ text: 'Wednesday' });
  });

  test('goes on when the wait is over, and tells each step once', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    serveTasks(worker, [{ news: [{ seq: 0, at, text: 'First' }] }]);
    const { client } = await mcpClient(home);
    const started = await callTool(client, 'browser_task', { task: 'x', wait_seconds: 0 });
    expect(started.structuredContent).toMatchObject({ status: 'running', steps: ['First'] });
    worker.onRequest = (asked) =>
      worker.answer(asked, { taskId: 't1', title: '', status: 'running', news: [], seen: 1, startedAt: 0 });
    const status = await callTool(client, 'browser_task_status', { task_id: 't1', wait_seconds: 0 });
    expect(status.structuredContent).toMatchObject({ steps: [] });
    const asked = worker.seen.filter(isRequest).map(({ call }) => call);
    expect(asked.at(-1)).toMatchObject({ method: 'task-status', seen: 1 });
  });

  test('is stopped when the person cancels, and not when the client only gave up waiting', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [{}]);
    const { client } = await mcpClient(home);
    const timedOut = callTool(client, 'browser_task', { task: 'x' }, { timeout: 300 });
    await expect(timedOut).rejects.toThrow(/timed out/);
    const stop = new AbortController();
    const cancelled = callTool(client, 'browser_task', { task: 'y' }, { signal: stop.signal });
    await eventually(() => calls.filter(({ method }) => method === 'start-task')[1]);
    await eventually(() => calls.filter(({ method }) => method === 'task-status')[2]);
    expect(calls.some(({ method }) => method === 'stop-task')).toBe(false);
    stop.abort('Esc');
    await expect(cancelled).rejects.toThrow();
    expect(await eventually(() => calls.find(({ method }) => method === 'stop-task'))).toMatchObject({ taskId: 't1' });
  });

  test('is stopped by its tool, and unknown ones are named', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    const calls = serveTasks(worker, [{ status: 'stopped' }]);
    const { client } = await mcpClient(home);
    const stopped = await callTool(client, 'browser_task_stop', { task_id: 't1' });
    expect(stopped.structuredContent).toMatchObject({ status: 'stopped', next: 'It is over.' });
    expect(calls[0]).toEqual({ method: 'stop-task', taskId: 't1' });
    const unknown = await callTool(client, 'browser_task_status', { task_id: 'nine' });
    expect(unknown.isError).toBe(true);
    expect(textOf(unknown)).toMatch(/no task nine/);
  });
});

describe('resources and prompts', () => {
  test('tasks are transcripts, and pictures are pictures', async () => {
    const home = await newHome();
    const { worker } = await hostHere(home);
    serveTasks(worker, [{ ...DONE, news: [{ seq: 0, at: 3_723_000, text: 'Opens a page' }] }], (call, request) => {
      if (call.method !== 'read-picture') return false;
      worker.answer(request, { mediaType: 'image/png', data: PIXEL });
      return true;
    });
    const { client } = await mcpClient(home);
    const { resources } = await client.listResources();
    expect(resources).toMatchObject([{ uri: 'offstage://task/t1', title: 'A task' }]);
    const Text = z.object({ contents: z.tuple([z.object({ text: z.string() })]) });
    const read = Text.parse(await client.readResource({ uri: 'offstage://task/t1' }));
    expect(read.contents[0].text).toMatch(/# A task[\s\S]*- 01:02:03 Opens a page[\s\S]*All done\./);
    const picture = await client.readResource({ uri: 'offstage://picture/p1' });
    expect(picture.contents).toEqual([{ uri: 'offstage://picture/p1', mimeType: 'image/png', blob: PIXEL }]);
    await expect(client.readResource({ uri: 'file:///etc/passwd' })).rejects.toThrow(/no resource/);
    expect((await client.listResourceTemplates()).resourceTemplates).toHaveLength(2);
  });

  test('prompts are filled in, and say what is missing', async () => {
    const { client } = await mcpClient(await newHome());
    const { prompts } = await client.listPrompts();
    expect(prompts.length).toBeGreaterThan(2);
    const filled = await client.getPrompt({
      name: 'fill_in_form',
      arguments: { url: 'https://a.example', details: 'Name: Ann' },
    });
    expect(JSON.stringify(filled.messages)).toMatch(/https:\/\/a\.example.*Name: Ann/);
    await expect(client.getPrompt({ name: 'fill_in_form', arguments: { url: 'x' } })).rejects.toThrow(/needs details/);
    await expect(client.getPrompt({ name: 'dance' })).rejects.toThrow(/no prompt dance/);
  });
});
