import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSecret } from '../../native/secret';
import { HOST_NAME } from '../../src/bridge/native-port';
import { type Site, startSite } from '../sites/site';
import { type Install, startInstall } from './harness/bridged';
import { EXTENSION_DIR, EXTENSION_ID } from './harness/chromium';
import { script, type World } from './harness/world';

let folder: string;
let install: Install;
let world: World;
let site: Site;

/** An extension of somebody else, that may use native messaging. */
async function writeStranger(): Promise<string> {
  const stranger = join(folder, 'stranger');
  await mkdir(stranger);
  const manifest = {
    manifest_version: 3,
    name: 'Stranger',
    version: '1',
    permissions: ['nativeMessaging'],
    background: { service_worker: 'worker.js' },
  };
  await writeFile(join(stranger, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(stranger, 'worker.js'), 'self.stranger = true;');
  return stranger;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offstage-stranger-'));
  [install, site] = await Promise.all([startInstall(), startSite('controls', () => false)]);
  ({ world } = await install.browser({ extensions: [await writeStranger()] }));
});
afterAll(async () => {
  await install?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the extension takes no messages from pages: nothing is externally connectable', async () => {
  const manifest: unknown = JSON.parse(await readFile(join(EXTENSION_DIR, 'manifest.json'), 'utf8'));
  expect(manifest).not.toHaveProperty('externally_connectable');
  await world.person.goto(`${site.origin}/`);
  const reach = await world.person.evaluate(
    () => typeof (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime,
  );
  expect(reach).toBe('undefined');
});

test('another extension reaches neither the worker nor the native host', async () => {
  const target = await world.chromium.browser.waitForTarget(
    (each) => each.type() === 'service_worker' && !each.url().includes(EXTENSION_ID),
  );
  const stranger = await target.worker();
  if (!stranger) throw new Error('the other extension has no worker');
  const command = { type: 'start-task', prompt: 'Say hello to the stranger' };
  const sent = await stranger.evaluate(
    (id, message) =>
      chrome.runtime.sendMessage(id, message).then(JSON.stringify, (error) => `refused: ${error.message}`),
    EXTENSION_ID,
    command,
  );
  expect(sent).toMatch(/^refused: .*Receiving end does not exist/);
  const before = await install.hosts();
  const native = await stranger.evaluate(
    (name) =>
      new Promise<string>((resolve) => {
        const port = chrome.runtime.connectNative(name);
        port.onDisconnect.addListener(() => resolve(chrome.runtime.lastError?.message ?? 'ended'));
        port.onMessage.addListener(() => resolve('it answered'));
        port.postMessage({ type: 'browser', version: 1, extension: '1', browser: 'Stranger' });
      }),
    HOST_NAME,
  );
  expect(native).toMatch(/forbidden/);
  expect(await install.hosts()).toEqual(before);
  expect(await world.session.rows('tasks')).toEqual([]);
});

test('the secret stands on no command line and in no environment, while everything runs', async () => {
  const secret = await readSecret(install.home);
  const agent = await install.agent();
  await agent.call('browser_new_tab');
  const waits = script([{ name: 'new_tab' }], [{ name: 'wait', input: { duration: 20 } }]);
  const { out } = await install.command('run', waits, '--background');
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const texts = await Promise.all(
    pids.flatMap((pid) =>
      // A process may have ended meanwhile.
      ['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    ),
  );
  expect(texts.some((text) => text.includes('offstage.js') && text.includes('mcp'))).toBe(true);
  expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  await install.command('stop', out.trim());
});
