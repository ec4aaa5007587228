import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type BrowserPlace, browserPlaces, dataFolderPlace } from './browser-places';
import { type Command, readValues, UsageError } from './command';
import { EXIT } from './exit-codes';
import { installPlan } from './install-plan';
import type { World } from './world';

const Values = z.object({
  browser: z.array(z.string()).default([]),
  'user-data-dir': z.string().optional(),
  'extension-id': z.array(z.string().regex(/^[a-p]{32}$/, 'is 32 letters from a to p')).default([]),
  yes: z.boolean().default(false),
});

export const installCommand: Command = {
  name: 'install',
  usage: '[--browser NAME]... [--user-data-dir DIR] [--extension-id ID]... [--yes]',
  about: 'Let local programs use a browser: shows what it would write, and asks first.',
  details: [
    '--browser NAME       chrome, chromium, edge, brave, vivaldi or arc; all that are found when left out',
    '--user-data-dir DIR  only the browser that is started with this --user-data-dir',
    '--extension-id ID    also let this extension in (a build of your own)',
    '--yes                write without asking',
  ],
  options: {
    browser: { type: 'string', multiple: true },
    'user-data-dir': { type: 'string' },
    'extension-id': { type: 'string', multiple: true },
    yes: { type: 'boolean' },
  },
  async run({ values }, world) {
    const options = readValues(Values, values);
    const places = chosenPlaces(world, options.browser, options['user-data-dir']);
    if (places.length === 0) {
      world.err('No browser was found. Name one with --browser, or its data folder with --user-data-dir.');
      return EXIT.failed;
    }
    const steps = installPlan(world, places, options['extension-id']);
    world.out('This will be written:');
    for (const { line } of steps) world.out(`  ${line}`);
    if (!options.yes) {
      const answer = await world.ask('Write it? [y/N] ');
      if (!/^y(es)?$/i.test(answer ?? '')) {
        world.err('Nothing was written. Without a terminal, give --yes.');
        return EXIT.usage;
      }
    }
    for (const step of steps) await step.do();
    world.out(`Done, for ${places.map(({ name }) => name).join(', ')}. The extension connects when it starts next:`);
    world.out('restart the browser or reload Offstage at chrome://extensions. To check, run: offstage doctor');
    return EXIT.ok;
  },
};

/** The browsers that a command is about: named ones, a data folder, or all that were ever started. */
export function chosenPlaces(world: World, names: readonly string[], dataFolder: string | undefined): BrowserPlace[] {
  if (dataFolder) {
    if (world.platform === 'win32') {
      throw new UsageError(
        'On Windows hosts are named in the registry for all data folders; leave out --user-data-dir.',
      );
    }
    return [dataFolderPlace(resolve(dataFolder))];
  }
  const all = browserPlaces(world.platform, world.env, world.home);
  if (names.length === 0) return all.filter(({ data }) => existsSync(data));
  return names.map((name) => {
    const place = all.find(({ id }) => id === name.toLowerCase());
    if (!place)
      throw new UsageError(`There is no browser "${name}" here. Known are: ${all.map(({ id }) => id).join(', ')}.`);
    return place;
  });
}
