import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BridgeError } from '../../src/bridge/protocol';
import { Random } from '../random';
import { isRequest } from './harness/fake-worker';
import { eventually, hostHere, newHome } from './harness/host';
import { RawClient } from './harness/raw-client';

const request = (id: number, call: unknown = { method: 'ping' }) => ({ type: 'request', id, call });
const MB = 1024 * 1024;
const Goodbye = z.object({ type: z.literal('closing'), error: BridgeError });
const Refusal = z.object({ type: z.literal('refused'), message: z.string().min(1) });

async function entered(home: string, socket: string, name = 'test'): Promise<RawClient> {
  const client = new RawClient(socket);
  expect(await client.enter(home, { name })).toMatchObject({ type: 'welcome' });
  return client;
}

describe('a host and programs that misbehave', () => {
  test('a client that never says hello is refused after its time', async () => {
    const { entry } = await hostHere(await newHome(), { helloMs: 50 });
    const client = new RawClient(entry.socket);
    expect(await client.next()).toMatchObject({ type: 'challenge' });
    expect(await client.next()).toEqual({ type: 'refused', message: expect.stringMatching(/No hello within 50 ms/) });
    await client.closed;
  });

  test('a half-open client that does not read the refusal either is cut off', async () => {
    const { entry } = await hostHere(await newHome(), { helloMs: 20, goodbyeMs: 20 });
    const socket = connect({ path: entry.socket, allowHalfOpen: true });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.resume();
    await new Promise((resolve) => socket.once('end', resolve));
    socket.end();
    await closed;
    expect(socket.destroyed).toBe(true);
  });

  test('a frame that does not end is refused after its time', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home, { frameMs: 50 });
    const client = await entered(home, entry.socket);
    client.socket.write(Buffer.from([100, 0, 0, 0, 0x22]));
    expect(await client.next()).toMatchObject({ type: 'closing', error: { message: /did not end within 50 ms/ } });
    await worker.until(({ type }) => type === 'client-closed');
  });

  test.each([
    ['an empty frame', Buffer.alloc(4), 'bad-request', /empty/],
    ['a frame of 4 GB', Buffer.from([255, 255, 255, 255]), 'too-large', /above the limit/],
    ['no JSON', Buffer.from([1, 0, 0, 0, 0x7b]), 'bad-request', /not JSON/],
    ['no UTF-8', Buffer.from([1, 0, 0, 0, 0xff]), 'bad-request', /not UTF-8/],
    ['another message', Buffer.from([2, 0, 0, 0, 0x7b, 0x7d]), 'bad-request', /neither a request nor a cancel/],
  ])('%s ends the connection in words, and no other', async (_, bytes, code, words) => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    const [bad, good] = [await entered(home, entry.socket), await entered(home, entry.socket)];
    bad.socket.write(bytes);
    expect(await bad.next()).toEqual({ type: 'closing', error: { code, message: expect.stringMatching(words) } });
    await bad.closed;
    worker.onRequest = (asked) => worker.answer(asked, 'still here');
    good.send(request(1));
    expect(await good.next()).toEqual({ type: 'answer', id: 1, value: 'still here' });
  });

  test('a large frame before the hello is refused', async () => {
    const { entry } = await hostHere(await newHome());
    const client = new RawClient(entry.socket);
    await client.next();
    client.socket.write(Buffer.from([0, 0, 1, 0]));
    expect(await client.next()).toMatchObject({ type: 'refused', message: expect.stringMatching(/limit of 4096/) });
  });

  test('a number used twice ends the connection', async () => {
    const home = await newHome();
    const { entry } = await hostHere(home);
    const client = await entered(home, entry.socket);
    client.send(request(1));
    client.send(request(1));
    expect(await client.next()).toMatchObject({ type: 'closing', error: { code: 'bad-request' } });
  });

  test('requests above the share are refused, and the others still answered', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home, { underWay: 3 });
    const client = await entered(home, entry.socket);
    for (let id = 0; id < 500; id += 1) client.send(request(id));
    for (let id = 3; id < 500; id += 1) {
      expect(await client.next()).toMatchObject({ type: 'error', id, error: { code: 'too-many' } });
    }
    expect(worker.seen.filter(isRequest)).toHaveLength(3);
    worker.answer(await worker.until(isRequest), 'ok');
    expect(await client.next()).toEqual({ type: 'answer', id: 0, value: 'ok' });
  });

  test('programs above the number are refused until one leaves', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home, { clients: 2 });
    const first = await entered(home, entry.socket);
    await entered(home, entry.socket);
    const third = new RawClient(entry.socket);
    expect(await third.enter(home)).toMatchObject({ type: 'refused', message: expect.stringMatching(/2 programs/) });
    first.socket.destroy();
    await worker.until(({ type }) => type === 'client-closed');
    await entered(home, entry.socket);
  });

  test('a client that does not read is dropped, and costs the others nothing', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home, { queueBytes: 4 * MB, goodbyeMs: 50 });
    const [asleep, awake] = [await entered(home, entry.socket), await entered(home, entry.socket)];
    asleep.socket.pause();
    worker.onRequest = (asked) => worker.answer(asked, asked.client === 1 ? 'x'.repeat(MB) : 'quick');
    for (let id = 0; id < 10; id += 1) asleep.send(request(id));
    await worker.until((message) => message.type === 'client-closed' && message.client === 1);
    awake.send(request(1));
    expect(await awake.next()).toEqual({ type: 'answer', id: 1, value: 'quick' });
  });

  test('a slow client that wakes in time reads why it was dropped', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home, { queueBytes: 2 * MB });
    const client = await entered(home, entry.socket);
    client.socket.pause();
    worker.onRequest = (asked) => worker.answer(asked, 'x'.repeat(MB));
    for (let id = 0; id < 10; id += 1) client.send(request(id));
    await worker.until((message) => message.type === 'request' && message.id === 9);
    client.socket.resume();
    let last: unknown;
    for (let message = await client.next(); message !== undefined; message = await client.next()) last = message;
    expect(last).toMatchObject({ type: 'closing', error: { message: expect.stringMatching(/were not read/) } });
  });

  test('one answer may be larger than the queue', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home, { queueBytes: 1000 });
    const client = await entered(home, entry.socket);
    worker.onRequest = (asked) => worker.answer(asked, 'x'.repeat(MB));
    client.send(request(1));
    expect(await client.next()).toMatchObject({ type: 'answer', id: 1 });
  });

  test('a worker that takes nothing makes clients wait instead of filling the memory', async () => {
    const home = await newHome();
    const { entry, output, worker } = await hostHere(home);
    const client = await entered(home, entry.socket);
    output.pause();
    for (let id = 0; id < 60; id += 1) client.send(request(id, { text: 'x'.repeat(MB / 2) }));
    await eventually(() => output.writableNeedDrain || undefined);
    // 30 MB were offered. Whatever turns the loop takes, what is not read stays with the client.
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(client.socket.writableLength).toBeGreaterThan(20 * MB);
    expect(output.readableLength + output.writableLength).toBeLessThan(4 * MB);
    output.resume();
    await worker.until((message) => message.type === 'request' && message.id === 59);
  });

  test('an answer that nobody waits for goes nowhere', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    const client = await entered(home, entry.socket);
    for (const [number, id] of [[1, 5] as const, [9, 0] as const]) {
      worker.send({ type: 'answer', client: number, id, value: 'nobody' });
    }
    worker.onRequest = (asked) => worker.answer(asked, 'mine');
    client.send(request(1));
    expect(await client.next()).toEqual({ type: 'answer', id: 1, value: 'mine' });
  });

  test('a broken frame of the browser ends the host, and says so in its log', async () => {
    const { worker, done, logged } = await hostHere(await newHome());
    worker.raw(Buffer.from([1, 0, 0, 0, 0x7b]));
    await done;
    expect(logged).toEqual([expect.stringMatching(/not JSON/)]);
  });

  test('300 connections of noise all end, and a good client is served afterwards', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home, { helloMs: 200, frameMs: 200, goodbyeMs: 200, clients: 1000 });
    const random = new Random(Number(process.env.FUZZ_SEED ?? 20_251_124));
    const reasons = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const client = index % 2 ? await entered(home, entry.socket) : new RawClient(entry.socket);
        client.socket.write(random.bytes(5 + random.whole(2000)));
        let last: unknown;
        for (let message = await client.next(); message !== undefined; message = await client.next()) last = message;
        await client.closed;
        return z.union([Goodbye, Refusal]).parse(last).type;
      }),
    );
    expect(new Set(reasons)).toEqual(new Set(['closing', 'refused']));
    const good = await entered(home, entry.socket);
    worker.onRequest = (asked) => worker.answer(asked, 'served');
    good.send(request(1));
    expect(await good.next()).toEqual({ type: 'answer', id: 1, value: 'served' });
  });
});
