import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { offstageHome, runFolders } from '../home';
import { VERSION } from '../version';
import { HOST_LIMITS } from './limits';
import { parentBrowser } from './parent-browser';
import { runHost } from './run-host';

/**
 * The process as Chromium starts it: native messaging on standard input and output. Resolves with its exit code when
 * the browser closes the pipe or the system asks it to end.
 */
export async function hostMain(): Promise<number> {
  const ended = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => ended.abort());
  const log = (line: string) => process.stderr.write(`offstage host: ${line}\n`);
  try {
    await runHost({
      input: process.stdin,
      output: pipeOut(),
      home: offstageHome(process.env),
      folders: runFolders(process.env),
      limits: HOST_LIMITS,
      version: VERSION,
      parent: await parentBrowser(process.ppid),
      signal: ended.signal,
      log,
    });
    return 0;
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/**
 * Standard output that never blocks. Node writes to pipes synchronously
 * (https://nodejs.org/api/process.html#a-note-on-process-io), so a browser that is slow to read would stop every
 * client.
 */
function pipeOut(): Writable {
  return process.platform === 'win32' ? process.stdout : new Socket({ fd: 1, readable: false, writable: true });
}
