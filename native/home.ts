import { lstat, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { WireError } from './wire/wire-error';

type Env = Readonly<Record<string, string | undefined>>;

/** Folder of what `offstage install` makes: the secret and the launcher. `OFFSTAGE_HOME`, else `~/.offstage`. */
export function offstageHome(env: Env): string {
  return env.OFFSTAGE_HOME ? resolve(env.OFFSTAGE_HOME) : join(homedir(), '.offstage');
}

/**
 * Folders where hosts may have their sockets, the one to use first. A browser and a terminal do not always have the
 * same XDG_RUNTIME_DIR (ssh, cron, containers), so clients look into all of them.
 */
export function runFolders(env: Env): string[] {
  if (env.OFFSTAGE_HOME) return [join(offstageHome(env), 'run')];
  const uid = process.getuid?.();
  const runtime = [env.XDG_RUNTIME_DIR, process.platform === 'linux' && uid !== undefined ? `/run/user/${uid}` : ''];
  const shared = runtime.flatMap((folder) => (folder ? [join(folder, 'offstage')] : []));
  return [...new Set([...shared, join(offstageHome(env), 'run')])];
}

/**
 * Makes a folder that only this user can enter, and its parents where they are missing.
 *
 * Throws a WireError `refused` when something else is there, or it belongs to somebody else or is open to them: what
 * lies in it could then be theirs.
 */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory()) throw new WireError('refused', `${folder} is not a folder. Move it away and try again.`);
  if (process.platform === 'win32') return;
  if (found.uid !== process.getuid?.()) {
    throw new WireError('refused', `${folder} belongs to another user. Remove it, or set OFFSTAGE_HOME to your own.`);
  }
  if ((found.mode & 0o077) !== 0) {
    throw new WireError('refused', `${folder} is open to other users. Run: chmod 700 ${folder}`);
  }
}
