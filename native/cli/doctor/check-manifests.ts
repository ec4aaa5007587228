import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { BrowserPlace } from '../browser-places';
import { EXTENSION_ID, extensionOrigin, HOST_NAME, HostManifest } from '../host-manifest';
import { launcherFile } from '../launcher';
import type { World } from '../world';
import { broken, type Finding, note, ok } from './finding';

/**
 * The manifests of some browsers. A browser without one was left out of the install, which is fine if another has it.
 */
export async function checkManifests(world: World, places: readonly BrowserPlace[]): Promise<Finding[]> {
  const installed = places.filter(({ manifest }) => existsSync(manifest));
  if (installed.length === 0) {
    const where = places.map(({ name }) => name).join(', ') || 'any browser';
    return [broken('manifest', `Nothing is installed for ${where}`, 'Run: offstage install')];
  }
  return await Promise.all(
    places.map((place) =>
      installed.includes(place)
        ? checkManifest(world, place)
        : note(
            'manifest',
            `Not installed for ${place.name}`,
            `If you use it, run: offstage install --browser ${place.id}`,
          ),
    ),
  );
}

async function checkManifest(world: World, place: BrowserPlace): Promise<Finding> {
  const { manifest, name } = place;
  const fix =
    place.id === 'user-data-dir'
      ? `Run: offstage install --user-data-dir '${place.data}'`
      : `Run: offstage install --browser ${place.id}`;
  const bad = (about: string) => broken('manifest', `${name}: ${about} (${manifest})`, fix);
  const parsed = HostManifest.safeParse(parseJson(await readFile(manifest, 'utf8').catch(() => '')));
  if (!parsed.success) return bad('the manifest is damaged');
  const { path, allowed_origins, name: hostName } = parsed.data;
  if (hostName !== HOST_NAME) return bad(`it is for ${hostName}, not ${HOST_NAME}`);
  const launcher = launcherFile(world.home, world.platform);
  if (path !== launcher) return bad(`it starts ${path}, not ${launcher}`);
  if (!allowed_origins.includes(extensionOrigin(EXTENSION_ID))) return bad('it does not let the Offstage extension in');
  if (place.registryKey && !(await isRegistered(place.registryKey, manifest)))
    return bad('the registry does not name it');
  return ok('manifest', `${name}: ${manifest}`);
}

async function isRegistered(key: string, manifest: string): Promise<boolean> {
  try {
    return (await promisify(execFile)('reg', ['query', key, '/ve'])).stdout.includes(manifest);
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
