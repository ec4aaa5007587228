import { defineConfig } from 'wxt';

/**
 * The public half of a key pair whose private half was thrown away: it fixes the extension id to
 * `kfkibhifdhdjlpfdlijjlpmndcnbnjll` in every build that the store does not sign, so that native-messaging manifests
 * can name it (docs/design.md, what others rely on).
 */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxAY4jQbRqjYt8sYfAsilimUb0EjxTQG8QIYW0dJFYdnujjxX/7Ympyt+zkpXkA4IiTgakVU6SJBmMbe92Wn4wYjHSyfQwYobtcumzmctqRsPz3k03A0aLx1aY6FA63QrZPW++B+XpTsRiOvX7aRUV7jnNyBLsGciTocxA63f5CfhK2+0cW5fob5Mf2yg6F2YW5gUofemw5b9vLXA/T0vh6zVGCuqwPUlFNF4yLSFlCLydmwAR3Rxf0Gjh6h0JmiRu6IP2dZxaD0GFohpzSJ5NxWKKMF5uwtCCc4MfRwb24rTMbncaCi0rmR+gFM0TemlxD/HILEYDwI7mzn6zkom5QIDAQAB';

/** Pages of the extension run only their own script and talk only to the endpoint that the person configured. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  'connect-src http: https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // Imports are written out, so that a reader sees where each name comes from.
  imports: false,
  browser: 'chrome',
  manifestVersion: 3,
  outDir: '.output',
  // For `npm run dev`: the browser that the other scripts take, and as root, as in a container, Chrome wants no sandbox.
  webExt: {
    ...(process.env.CHROME_PATH ? { binaries: { chrome: process.env.CHROME_PATH } } : {}),
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  manifest: ({ mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: '128',
    key: mode === 'store' ? undefined : KEY,
    permissions: [
      'alarms',
      'debugger',
      // Blocks what the debugger does not see (src/browser/backstop.ts); host permissions say where it may.
      'declarativeNetRequestWithHostAccess',
      // Says where a finished download lies: the debugger tells everything of it but that.
      'downloads',
      // The bridge to desktop programs (docs/bridge.md). Nothing happens where no host was installed.
      'nativeMessaging',
      // Says that a task waits, when no panel is open.
      'notifications',
      'scripting',
      'sidePanel',
      'storage',
      'tabGroups',
      'unlimitedStorage',
      // Tells which tab opened another one. It warns of nothing that host permissions do not warn of already.
      'webNavigation',
    ],
    host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    action: { default_title: 'Offstage' },
    commands: {
      'open-panel': {
        suggested_key: { default: 'Ctrl+Shift+Y', mac: 'Command+Shift+Y' },
        description: '__MSG_commandOpenPanel__',
      },
      'stop-everything': {
        suggested_key: { default: 'Ctrl+Shift+U', mac: 'Command+Shift+U' },
        description: '__MSG_commandStopEverything__',
      },
      'hand-over': {
        // Command+Shift+H is Chrome's own on macOS.
        suggested_key: { default: 'Ctrl+Shift+H', mac: 'Command+Shift+E' },
        description: '__MSG_commandHandOver__',
      },
    },
  }),
});
