import { homedir } from 'node:os';
import { join } from 'node:path';
import { HOST_NAME } from './host-manifest';

/** Where one browser looks for native messaging hosts of this user. */
export interface BrowserPlace {
  /** What `install --browser` takes. */
  id: string;
  name: string;
  /** Folder of the browser's data: there when the browser was ever started. */
  data: string;
  /** The manifest file. On Windows all browsers share one, named by the registry. */
  manifest: string;
  /** Windows only: the key whose default value names the manifest. */
  registryKey?: string;
}

type Env = Readonly<Record<string, string | undefined>>;
type Row = readonly [id: string, name: string, linux: string, mac: string, windows: string, registry: string];

/**
 * Folders and keys as the browsers' own pages name them:
 * https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging#native-messaging-host-location and
 * https://learn.microsoft.com/en-us/microsoft-edge/extensions-chromium/developer-guide/native-messaging. The others
 * are Chromium with a data folder of their own, below which Chromium looks. Arc is not made for Linux.
 */
const ROWS: readonly Row[] = [
  ['chrome', 'Google Chrome', 'google-chrome', 'Google/Chrome', 'Google/Chrome/User Data', 'Google\\Chrome'],
  ['chromium', 'Chromium', 'chromium', 'Chromium', 'Chromium/User Data', 'Chromium'],
  ['edge', 'Microsoft Edge', 'microsoft-edge', 'Microsoft Edge', 'Microsoft/Edge/User Data', 'Microsoft\\Edge'],
  [
    'brave',
    'Brave',
    'BraveSoftware/Brave-Browser',
    'BraveSoftware/Brave-Browser',
    'BraveSoftware/Brave-Browser/User Data',
    'BraveSoftware\\Brave-Browser',
  ],
  ['vivaldi', 'Vivaldi', 'vivaldi', 'Vivaldi', 'Vivaldi/User Data', 'Vivaldi'],
  ['arc', 'Arc', '', 'Arc/User Data', 'Packages/TheBrowserCompany.Arc', 'TheBrowserCompany\\Arc'],
];

/** The browsers that a system can have, whether they are there or not. `home` is Offstage's own folder. */
export function browserPlaces(platform: NodeJS.Platform, env: Env, home: string): BrowserPlace[] {
  const user = env.HOME || homedir();
  return ROWS.flatMap(([id, name, linux, mac, windows, registry]) => {
    if (platform === 'win32') {
      const data = join(env.LOCALAPPDATA ?? join(user, 'AppData/Local'), windows);
      const registryKey = `HKCU\\Software\\${registry}\\NativeMessagingHosts\\${HOST_NAME}`;
      return [{ id, name, data, manifest: join(home, `${HOST_NAME}.json`), registryKey }];
    }
    const below = platform === 'darwin' ? mac : linux;
    if (!below) return [];
    // Chromium takes XDG_CONFIG_HOME for its data on Linux (chrome_paths_linux.cc).
    const config = env.XDG_CONFIG_HOME || join(user, '.config');
    const data = platform === 'darwin' ? join(user, 'Library/Application Support', below) : join(config, below);
    return [{ id, name, data, manifest: manifestIn(data) }];
  });
}

/** A browser that was started with `--user-data-dir`: it looks below that folder. Linux and macOS. */
export function dataFolderPlace(data: string): BrowserPlace {
  return { id: 'user-data-dir', name: `the browser with data in ${data}`, data, manifest: manifestIn(data) };
}

function manifestIn(data: string): string {
  return join(data, 'NativeMessagingHosts', `${HOST_NAME}.json`);
}
