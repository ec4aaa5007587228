import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { z } from 'zod';
import type { World } from './world';

/** One command of `offstage`. */
export interface Command {
  name: string;
  /** What follows the name in the first line of its help. */
  usage: string;
  about: string;
  /** Lines of help on its options. */
  details: readonly string[];
  options: NonNullable<ParseArgsConfig['options']>;
  /** Runs it and resolves with the exit code. Throws a UsageError when the arguments do not fit. */
  run(parsed: { values: Record<string, unknown>; words: string[] }, world: World): Promise<number>;
}

/** The command line was not understood. The message says what is wrong with it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Reads a command's arguments. Throws a UsageError for an option that it does not have. */
export function readArguments(command: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    return { values: { ...values }, words: positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Checks the values of options. Throws a UsageError that names the first that does not fit. */
export function readValues<T>(schema: z.ZodType<T>, values: unknown): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UsageError(`--${issue?.path.map(String).join('.')}: ${issue?.message ?? 'not understood'}.`);
}
