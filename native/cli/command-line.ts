import { VERSION } from '../version';
import { WireError } from '../wire/wire-error';
import { type Command, readArguments, UsageError } from './command';
import { configCommand } from './config';
import { doctorCommand } from './doctor';
import { EXIT } from './exit-codes';
import { commandHelp, generalHelp } from './help';
import { installCommand } from './install';
import { mcpCommand } from './mcp';
import { runCommand } from './run';
import { stopCommand } from './stop';
import { tasksCommand } from './tasks';
import { uninstallCommand } from './uninstall';
import { processWorld } from './world';

const COMMANDS: readonly Command[] = [
  installCommand,
  uninstallCommand,
  mcpCommand,
  runCommand,
  tasksCommand,
  stopCommand,
  doctorCommand,
  configCommand,
];

/** Runs one command and resolves with its exit code. `bundle` is the path of this program. */
export async function commandLine(args: readonly string[], bundle: string): Promise<number> {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const world = processWorld(bundle, interrupted.signal);
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    world.out(VERSION);
    return EXIT.ok;
  }
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    const asked = COMMANDS.find((command) => command.name === rest[0]);
    world.out(asked ? commandHelp(asked) : generalHelp(COMMANDS));
    return name ? EXIT.ok : EXIT.usage;
  }
  const command = COMMANDS.find((known) => known.name === name);
  try {
    if (!command) throw new UsageError(`There is no command "${name}".`);
    const parsed = readArguments(command, rest);
    if (parsed.values.help) {
      world.out(commandHelp(command));
      return EXIT.ok;
    }
    return await command.run(parsed, world);
  } catch (error) {
    if (interrupted.signal.aborted) return EXIT.interrupted;
    world.err(error instanceof Error ? error.message : String(error));
    if (error instanceof UsageError) {
      world.err(`See: offstage ${command ? `${command.name} ` : ''}--help`);
      return EXIT.usage;
    }
    const noBrowser = error instanceof WireError && error.code === 'not-connected';
    return noBrowser ? EXIT.noBrowser : EXIT.failed;
  }
}
