import { randomUUID } from 'node:crypto';
import { PingAnswer } from '../../../src/bridge/answers';
import type { HostEntry } from '../../../src/bridge/handshake';
import { describeHost } from '../../client/choose-host';
import { Connection } from '../../client/connection';
import { readEntries } from '../../host-entries';
import { readSecret } from '../../secret';
import { VERSION } from '../../version';
import type { World } from '../world';
import { broken, type Finding, note, ok } from './finding';

/** Time for the extension to answer a ping, in milliseconds. */
const PING_MS = 5000;

/** Every running host: handshake, the extension behind it, versions, and whether it has an API key. */
export async function checkHosts(world: World): Promise<Finding[]> {
  const entries = await readEntries(world.folders);
  if (entries.length === 0) {
    const fix = `Open the browser and check that Offstage is on at chrome://extensions. If it was open during install, restart it. Hosts are looked for in ${world.folders.join(', ')}.`;
    return [broken('host', 'No host is running: no browser with Offstage is connected', fix)];
  }
  return (await Promise.all(entries.map((entry) => checkHost(world, entry)))).flat();
}

async function checkHost(world: World, entry: HostEntry): Promise<Finding[]> {
  const who = describeHost(entry);
  let connection: Connection;
  try {
    const secret = await readSecret(world.home);
    const caller = {
      name: 'offstage doctor',
      kind: 'command-line' as const,
      version: VERSION,
      instance: randomUUID(),
      secret,
    };
    connection = await Connection.open(entry, caller, world.signal);
  } catch (error) {
    return [broken('host', `${who}: ${words(error)}`, 'Restart that browser; if it stays, run: offstage install')];
  }
  try {
    const findings = [ok('host', `${who}: lets this program in`)];
    const versions = { host: connection.welcome?.hostVersion ?? '', extension: connection.welcome?.extension ?? '' };
    return [...findings, ...(await checkExtension(connection, world.signal)), checkVersions(versions)];
  } finally {
    connection.close();
  }
}

async function checkExtension(connection: Connection, signal: AbortSignal): Promise<Finding[]> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PING_MS)]);
  const reload = 'Reload Offstage at chrome://extensions';
  try {
    const answer = PingAnswer.safeParse(await connection.request({ method: 'ping' }, { signal: limit }));
    if (!answer.success) return [broken('extension', 'It answered in another shape', 'Update the extension')];
    const { browser, tasks, hasKey } = answer.data;
    const found = [ok('extension', `${browser} answers; open tasks: ${tasks}`)];
    const fix = "Enter one in Offstage's options. Single steps (browser_… tools) work without.";
    return [
      ...found,
      hasKey ? ok('api-key', 'An API key is set') : note('api-key', 'No API key is set: tasks cannot run', fix),
    ];
  } catch (error) {
    const about = limit.aborted ? `It did not answer within ${PING_MS / 1000} seconds` : words(error);
    return [broken('extension', about, reload)];
  }
}

function checkVersions({ host, extension }: { host: string; extension: string }): Finding {
  if (host === VERSION && extension === VERSION) return ok('versions', `All parts are ${VERSION}`);
  const about = `This program is ${VERSION}, the host ${host}, the extension ${extension}`;
  return broken(
    'versions',
    about,
    'Build or update all from one release, run: offstage install, and restart the browser',
  );
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
