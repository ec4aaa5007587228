import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { browserOfArguments, parentBrowser } from '../../native/host/parent-browser';
import { secretFile } from '../../native/secret';
import { isRequest } from './harness/fake-worker';
import { exitOf, hostHere, hostProcess, newHome, runFolder, spawnHost } from './harness/host';
import { RawClient } from './harness/raw-client';

const request = (id: number, call: unknown = { method: 'ping' }) => ({ type: 'request', id, call });

async function entered(home: string, socket: string, name = 'test'): Promise<RawClient> {
  const client = new RawClient(socket);
  expect(await client.enter(home, { name })).toMatchObject({ type: 'welcome' });
  return client;
}

describe('a host', () => {
  test('opens a socket that only the user can use, and leaves nothing behind', async () => {
    const home = await newHome();
    const { entry, worker, done } = await hostHere(home);
    expect((await lstat(home)).mode & 0o777).toBe(0o700);
    expect((await lstat(runFolder(home))).mode & 0o777).toBe(0o700);
    expect((await lstat(entry.socket)).mode & 0o777).toBe(0o600);
    expect((await lstat(secretFile(home))).mode & 0o777).toBe(0o600);
    expect(entry).toMatchObject({ browser: 'Chromium', profile: '/profiles/one', pid: process.pid });
    worker.end();
    await done;
    expect(await readdir(runFolder(home))).toEqual([]);
  });

  test('lets in who knows the secret, and carries a request and its answer', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    const client = new RawClient(entry.socket);
    expect(await client.enter(home, { name: 'Claude Code', clientVersion: '2.1' })).toEqual({
      type: 'welcome',
      version: 1,
      browser: 'Chromium',
      extension: '0.1.0',
      hostVersion: '0.1.0',
    });
    expect(await worker.until(({ type }) => type === 'client-opened')).toEqual({
      type: 'client-opened',
      client: 1,
      name: 'Claude Code',
      version: '2.1',
      commandLine: false,
      instance: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    client.send(request(7, { method: 'ping', text: 'ü' }));
    const asked = await worker.until(isRequest);
    expect(asked).toEqual({ type: 'request', client: 1, id: 7, call: { method: 'ping', text: 'ü' } });
    worker.progress(asked, 'waits');
    worker.answer(asked, { ok: true });
    expect(await client.next()).toEqual({ type: 'progress', id: 7, text: 'waits' });
    expect(await client.next()).toEqual({ type: 'answer', id: 7, value: { ok: true } });
  });

  test('tells the command line from a program that takes its name', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    const posing = new RawClient(entry.socket);
    expect(await posing.enter(home, { name: 'Offstage run' })).toEqual({
      type: 'refused',
      message: 'Only the offstage command is called "Offstage run". Give your program another name.',
    });
    const own = new RawClient(entry.socket);
    expect(await own.enter(home, { name: 'offstage run', kind: 'command-line' })).toMatchObject({ type: 'welcome' });
    expect(await worker.until(({ type }) => type === 'client-opened')).toMatchObject({ commandLine: true });
  });

  test('carries 3 MB to the worker in chunks, and 20 MB back', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    const client = await entered(home, entry.socket);
    client.send(request(1, { text: 'ä"'.repeat(1_000_000) }));
    const asked = await worker.until(isRequest);
    expect(asked.call).toEqual({ text: 'ä"'.repeat(1_000_000) });
    worker.answer(asked, 'x'.repeat(20_000_000));
    expect(await client.next()).toEqual({ type: 'answer', id: 1, value: 'x'.repeat(20_000_000) });
  });

  test.each([
    ['a wrong proof', { proof: '0'.repeat(64) }, /does not fit the secret.*offstage doctor/],
    ['a newer program', { version: 2 }, /speaks version 2 .* host 1\. Update Offstage \(offstage install\)/],
    ['an older program', { version: 0 }, /Update the program that connects/],
    ['no name', { name: '' }, /not a hello/],
  ])('refuses %s in words', async (_, changes, words) => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    const client = new RawClient(entry.socket);
    expect(await client.enter(home, changes)).toEqual({ type: 'refused', message: expect.stringMatching(words) });
    expect(await client.next()).toBeUndefined();
    expect(worker.seen.some(({ type }) => type === 'client-opened')).toBe(false);
  });

  test('refuses everybody while the secret is open to others', async () => {
    const home = await newHome();
    const { entry } = await hostHere(home);
    await chmod(secretFile(home), 0o644);
    const client = new RawClient(entry.socket);
    const refused = { type: 'refused', message: expect.stringMatching(/chmod 600/) };
    expect(await client.enter(home, { proof: '0'.repeat(64) })).toEqual(refused);
  });

  test('refuses clients when the extension speaks another version', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    worker.hello('Chromium', 9);
    await worker.until(({ type }) => type === 'host');
    const client = new RawClient(entry.socket);
    expect(await client.enter(home)).toEqual({
      type: 'refused',
      message: expect.stringMatching(/extension speaks version 9 .* host 1/),
    });
  });

  test('answers each client with its own answers, though their numbers are the same', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    const [first, second] = [await entered(home, entry.socket, 'first'), await entered(home, entry.socket, 'second')];
    const rounds = 50;
    worker.onRequest = (asked) => worker.answer(asked, `${asked.client}:${asked.id}`);
    for (let id = 0; id < rounds; id += 1) {
      first.send(request(id));
      second.send(request(id));
    }
    for (const [client, number] of [[first, 1] as const, [second, 2] as const]) {
      for (let id = 0; id < rounds; id += 1) {
        expect(await client.next()).toEqual({ type: 'answer', id, value: `${number}:${id}` });
      }
    }
  });

  test('cancels what a client asked for when it asks, and when it is gone', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    const client = await entered(home, entry.socket);
    client.send(request(1));
    client.send(request(2));
    client.send({ type: 'cancel', id: 1 });
    await worker.until((message) => message.type === 'cancel' && message.id === 1);
    worker.send({ type: 'error', client: 1, id: 1, error: { code: 'cancelled', message: 'Cancelled.' } });
    expect(await client.next()).toMatchObject({ type: 'error', id: 1 });
    client.socket.destroy();
    await worker.until(({ type }) => type === 'client-closed');
    const cancels = worker.seen.filter(({ type }) => type === 'cancel');
    expect(cancels).toEqual([
      { type: 'cancel', client: 1, id: 1 },
      { type: 'cancel', client: 1, id: 2 },
    ]);
  });

  test('tells clients when the browser goes away', async () => {
    const home = await newHome();
    const { entry, worker } = await hostHere(home);
    const client = await entered(home, entry.socket);
    client.send(request(1));
    await worker.until(isRequest);
    worker.end();
    expect(await client.next()).toMatchObject({ type: 'closing', error: { code: 'not-connected' } });
    expect(await client.next()).toBeUndefined();
  });

  test('removes what a crashed host left', async () => {
    const home = await newHome();
    const crashed = await hostProcess(home);
    crashed.process.kill('SIGKILL');
    expect(await crashed.exited).toBe('SIGKILL');
    expect((await readdir(runFolder(home))).sort()).toEqual([`${crashed.entry.id}.json`, `${crashed.entry.id}.sock`]);
    const { entry } = await hostHere(home);
    expect((await readdir(runFolder(home))).sort()).toEqual([`${entry.id}.json`, `${entry.id}.sock`]);
  });

  test('as a process ends with its input, and with a signal, and leaves nothing', async () => {
    const home = await newHome();
    const [piped, signalled] = [await hostProcess(home), await hostProcess(home)];
    piped.worker.end();
    signalled.process.kill('SIGTERM');
    expect(await Promise.all([piped.exited, signalled.exited])).toEqual([0, 0]);
    expect(await readdir(runFolder(home))).toEqual([]);
  });

  test('does not start where others can enter', async () => {
    const home = await newHome();
    await mkdir(runFolder(home));
    await chmod(runFolder(home), 0o755);
    const child = spawnHost(home);
    const exited = exitOf(child);
    expect(await text(child.stderr)).toMatch(/open to other users. Run: chmod 700/);
    expect(await exited).toBe(1);
  });
});

describe("the parent's command line", () => {
  test.each([
    [['/usr/lib/chromium/chromium', '--user-data-dir=/tmp/a b'], { browser: 'chromium', profile: '/tmp/a b' }],
    [
      ['/opt/google/chrome/chrome', '--user-data-dir=/d', '--profile-directory=Profile 2'],
      { browser: 'chrome', profile: '/d/Profile 2' },
    ],
    [['/opt/microsoft/msedge/msedge', '--type=x'], { browser: 'edge', profile: '' }],
    [['/opt/brave.com/brave/brave --user-data-dir=/x --no-sandbox'], { browser: 'brave', profile: '/x' }],
    [['/usr/bin/bash'], { browser: '', profile: '' }],
  ])('%j', (args, found) => {
    expect(browserOfArguments(args)).toEqual(found);
  });

  test('of a process that is gone is nothing', async () => {
    expect(await parentBrowser(2 ** 30)).toEqual({ browser: '', profile: '' });
  });
});
