import { createInterface } from 'node:readline/promises';
import { AGAIN_WAIT_MS, Bridge } from '../client/bridge';
import { offstageHome, runFolders } from '../home';
import { VERSION } from '../version';

/** What a command may touch, so that it can be run on another terminal, home or system. */
export interface World {
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  folders: readonly string[];
  platform: NodeJS.Platform;
  /** Absolute path of the running Node, and of this bundle. */
  node: string;
  bundle: string;
  /** Aborts on Ctrl+C. */
  signal: AbortSignal;
  /** Results, to standard output. */
  out(line: string): void;
  /** News and errors, to standard error, so that results can be piped. */
  err(line: string): void;
  /** Asks the person. Undefined when there is no terminal to ask on, or no answer came. */
  ask(question: string): Promise<string | undefined>;
}

/** The world of this process. */
export function processWorld(bundle: string, signal: AbortSignal): World {
  return {
    env: process.env,
    home: offstageHome(process.env),
    folders: runFolders(process.env),
    platform: process.platform,
    node: process.execPath,
    bundle,
    signal,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    ask: (question) => askOnTerminal(question, signal),
  };
}

/** A line to the browser for one command. Close it at the end. `name` is what the person sees in the panel. */
export function commandBridge(world: World, browser: string | undefined, name: string): Bridge {
  return new Bridge({
    home: world.home,
    folders: world.folders,
    browser: browser ?? world.env.OFFSTAGE_BROWSER,
    who: () => ({ name, kind: 'command-line', version: VERSION }),
    firstWaitMs: 2000,
    againWaitMs: AGAIN_WAIT_MS,
  });
}

async function askOnTerminal(question: string, signal: AbortSignal): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question, { signal })).trim() || undefined;
  } catch {
    return undefined;
  } finally {
    lines.close();
  }
}
