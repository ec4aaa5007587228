import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { encodeFrame } from '../../native/wire/frame';
import { ChunkJoiner } from '../../src/bridge/chunks';
import { Random } from '../random';
import { isRequest } from './harness/fake-worker';
import { hostHere, newHome } from './harness/host';
import { RawClient } from './harness/raw-client';

const SEED = Number(process.env.FUZZ_SEED ?? 20261127);
const FRAMES = 10_000;

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Bytes of the heap after a collection, and open sockets, timers and the like, of this process, in which the host runs. */
function heldNow(): { heap: number; resources: number } {
  if (typeof collect === 'function') collect();
  return { heap: process.memoryUsage().heapUsed, resources: process.getActiveResourcesInfo().length };
}

/** Any JSON: now and then with the fields of a real message, so that it comes further. */
function anything(random: Random, types: readonly string[], depth = 0): unknown {
  switch (random.whole(depth > 2 ? 5 : 8)) {
    case 0:
      return null;
    case 1:
      return random.next() < 0.5;
    case 2:
      return random.whole(200) - 100;
    case 3:
      return random.text(random.whole(20));
    case 4:
      return types[random.whole(types.length)];
    case 5:
      return Array.from({ length: random.whole(4) }, () => anything(random, types, depth + 1));
    default: {
      const keys = ['type', 'id', 'client', 'call', 'value', 'error', 'text', 'of', 'at', 'last'];
      return Object.fromEntries(
        Array.from({ length: random.whole(6) }, () => [
          keys[random.whole(keys.length)] ?? 'type',
          anything(random, types, depth + 1),
        ]),
      );
    }
  }
}

describe(`fuzz of a running host, seed ${SEED}`, () => {
  test(`${FRAMES} frames of noise from the browser are passed over, and clients are served on`, async () => {
    const home = await newHome();
    const { worker, entry, logged } = await hostHere(home);
    worker.onRequest = (asked) => worker.answer(asked, { done: true });
    const client = new RawClient(entry.socket);
    await client.enter(home);
    const random = new Random(SEED);
    const types = ['answer', 'error', 'progress', 'request', 'chunk'];
    for (let sent = 0; sent < FRAMES; sent += 100) {
      const frames = Array.from({ length: 100 }, () => encodeFrame(anything(random, types), 1e6));
      // As a browser may: any number of frames in one piece, cut anywhere.
      const bytes = Buffer.concat(frames);
      const cut = random.whole(bytes.length);
      worker.raw(bytes.subarray(0, cut));
      worker.raw(bytes.subarray(cut));
      client.send({ type: 'request', id: sent, call: { method: 'ping' } });
      expect(await client.next()).toEqual({ type: 'answer', id: sent, value: { done: true } });
    }
    // What it passed over it says in the browser's log, and nothing of it stays.
    expect(logged.length).toBeGreaterThan(FRAMES / 2);
  });

  test(`${FRAMES} frames of noise from programs: each is answered or ends its connection, and a good one is served`, async () => {
    const home = await newHome();
    const { worker, entry, logged } = await hostHere(home);
    worker.onRequest = (asked) => worker.answer(asked, { done: true });
    const good = new RawClient(entry.socket);
    await good.enter(home);
    const random = new Random(SEED + 1);
    const before = heldNow();
    let ended = 0;
    let answered = 0;
    for (let sent = 0; sent < FRAMES; ) {
      const bad = new RawClient(entry.socket);
      await bad.enter(home);
      // Mostly requests with any content, which only the worker can judge; a frame that is none ends the connection.
      const messages = Array.from({ length: 100 }, (_, id) =>
        random.whole(200) === 0
          ? anything(random, ['request', 'cancel'])
          : { type: random.whole(9) === 0 ? 'cancel' : 'request', id, call: anything(random, ['ping']) },
      );
      for (const message of messages) bad.send(message);
      sent += messages.length;
      bad.socket.end();
      for (let told = await bad.next(); told !== undefined; told = await bad.next()) {
        if (typeof told === 'object' && told && 'type' in told && told.type === 'closing') ended += 1;
        else answered += 1;
      }
      await bad.closed;
      good.send({ type: 'request', id: sent, call: { method: 'ping' } });
      expect(await good.next()).toEqual({ type: 'answer', id: sent, value: { done: true } });
    }
    // Both kinds of end were really seen.
    expect(ended).toBeGreaterThan(10);
    expect(answered).toBeGreaterThan(FRAMES / 4);
    expect(logged).toEqual([]);
    // No client is left at the worker but the good one.
    const closed = worker.seen.filter(({ type }) => type === 'client-closed').length;
    expect(worker.seen.filter(({ type }) => type === 'client-opened').length - closed).toBe(1);
    expect(worker.seen.some(isRequest)).toBe(true);
    // Nor at the host: what it held for a hundred connections is given back. What the test itself saw is in the figure.
    worker.seen.length = 0;
    await expect.poll(() => heldNow().resources, { timeout: 10_000 }).toBeLessThan(before.resources + 20);
    expect(heldNow().heap - before.heap).toBeLessThan(16 * 1024 * 1024);
  });

  test(`${FRAMES} messages of noise to the worker’s end throw or pass, and good ones still come whole`, () => {
    const random = new Random(SEED + 2);
    let joiner = new ChunkJoiner();
    const outcomes = { whole: 0, partial: 0, thrown: 0 };
    for (let sent = 0; sent < FRAMES; sent += 1) {
      const chunk = { type: 'chunk', of: 'a', at: random.whole(3), last: random.whole(3) === 0, text: '{}' };
      const host = { type: 'host', version: 1, hostVersion: '1', socket: 's' };
      const message = [anything(random, ['chunk', 'host']), chunk, chunk, host][random.whole(4)];
      try {
        outcomes[joiner.take(message) ? 'whole' : 'partial'] += 1;
      } catch {
        outcomes.thrown += 1;
        // As the port does: another connection.
        joiner = new ChunkJoiner();
      }
    }
    expect(Object.values(outcomes).every((count) => count > 100)).toBe(true);
  });
});
