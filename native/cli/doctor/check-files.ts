import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { makePrivateFolder } from '../../home';
import { staleFiles } from '../../host-entries';
import { readSecret, secretFile } from '../../secret';
import { VERSION } from '../../version';
import { launcherFile, readLauncher } from '../launcher';
import type { World } from '../world';
import { broken, type Finding, note, ok } from './finding';

const INSTALL = 'Run: offstage install';

/** The oldest Node that the bundle runs on, as package.json says. */
const OLDEST_NODE = [20, 19] as const;

/** This program's own Node. */
export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (fits) return ok('node', `Node ${version}`);
  const needed = OLDEST_NODE.join('.');
  return broken(
    'node',
    `Node ${version} is older than ${needed}`,
    `Install Node ${needed} or newer, then run: offstage install`,
  );
}

/** Offstage's folder and the secret in it. */
export async function checkSecret({ home }: World): Promise<Finding> {
  const there = await stat(home).catch(() => undefined);
  if (!there) return broken('secret', `There is no folder ${home}`, INSTALL);
  try {
    await makePrivateFolder(home);
    await readSecret(home);
    return ok('secret', `${secretFile(home)}, for you alone`);
  } catch (error) {
    return broken('secret', ...problemAndFix(error));
  }
}

/** The launcher, and that the Node and the bundle that it names are there and start. */
export async function checkLauncher({ home, platform }: World): Promise<Finding> {
  const file = launcherFile(home, platform);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return broken('launcher', `There is no launcher at ${file}`, INSTALL);
  const launcher = readLauncher(text);
  if (!launcher) return broken('launcher', `${file} is not what install wrote`, INSTALL);
  if (!(await isExecutable(file))) return broken('launcher', `${file} cannot be executed`, `Run: chmod 700 '${file}'`);
  const { node, bundle } = launcher;
  if (!(await isExecutable(node))) {
    return broken('launcher', `Its Node is gone: ${node}`, `${INSTALL}, with the Node that you use now`);
  }
  if (!(await isReadable(bundle)))
    return broken('launcher', `Its program is gone: ${bundle}`, 'Build it again, or: offstage install');
  const version = await versionOf(node, bundle);
  if (version === undefined)
    return broken('launcher', `${node} ${bundle} does not start`, `Run it to see why, then: offstage install`);
  if (version !== VERSION) {
    return broken(
      'launcher',
      `It starts version ${version}, this is ${VERSION}`,
      `${INSTALL}, then restart the browser`,
    );
  }
  return ok('launcher', `${file} starts version ${version} with ${node}`);
}

/** What crashed hosts left. Clients and hosts pass over it. */
export async function checkStale({ folders }: World): Promise<Finding> {
  const stale = await staleFiles(folders);
  if (stale.length === 0) return ok('sockets', 'No crashed host left anything');
  const fix = `The next host removes them; or run: rm ${stale.map((file) => `'${file}'`).join(' ')}`;
  return note('sockets', `${stale.length} files of hosts that crashed`, fix);
}

/** The problem and the fix of an error whose message ends with the fix, as those of secret and home do. */
function problemAndFix(error: unknown): [string, string] {
  const message = error instanceof Error ? error.message : String(error);
  const [about = message, fix] = message.split(/\. (?=[A-Z])/, 2);
  return [about, fix ?? INSTALL];
}

async function versionOf(node: string, bundle: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(node, [bundle, '--version'], { timeout: 10_000 });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

async function isExecutable(file: string): Promise<boolean> {
  return await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function isReadable(file: string): Promise<boolean> {
  return await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}
