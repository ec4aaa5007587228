import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, test } from 'vitest';
import { isRequest } from './harness/fake-worker';
import { eventually, hostHere, newHome } from './harness/host';
import { callTool, mcpClient, textOf } from './harness/mcp-client';
import { serveTasks } from './harness/task-worker';

const at = 0;
const DONE = { status: 'done', result: 'All done.' } as const;

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
    // The SDK's client drops what arrives together with the result: the last step may stand in the result alone.
    expect(news.slice(0, 2)).toEqual(['Opens a page', 'Waits for approval: send a message']);
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
