import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach } from 'vitest';
import { HOST_LIMITS, type HostLimits } from '../../../native/host/limits';
import { runHost } from '../../../native/host/run-host';
import { readEntries } from '../../../native/host-entries';
import type { HostEntry } from '../../../src/bridge/handshake';
import { BUNDLE } from './build';
import { FakeWorker } from './fake-worker';

const cleanups: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** Runs something after the test, the last first. */
export function afterTest(clean: () => void | Promise<void>): void {
  cleanups.push(clean);
}

/** An OFFSTAGE_HOME of its own, removed after the test. */
export async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'off-'));
  afterTest(() => rm(home, { recursive: true, force: true }));
  return home;
}

export function runFolder(home: string): string {
  return join(home, 'run');
}

/** A host inside this process, with limits of the test's choice, and the fake worker at its pipe. */
export async function hostHere(home: string, limits: Partial<HostLimits> = {}, profile = '/profiles/one') {
  const input = new PassThrough();
  const output = new PassThrough();
  const worker = new FakeWorker(output, input);
  const ended = new AbortController();
  const logged: string[] = [];
  const done = runHost({
    input,
    output,
    home,
    folders: [runFolder(home)],
    limits: { ...HOST_LIMITS, ...limits },
    version: '0.1.0',
    parent: { browser: 'chromium', profile },
    signal: ended.signal,
    log: (line) => logged.push(line),
  });
  afterTest(async () => {
    ended.abort();
    await done;
  });
  worker.hello();
  const before = new Set((await readEntries([runFolder(home)])).map(({ id }) => id));
  const entry = await entryAfter(home, before);
  return { worker, entry, done, logged, stop: () => ended.abort(), output };
}

/** The bundle as Chromium starts it, in a process of its own. */
export async function hostProcess(home: string, browser = 'Chromium') {
  const before = new Set((await readEntries([runFolder(home)])).map(({ id }) => id));
  const process = spawnHost(home);
  const worker = new FakeWorker(process.stdout, process.stdin);
  worker.hello(browser);
  const entry = await entryAfter(home, before);
  return { process, worker, entry, exited: exitOf(process) };
}

/** The host's process alone, killed after the test. */
export function spawnHost(home: string) {
  const child = spawn(process.execPath, [BUNDLE, 'chrome-extension://kfkibhifdhdjlpfdlijjlpmndcnbnjll/'], {
    env: { ...process.env, OFFSTAGE_HOME: home },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  afterTest(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Resolves with the exit code or the signal of a process. */
export function exitOf(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}

async function entryAfter(home: string, before: ReadonlySet<string>): Promise<HostEntry> {
  return await eventually(async () => {
    const entries = await readEntries([runFolder(home)]);
    return entries.find(({ id }) => !before.has(id));
  });
}

/** Looks until there is something. The test's own time limit ends it. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
