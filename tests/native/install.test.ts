import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserPlaces } from '../../native/cli/browser-places';
import { EXTENSION_ID } from '../../native/cli/host-manifest';
import { installPlan } from '../../native/cli/install-plan';
import { launcherText, readLauncher } from '../../native/cli/launcher';
import { BUNDLE } from './harness/build';
import { command } from './harness/command';
import { newHome } from './harness/host';

const MANIFEST = 'NativeMessagingHosts/com.offstage.bridge.json';

describe('offstage install', () => {
  test('writes what it announces, for the browsers that were ever started', async () => {
    const home = await newHome();
    const config = join(home, 'user/.config');
    await mkdir(join(config, 'google-chrome'), { recursive: true });
    await mkdir(join(config, 'BraveSoftware/Brave-Browser'), { recursive: true });
    const { code, out } = await command(home, 'install', '--yes');
    expect(code).toBe(0);
    const chrome = join(config, 'google-chrome', MANIFEST);
    const brave = join(config, 'BraveSoftware/Brave-Browser', MANIFEST);
    for (const file of [chrome, brave, join(home, 'secret'), join(home, 'native-host')]) {
      expect(out).toContain(file);
      expect(existsSync(file)).toBe(true);
    }
    expect(existsSync(join(config, 'chromium'))).toBe(false);
    expect(JSON.parse(await readFile(chrome, 'utf8'))).toEqual({
      name: 'com.offstage.bridge',
      description: expect.any(String),
      path: join(home, 'native-host'),
      type: 'stdio',
      allowed_origins: [`chrome-extension://${EXTENSION_ID}/`],
    });
    expect((await lstat(join(home, 'secret'))).mode & 0o777).toBe(0o600);
    expect((await lstat(join(home, 'native-host'))).mode & 0o777).toBe(0o700);
    expect(out).not.toContain((await readFile(join(home, 'secret'), 'utf8')).trim());
  });

  test('writes nothing that nobody agreed to', async () => {
    const home = await newHome();
    const { code, out, err } = await command(home, 'install', '--browser', 'chromium');
    expect(code).toBe(2);
    expect(out).toContain('This will be written');
    expect(err).toMatch(/Nothing was written.*--yes/);
    expect(await readdir(home)).toEqual([]);
  });

  test('keeps the secret of an earlier install', async () => {
    const home = await newHome();
    await command(home, 'install', '--user-data-dir', join(home, 'data'), '--yes');
    const secret = await readFile(join(home, 'secret'), 'utf8');
    await command(home, 'install', '--user-data-dir', join(home, 'data'), '--yes');
    expect(await readFile(join(home, 'secret'), 'utf8')).toBe(secret);
  });

  test.each([
    [['--browser', 'netscape'], 2, /no browser "netscape".*chrome, chromium, edge, brave, vivaldi/],
    [['--extension-id', 'short'], 2, /--extension-id.*32 letters/],
    [['--nonsense'], 2, /nonsense/],
    [[], 1, /No browser was found/],
  ])('%j is refused in words', async (args, code, words) => {
    const done = await command(await newHome(), 'install', ...args);
    expect(done.code).toBe(code);
    expect(done.err).toMatch(words);
  });

  test('is taken back by uninstall', async () => {
    const home = await newHome();
    const data = join(home, 'data');
    await command(home, 'install', '--user-data-dir', data, '--yes');
    await mkdir(join(home, 'user/.config/vivaldi'), { recursive: true });
    await command(home, 'install', '--browser', 'vivaldi', '--yes');
    expect((await command(home, 'uninstall')).code).toBe(2);
    const { code, out } = await command(home, 'uninstall', '--user-data-dir', data, '--yes');
    expect(code).toBe(0);
    expect(out).toContain(join(home, 'user/.config/vivaldi', MANIFEST));
    expect(await readdir(join(data, 'NativeMessagingHosts'))).toEqual([]);
    expect((await readdir(home)).sort()).toEqual(['data', 'user']);
    expect((await command(home, 'uninstall', '--yes')).out).toMatch(/Nothing is installed/);
  });

  test('keeps a copy of a program that npx runs from its cache', async () => {
    const home = await newHome();
    const cache = join(home, '_npx/1');
    await mkdir(cache, { recursive: true });
    await writeFile(join(cache, 'offstage.js'), 'bundle');
    const world = {
      env: {},
      home: join(home, 'h'),
      folders: [],
      platform: 'linux' as const,
      node: '/n',
      bundle: join(cache, 'offstage.js'),
      signal: new AbortController().signal,
      out: () => undefined,
      err: () => undefined,
      ask: async () => undefined,
    };
    for (const step of installPlan(world, [], [])) await step.do();
    expect(await readFile(join(home, 'h/offstage.js'), 'utf8')).toBe('bundle');
    const launcher = readLauncher(await readFile(join(home, 'h/native-host'), 'utf8'));
    expect(launcher).toEqual({ node: '/n', bundle: join(home, 'h/offstage.js') });
  });
});

describe('what install writes', () => {
  test('names the id that the key in wxt.config.ts fixes', async () => {
    const config = await readFile(join(import.meta.dirname, '../../wxt.config.ts'), 'utf8');
    const key = /'(MIIB[^']+)'/.exec(config)?.[1] ?? '';
    const digits = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
    // Chromium writes the first 16 bytes in letters from a to p.
    const id = [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
    expect(EXTENSION_ID).toBe(id);
  });

  test.each([
    ["/home/o'brien/node", '/a b/offstage.js', undefined],
    ['/usr/bin/node', BUNDLE, '/other home'],
  ])('a launcher for %s and %s can be read back', (node, bundle, home) => {
    expect(readLauncher(launcherText({ node, bundle, home }, 'linux'))).toEqual({ node, bundle });
    expect(readLauncher(launcherText({ node, bundle, home }, 'win32'))).toEqual({ node, bundle });
  });

  test('goes where each browser looks', () => {
    const at = (platform: NodeJS.Platform) =>
      browserPlaces(platform, { HOME: '/u', LOCALAPPDATA: '/l' }, '/h').map(({ id, manifest, registryKey }) => [
        id,
        registryKey ?? manifest,
      ]);
    const mac = '/u/Library/Application Support';
    expect(at('linux')).toEqual([
      ['chrome', `/u/.config/google-chrome/${MANIFEST}`],
      ['chromium', `/u/.config/chromium/${MANIFEST}`],
      ['edge', `/u/.config/microsoft-edge/${MANIFEST}`],
      ['brave', `/u/.config/BraveSoftware/Brave-Browser/${MANIFEST}`],
      ['vivaldi', `/u/.config/vivaldi/${MANIFEST}`],
    ]);
    expect(at('darwin')).toEqual([
      ['chrome', `${mac}/Google/Chrome/${MANIFEST}`],
      ['chromium', `${mac}/Chromium/${MANIFEST}`],
      ['edge', `${mac}/Microsoft Edge/${MANIFEST}`],
      ['brave', `${mac}/BraveSoftware/Brave-Browser/${MANIFEST}`],
      ['vivaldi', `${mac}/Vivaldi/${MANIFEST}`],
      ['arc', `${mac}/Arc/User Data/${MANIFEST}`],
    ]);
    expect(at('win32')[0]).toEqual([
      'chrome',
      'HKCU\\Software\\Google\\Chrome\\NativeMessagingHosts\\com.offstage.bridge',
    ]);
  });
});
