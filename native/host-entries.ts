import { chmod, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HostEntry } from '../src/bridge/handshake';

/** Names of sockets and entries begin with the host's process id, so that what a crash left can be told. */
const OURS = /^(\d+)-[\da-f]{8}\.(json|sock|json\.new)$/;

/** Writes the entry of a running host where clients look for it. It is there whole or not at all. */
export async function writeEntry(folder: string, entry: HostEntry): Promise<void> {
  const file = join(folder, `${entry.id}.json`);
  await writeFile(`${file}.new`, JSON.stringify(entry), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Removes a host's entry and socket. Missing files are fine. */
export async function removeEntry(folder: string, id: string): Promise<void> {
  await Promise.all(['json', 'sock', 'json.new'].map((end) => rm(join(folder, `${id}.${end}`), { force: true })));
}

/** The running hosts of some folders, newest first. Entries that do not parse or whose process is gone are left out. */
export async function readEntries(folders: readonly string[]): Promise<HostEntry[]> {
  const found = await Promise.all(folders.map((folder) => entriesIn(folder)));
  return found.flat().sort((a, b) => b.startedAt - a.startedAt);
}

/** Files of hosts that are gone, as a crash leaves them. */
export async function staleFiles(folders: readonly string[]): Promise<string[]> {
  const stale = folders.map(async (folder) => {
    const names = await readdir(folder).catch(() => []);
    return names.filter((name) => isStale(name)).map((name) => join(folder, name));
  });
  return (await Promise.all(stale)).flat();
}

/** Removes what crashed hosts left. */
export async function removeStale(folders: readonly string[]): Promise<void> {
  await Promise.all((await staleFiles(folders)).map((file) => rm(file, { force: true })));
}

/** Lets only this user open a socket. The folder around it already keeps others out. */
export async function closeToOthers(socket: string): Promise<void> {
  if (process.platform !== 'win32') await chmod(socket, 0o600);
}

async function entriesIn(folder: string): Promise<HostEntry[]> {
  const names = await readdir(folder).catch(() => []);
  const entries = names.map(async (name) => {
    if (!name.endsWith('.json') || isStale(name)) return [];
    const parsed = HostEntry.safeParse(await readJson(join(folder, name)));
    return parsed.success && isRunning(parsed.data.pid) ? [parsed.data] : [];
  });
  return (await Promise.all(entries)).flat();
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // Removed since the folder was read, or cut short: no entry either way.
    return undefined;
  }
}

function isStale(name: string): boolean {
  const pid = OURS.exec(name)?.[1];
  return pid !== undefined && !isRunning(Number(pid));
}

/** Whether a process is there. One of another user counts: asking is then not permitted, which proves it. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
