import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makePrivateFolder } from '../home';
import { makeSecret, secretFile } from '../secret';
import type { BrowserPlace } from './browser-places';
import { hostManifestText } from './host-manifest';
import { launcherFile, launcherText } from './launcher';
import type { World } from './world';

/** One thing that an install does: the line that announces it, and the doing. */
export interface InstallStep {
  line: string;
  do(): Promise<void>;
}

/** What an install would write, in order. Nothing is written until a step is done. */
export function installPlan(world: World, places: readonly BrowserPlace[], ids: readonly string[]): InstallStep[] {
  const { home, platform } = world;
  const launcher = launcherFile(home, platform);
  const steps: InstallStep[] = [];
  steps.push({
    line: `${secretFile(home)}  the secret of this install, unless there is one (only you can read it)`,
    do: async () => void (await makeSecret(home)),
  });
  const bundle = keptBundle(world);
  if (bundle !== world.bundle) {
    steps.push({ line: `${bundle}  a copy of this program`, do: () => copyFile(world.bundle, bundle) });
  }
  steps.push({
    line: `${launcher}  starts the host with ${world.node}`,
    do: async () => {
      await makePrivateFolder(home);
      const text = launcherText({ node: world.node, bundle, home: world.env.OFFSTAGE_HOME && home }, platform);
      await writeFile(launcher, text, { mode: 0o700 });
      await chmod(launcher, 0o700);
    },
  });
  const manifest = hostManifestText(launcher, ids);
  for (const place of places) steps.push(...manifestSteps(place, manifest));
  return steps;
}

function manifestSteps(place: BrowserPlace, text: string): InstallStep[] {
  const { manifest, registryKey } = place;
  const file = {
    line: `${manifest}  tells ${place.name} where the host is`,
    do: async () => {
      await mkdir(dirname(manifest), { recursive: true });
      await writeFile(manifest, text, { mode: 0o644 });
    },
  };
  if (!registryKey) return [file];
  const args = ['add', registryKey, '/ve', '/t', 'REG_SZ', '/d', manifest, '/f'];
  const registry = { line: `reg ${args.join(' ')}`, do: async () => void execFileSync('reg', args) };
  return [file, registry];
}

/** npx runs programs from a cache that it empties; a copy stays. A bundle anywhere else is used where it lies. */
function keptBundle({ bundle, home }: World): string {
  return /[\\/]_npx[\\/]/.test(bundle) ? join(home, 'offstage.js') : bundle;
}
