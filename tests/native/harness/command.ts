import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { BUNDLE } from './build';
import { afterTest, exitOf } from './host';

/** The environment of a person whose home is `home`, with nothing of the machine's own browsers. */
export function homeEnv(home: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: join(home, 'user'), OFFSTAGE_HOME: home };
}

/** Starts `offstage` as a person does. Standard input is closed: there is no terminal. */
export function startCommand(home: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [BUNDLE, ...args], {
    env: { ...homeEnv(home), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  afterTest(() => {
    child.kill('SIGKILL');
  });
  const done = Promise.all([exitOf(child), text(child.stdout), text(child.stderr)]).then(([code, out, err]) => ({
    code,
    out,
    err,
  }));
  return { child, done };
}

/** Runs `offstage` to its end. */
export function command(home: string, ...args: string[]) {
  return startCommand(home, args).done;
}
