import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** Which browser started the host, as far as its command line tells. Empty where it does not. */
export interface ParentBrowser {
  browser: string;
  /** User data folder, and the profile's folder in it when the browser was started for one. */
  profile: string;
}

const NAMES: readonly [RegExp, string][] = [
  [/edge/i, 'edge'],
  [/brave/i, 'brave'],
  [/vivaldi/i, 'vivaldi'],
  [/\barc\b/i, 'arc'],
  [/chromium/i, 'chromium'],
  [/chrome/i, 'chrome'],
];

/** Reads the command line of a process: /proc on Linux, ps on macOS. On Windows, and when it is gone, nothing. */
export async function parentBrowser(pid: number): Promise<ParentBrowser> {
  try {
    if (process.platform === 'linux') {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      return browserOfArguments(line.split('\0'));
    }
    if (process.platform === 'darwin') {
      const { stdout } = await promisify(execFile)('/bin/ps', ['-o', 'command=', '-p', String(pid)]);
      // ps does not quote. A switch begins at ' --', whatever blanks its value has.
      return browserOfArguments(stdout.trim().split(/ (?=--)/));
    }
  } catch {
    // The browser may have gone already; its name is a convenience.
  }
  return { browser: '', profile: '' };
}

/** The browser's name and profile from its arguments, the first of which is the program. */
export function browserOfArguments(args: readonly string[]): ParentBrowser {
  // Chromium rewrites its command line with blanks for zeros on some systems.
  const words = args.length > 1 && args.slice(1).some(Boolean) ? args : (args[0] ?? '').split(/ (?=--)/);
  const program = basename(words[0] ?? '');
  const data = switchValue(words, '--user-data-dir');
  const profile = switchValue(words, '--profile-directory');
  return {
    browser: NAMES.find(([pattern]) => pattern.test(program))?.[1] ?? '',
    profile: data && profile ? join(data, profile) : data || profile,
  };
}

function switchValue(words: readonly string[], name: string): string {
  return words.findLast((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}
