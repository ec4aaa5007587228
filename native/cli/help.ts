import type { Command } from './command';
import { EXIT } from './exit-codes';

const CODES: readonly [number, string][] = [
  [EXIT.ok, 'all went well; a task is done'],
  [EXIT.failed, 'the task failed, or something else went wrong'],
  [EXIT.usage, 'the command line was not understood, or nobody agreed to an install'],
  [EXIT.noBrowser, 'no browser was reached'],
  [EXIT.stopped, 'the task was stopped'],
  [EXIT.waiting, 'the task waits for an answer that cannot be given here'],
  [EXIT.broken, 'doctor found something broken'],
  [EXIT.interrupted, 'ended by Ctrl+C; the task was stopped'],
];

/** The help of the whole program: commands, how a browser is chosen, exit codes. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'offstage: local programs use the browser that a person is signed in to.',
    '',
    'Commands (offstage COMMAND --help says more):',
    ...commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`),
    '',
    'Which browser: --browser NAME or OFFSTAGE_BROWSER, by name, profile folder or id; else the newest one.',
    '',
    'Exit codes:',
    ...CODES.map(([code, words]) => `  ${String(code).padStart(3)}  ${words}`),
  ].join('\n');
}

/** The help of one command. */
export function commandHelp({ name, usage, about, details }: Command): string {
  return [`offstage ${name} ${usage}`.trim(), '', about, ...(details.length > 0 ? [''] : []), ...details].join('\n');
}
