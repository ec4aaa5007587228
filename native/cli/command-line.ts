import { VERSION } from '../version';
import { EXIT } from './exit-codes';

/** Runs one command and resolves with its exit code. */
export async function commandLine(args: readonly string[]): Promise<number> {
  if (args[0] === '--version') {
    process.stdout.write(`${VERSION}\n`);
    return EXIT.ok;
  }
  return EXIT.usage;
}
