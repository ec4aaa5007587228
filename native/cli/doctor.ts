import { z } from 'zod';
import { type Command, readValues } from './command';
import { checkLauncher, checkNode, checkSecret, checkStale } from './doctor/check-files';
import { checkHosts } from './doctor/check-hosts';
import { checkManifests } from './doctor/check-manifests';
import type { Finding } from './doctor/finding';
import { EXIT } from './exit-codes';
import { chosenPlaces } from './install';

const Values = z.object({
  json: z.boolean().default(false),
  browser: z.array(z.string()).default([]),
  'user-data-dir': z.string().optional(),
});

const SIGNS = { ok: 'ok    ', note: 'note  ', broken: 'BROKEN' } as const;

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '[--browser NAME]... [--user-data-dir DIR] [--json]',
  about: 'Check each link between this program and the browser, and say how to mend what is broken.',
  details: [
    '--browser NAME       only the manifests of these browsers',
    '--user-data-dir DIR  the manifest of the browser with this data folder',
    '--json               print the findings as one JSON array',
  ],
  options: {
    json: { type: 'boolean' },
    browser: { type: 'string', multiple: true },
    'user-data-dir': { type: 'string' },
  },
  async run({ values }, world) {
    const { json, browser, 'user-data-dir': data } = readValues(Values, values);
    const findings: Finding[] = [
      checkNode(),
      await checkSecret(world),
      await checkLauncher(world),
      ...(await checkManifests(world, chosenPlaces(world, browser, data))),
      await checkStale(world),
      ...(await checkHosts(world)),
    ];
    if (json) world.out(JSON.stringify(findings));
    else {
      for (const { state, link, about, fix } of findings) {
        world.out(`${SIGNS[state]} ${link.padEnd(9)} ${about}`);
        if (fix) world.out(`${' '.repeat(17)}fix: ${fix}`);
      }
    }
    return findings.some(({ state }) => state === 'broken') ? EXIT.broken : EXIT.ok;
  },
};
