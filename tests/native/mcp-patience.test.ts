import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { expect, test } from 'vitest';
import { Bridge } from '../../native/client/bridge';
import type { Patience } from '../../native/mcp/call-context';
import { mcpServer } from '../../native/mcp/server';
import { isRequest } from './harness/fake-worker';
import { afterTest, eventually, hostHere, newHome, runFolder } from './harness/host';
import { callTool, textOf } from './harness/mcp-client';

/** The server in this process, with less patience than a person's client has. */
async function impatient(patience: Patience) {
  const home = await newHome();
  const { worker } = await hostHere(home);
  const bridge = new Bridge({
    home,
    folders: [runFolder(home)],
    who: () => ({ kind: 'program', name: 'test', version: '1' }),
    firstWaitMs: 1000,
    againWaitMs: 1000,
  });
  const server = mcpServer(bridge, patience);
  const client = new Client({ name: 'test', version: '1' });
  const [one, two] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(one), client.connect(two)]);
  afterTest(async () => {
    await client.close();
    bridge.close();
  });
  return { worker, client };
}

const LONG = 60_000;

test('a call that waits for a person says so, goes on, and its result comes with the next', async () => {
  const { worker, client } = await impatient({ resultMs: 30, signOfLifeMs: LONG });
  const call = callTool(client, 'browser_new_tab');
  const asked = await worker.until(isRequest);
  worker.progress(asked, 'Waits for the person: send a message to Ann?');
  const waiting = await call;
  expect(textOf(waiting)).toMatch(/send a message to Ann\?\nOnly the person can answer.*goes on by itself/);
  expect(worker.seen.some(({ type }) => type === 'cancel')).toBe(false);
  worker.answer(asked, { isError: false, parts: [{ type: 'text', text: 'message sent' }] });
  worker.onRequest = (next) => worker.answer(next, { isError: false, parts: [{ type: 'text', text: 'picture' }] });
  const results = [
    textOf(await callTool(client, 'browser_screenshot')),
    textOf(await callTool(client, 'browser_zoom', { region: [0, 0, 1, 1] })),
  ];
  expect(results).toEqual(['The earlier browser_new_tab ended meanwhile:\nmessage sent\npicture', 'picture']);
});

test('a call that is merely slow is waited for', async () => {
  const { worker, client } = await impatient({ resultMs: 10, signOfLifeMs: LONG });
  const call = callTool(client, 'browser_screenshot');
  const asked = await worker.until(isRequest);
  await new Promise((resolve) => setTimeout(resolve, 60));
  worker.answer(asked, { isError: false, parts: [{ type: 'text', text: 'at last' }] });
  expect(textOf(await call)).toBe('at last');
});

test('signs of life come while a person thinks', async () => {
  const { worker, client } = await impatient({ resultMs: LONG, signOfLifeMs: 10 });
  const news: { progress: number; message?: string | undefined }[] = [];
  const call = callTool(client, 'browser_screenshot', {}, { onprogress: (one) => news.push(one) });
  const asked = await worker.until(isRequest);
  worker.progress(asked, 'Waits');
  await eventually(() => news.filter(({ message }) => message === 'Waits')[3]);
  worker.answer(asked, { isError: false, parts: [] });
  await call;
  const counts = news.map(({ progress }) => progress);
  expect(counts).toEqual(counts.map((_, index) => index + 1));
});
