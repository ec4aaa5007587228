import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { secretFile } from '../secret';
import { type BrowserPlace, browserPlaces, dataFolderPlace } from './browser-places';
import { type Command, readValues } from './command';
import { EXIT } from './exit-codes';
import type { InstallStep } from './install-plan';
import { launcherFile } from './launcher';
import type { World } from './world';

const Values = z.object({ 'user-data-dir': z.string().optional(), yes: z.boolean().default(false) });

export const uninstallCommand: Command = {
  name: 'uninstall',
  usage: '[--user-data-dir DIR] [--yes]',
  about: 'Take back what install wrote, in all browsers.',
  details: [
    '--user-data-dir DIR  also in the browser with this data folder',
    '--yes                remove without asking',
  ],
  options: { 'user-data-dir': { type: 'string' }, yes: { type: 'boolean' } },
  async run({ values }, world) {
    const options = readValues(Values, values);
    const own = options['user-data-dir'];
    const places = browserPlaces(world.platform, world.env, world.home);
    if (own) places.push(dataFolderPlace(resolve(own)));
    const steps = [...places.flatMap((place) => removal(place)), ...ownFiles(world)];
    if (steps.length === 0) {
      world.out('Nothing is installed.');
      return EXIT.ok;
    }
    world.out('This will be removed:');
    for (const { line } of steps) world.out(`  ${line}`);
    if (!options.yes && !/^y(es)?$/i.test((await world.ask('Remove it? [y/N] ')) ?? '')) {
      world.err('Nothing was removed. Without a terminal, give --yes.');
      return EXIT.usage;
    }
    for (const step of steps) await step.do();
    await removeEmptyHome(world.home);
    world.out('Done. A host that is running ends with its browser.');
    return EXIT.ok;
  },
};

function removal({ manifest, registryKey }: BrowserPlace): InstallStep[] {
  const steps = existsSync(manifest) ? [removeFile(manifest)] : [];
  if (!registryKey) return steps;
  try {
    execFileSync('reg', ['query', registryKey], { stdio: 'ignore' });
  } catch {
    return steps;
  }
  const args = ['delete', registryKey, '/f'];
  return [...steps, { line: `reg ${args.join(' ')}`, do: async () => void execFileSync('reg', args) }];
}

function ownFiles({ home, platform }: World): InstallStep[] {
  const files = [launcherFile(home, platform), join(home, 'offstage.js'), secretFile(home)];
  return files.filter((file) => existsSync(file)).map((file) => removeFile(file));
}

function removeFile(file: string): InstallStep {
  return { line: file, do: () => rm(file, { force: true }) };
}

/** Removes Offstage's folder when nothing is left in it; sockets of running hosts are theirs to remove. */
async function removeEmptyHome(home: string): Promise<void> {
  for (const folder of [join(home, 'run'), home]) {
    const left = await readdir(folder).catch(() => ['not there']);
    if (left.length === 0) await rmdir(folder);
  }
}
