import { fileURLToPath } from 'node:url';
import { commandLine } from './cli/command-line';
import { hostMain } from './host/main';

/**
 * One file, two roles. Chromium starts a native host with the extension's origin as first argument
 * (https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging#native-messaging-host-protocol);
 * everything else is the command line.
 */
const args = process.argv.slice(2);
const asHost = args[0]?.startsWith('chrome-extension://');
const code = asHost ? await hostMain() : await commandLine(args, fileURLToPath(import.meta.url));
// What still holds the event loop, such as a client that does not read, must not keep the process.
process.exit(code);
