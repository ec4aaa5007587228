// Set-up that needs nothing but Node: it runs before any dependency is there.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Says in plain words what is being done. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Installs the dependencies of the lockfile, unless what is there already matches it. */
export function ensureDependencies() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('Installing the dependencies named in package-lock.json into node_modules/ (npm ci).');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'brave-browser',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env.LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`,
];

/** Path of a Chrome or Chromium: CHROME_PATH, an installed one, the system's package, or puppeteer's download. */
export function ensureChromium() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROME_PATH is ${given}, but nothing is there. Point it at a Chrome or Chromium, or unset it.`);
  }
  const found = installedChromium();
  if (found) return found;
  if (canInstallPackages()) {
    installPackages(['chromium']);
    const installed = installedChromium();
    if (installed) return installed;
  }
  say("Downloading Chrome for Testing with puppeteer (into puppeteer's own cache folder).");
  const line = execFileSync('npx', ['puppeteer', 'browsers', 'install', 'chrome@stable'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '' },
  });
  const path = line.trim().split('\n').at(-1)?.replace(/^\S+ /, '') ?? '';
  if (existsSync(path)) return path;
  throw new Error(
    'No Chrome or Chromium was found, and none could be installed. Install one and set CHROME_PATH to it.',
  );
}

/** Installs programs that are missing, by the name of a command each and the Debian package that has it. */
export function ensureCommands(packages) {
  const missing = Object.entries(packages).flatMap(([command, name]) => (which(command) ? [] : [name]));
  if (missing.length === 0) return;
  if (!canInstallPackages()) {
    throw new Error(`Missing: ${missing.join(', ')}. Install them with the system's package manager and try again.`);
  }
  installPackages(missing);
}

function installPackages(names) {
  say(`Installing Debian packages as root: ${names.join(', ')} (apt-get).`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], env);
}

function canInstallPackages() {
  return process.getuid?.() === 0 && which('apt-get') !== undefined;
}

function installedChromium() {
  for (const name of NAMES) {
    const path = which(name);
    if (path) return path;
  }
  return PLACES.find((place) => existsSync(place));
}

function which(command) {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split('\n')[0]?.trim() : undefined;
}

/** Runs a command to its end with its output shown only when it fails. */
export function run(command, args, env = process.env) {
  const done = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} failed:\n${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`,
    );
  }
}
