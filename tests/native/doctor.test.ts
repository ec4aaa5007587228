import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkNode } from '../../native/cli/doctor/check-files';
import { writeEntry } from '../../native/host-entries';
import { makeSecret } from '../../native/secret';
import { command } from './harness/command';
import type { FakeWorker } from './harness/fake-worker';
import { afterTest, hostHere, hostProcess, newHome, runFolder } from './harness/host';

const Findings = z.array(
  z.object({
    state: z.enum(['ok', 'note', 'broken']),
    link: z.string(),
    about: z.string(),
    fix: z.string().optional(),
  }),
);

/** An install for one browser, with a connected host, unless `host` is false. */
async function installed(host = true) {
  const home = await newHome();
  const data = join(home, 'data');
  expect((await command(home, 'install', '--user-data-dir', data, '--yes')).code).toBe(0);
  const manifest = join(data, 'NativeMessagingHosts/com.offstage.bridge.json');
  const worker = host ? (await hostHere(home)).worker : undefined;
  if (worker) pingable(worker);
  return { home, manifest, launcher: join(home, 'native-host'), secret: join(home, 'secret'), worker };
}

function pingable(worker: FakeWorker, hasKey = true): void {
  worker.onRequest = (asked) => worker.answer(asked, { extension: '0.1.0', browser: 'Chromium', hasKey, tasks: 0 });
}

/** What the doctor finds that is not ok, by link, and its exit code. */
async function doctor(home: string) {
  const { code, out } = await command(home, 'doctor', '--json', '--user-data-dir', join(home, 'data'));
  const findings = Findings.parse(JSON.parse(out));
  return { code, found: findings.filter(({ state }) => state !== 'ok'), all: findings };
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

type Setup = Awaited<ReturnType<typeof installed>>;

describe('offstage doctor', () => {
  test('finds nothing wrong when nothing is', async () => {
    const { home } = await installed();
    const { code, found, all } = await doctor(home);
    expect(found).toEqual([]);
    expect(code).toBe(0);
    expect(all.map(({ link }) => link)).toEqual([
      'node',
      'secret',
      'launcher',
      'manifest',
      'sockets',
      'host',
      'extension',
      'api-key',
      'versions',
    ]);
  });

  test.each<[string, (setup: Setup) => unknown, string, RegExp, RegExp]>([
    ['the secret is gone', ({ secret }) => rm(secret), 'secret', /no secret/, /offstage install/],
    ['others can read the secret', ({ secret }) => chmod(secret, 0o644), 'secret', /can read/, /chmod 600/],
    ['the secret is damaged', ({ secret }) => writeFile(secret, 'x'), 'secret', /damaged/, /Delete.*offstage install/],
    ['others can enter the folder', ({ home }) => chmod(home, 0o755), 'secret', /open to other users/, /chmod 700/],
    ['the launcher is gone', ({ launcher }) => rm(launcher), 'launcher', /no launcher/, /offstage install/],
    ['the launcher is not executable', ({ launcher }) => chmod(launcher, 0o600), 'launcher', /executed/, /chmod 700/],
    [
      "the launcher's Node is gone",
      ({ launcher }) => edit(launcher, (text) => text.replace(process.execPath, '/gone/node')),
      'launcher',
      /Node is gone: \/gone\/node/,
      /offstage install, with the Node/,
    ],
    [
      'the program is gone',
      ({ launcher }) => edit(launcher, (text) => text.replace('offstage.js', 'away.js')),
      'launcher',
      /program is gone.*away\.js/,
      /offstage install/,
    ],
    [
      'the program does not start',
      async ({ launcher, home }) => {
        await writeFile(join(home, 'other.js'), 'process.exit(1)');
        await edit(launcher, (text) => text.replace(/ '[^']*offstage\.js'/, ` '${join(home, 'other.js')}'`));
      },
      'launcher',
      /does not start/,
      /offstage install/,
    ],
    [
      'the launcher starts another version',
      async ({ launcher, home }) => {
        await writeFile(join(home, 'other.js'), 'console.log("0.0.1")');
        await edit(launcher, (text) => text.replace(/ '[^']*offstage\.js'/, ` '${join(home, 'other.js')}'`));
      },
      'launcher',
      /version 0\.0\.1, this is 0\.1\.0/,
      /restart the browser/,
    ],
    ['the manifest is gone', ({ manifest }) => rm(manifest), 'manifest', /Nothing is installed/, /offstage install/],
    ['the manifest is damaged', ({ manifest }) => writeFile(manifest, '{'), 'manifest', /damaged/, /--user-data-dir/],
    [
      'the manifest starts something else',
      ({ manifest }) => edit(manifest, (text) => text.replace('native-host', 'other')),
      'manifest',
      /it starts .*other, not .*native-host/,
      /--user-data-dir/,
    ],
    [
      'the manifest lets another extension in',
      ({ manifest }) => edit(manifest, (text) => text.replace('kfki', 'aaaa')),
      'manifest',
      /does not let the Offstage extension in/,
      /--user-data-dir/,
    ],
    [
      'the extension has another version',
      ({ worker }) => worker?.send({ type: 'browser', version: 1, extension: '0.0.9', browser: 'Chromium' }),
      'versions',
      /extension 0\.0\.9/,
      /one release/,
    ],
    [
      'the extension speaks another protocol',
      ({ worker }) => worker?.hello('Chromium', 2),
      'host',
      /extension speaks version 2/,
      /Restart that browser/,
    ],
    [
      'the extension does not answer',
      ({ worker }) => {
        if (worker) worker.onRequest = () => undefined;
      },
      'extension',
      /did not answer within 5 seconds/,
      /Reload Offstage/,
    ],
  ])('%s', async (_, breakIt, link, about, fix) => {
    const setup = await installed();
    await breakIt(setup);
    const { code, found } = await doctor(setup.home);
    expect(code).toBe(6);
    const finding = found.find((one) => one.link === link);
    expect(finding).toMatchObject({ state: 'broken' });
    expect(finding?.about).toMatch(about);
    expect(finding?.fix).toMatch(fix);
    // Nothing else is blamed, but the handshake, which needs the secret too.
    const others = found.map((one) => one.link).filter((one) => one !== link && one !== 'host');
    expect(others).toEqual([]);
  });

  test('nothing was ever installed', async () => {
    const { code, found } = await doctor(await newHome());
    expect(code).toBe(6);
    expect(found.map(({ link }) => link)).toEqual(['secret', 'launcher', 'manifest', 'host']);
    expect(found.every(({ fix }) => fix?.includes('offstage install') || fix?.includes('chrome://extensions'))).toBe(
      true,
    );
  });

  test('no browser is running', async () => {
    const { home } = await installed(false);
    const { code, found } = await doctor(home);
    expect(code).toBe(6);
    expect(found).toEqual([
      expect.objectContaining({ link: 'host', fix: expect.stringMatching(/Open the browser.*chrome:\/\/extensions/) }),
    ]);
  });

  test('a host crashed', async () => {
    const { home } = await installed();
    const crashed = await hostProcess(home);
    crashed.process.kill('SIGKILL');
    await crashed.exited;
    const { code, found } = await doctor(home);
    expect(code).toBe(0);
    expect(found).toEqual([
      expect.objectContaining({ state: 'note', link: 'sockets', fix: expect.stringMatching(/rm '/) }),
    ]);
    expect(found[0]?.fix).toContain(crashed.entry.id);
  });

  test('a host hangs', async () => {
    const { home } = await installed(false);
    await mkdir(runFolder(home), { mode: 0o700, recursive: true });
    const socket = join(runFolder(home), `${process.pid}-00000000.sock`);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    afterTest(() => void server.close());
    const id = `${process.pid}-00000000`;
    await writeEntry(runFolder(home), { id, pid: process.pid, socket, browser: 'Chromium', profile: '', startedAt: 1 });
    const { code, found } = await doctor(home);
    expect(code).toBe(6);
    expect(found).toEqual([expect.objectContaining({ link: 'host', about: expect.stringMatching(/did not answer/) })]);
  });

  test('there is no API key', async () => {
    const { home, worker } = await installed();
    if (worker) pingable(worker, false);
    const { code, found } = await doctor(home);
    expect(code).toBe(0);
    expect(found).toEqual([
      expect.objectContaining({ state: 'note', link: 'api-key', fix: expect.stringMatching(/options/) }),
    ]);
  });

  test('the host has the secret of another install', async () => {
    const { home } = await installed(false);
    const other = await newHome();
    await makeSecret(other);
    const { entry } = await hostHere(other);
    await mkdir(runFolder(home), { mode: 0o700, recursive: true });
    await writeEntry(runFolder(home), entry);
    const { code, found } = await doctor(home);
    expect(code).toBe(6);
    expect(found[0]).toMatchObject({ link: 'host', about: expect.stringMatching(/does not fit the secret/) });
  });

  test.each([
    ['18.20.0', 'broken'],
    ['20.18.3', 'broken'],
    ['20.19.0', 'ok'],
    ['22.1.0', 'ok'],
  ])('Node %s is %s', (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });

  test('prints findings for people', async () => {
    const { home } = await installed(false);
    const { out } = await command(home, 'doctor', '--user-data-dir', join(home, 'data'));
    expect(out).toMatch(/^ok {5}node {6}Node \d+/m);
    expect(out).toMatch(/^BROKEN host .*\n {17}fix: Open the browser/m);
  });
});
