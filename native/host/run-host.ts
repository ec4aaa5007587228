import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { HostEntry } from '../../src/bridge/handshake';
import { type FromWorker, PROTOCOL_VERSION } from '../../src/bridge/protocol';
import { makePrivateFolder } from '../home';
import { closeToOthers, removeEntry, removeStale, writeEntry } from '../host-entries';
import { makeSecret, readSecret } from '../secret';
import { WireError } from '../wire/wire-error';
import type { HostLimits } from './limits';
import type { ParentBrowser } from './parent-browser';
import { serveClient } from './serve-client';
import { Switchboard } from './switchboard';
import { WorkerPort } from './worker-port';

export interface HostOptions {
  /** From the browser, and to it. */
  input: Readable;
  output: Writable;
  home: string;
  /** Folders for sockets, the preferred first. */
  folders: readonly string[];
  limits: HostLimits;
  version: string;
  parent: ParentBrowser;
  /** Ends the host: a signal of the system. */
  signal: AbortSignal;
  /** Lines for the browser's own log. Never to the output, which belongs to the browser's frames. */
  log(line: string): void;
}

type Hello = Extract<FromWorker, { type: 'browser' }>;

/** sun_path of sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero among them. */
const SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107;

/**
 * Runs a native messaging host until the browser closes its pipe: a switchboard between one worker and local programs.
 *
 * Rejects with a WireError when no folder for the socket can be had. Leaves no socket and no entry behind.
 */
export async function runHost(options: HostOptions): Promise<void> {
  const port = new WorkerPort(options.input, options.output);
  const switchboard = new Switchboard((message) => port.send(message), options.limits);
  let hello: Hello | undefined;
  let entered: Promise<void> | undefined;
  await makeSecret(options.home);
  await removeStale(options.folders);
  const { folder, id, socket, server } = await openSocket(options.folders);
  server.on('connection', (client) => {
    void serveClient(client, {
      switchboard,
      limits: options.limits,
      hostVersion: options.version,
      secret: () => readSecret(options.home),
      browser: () => browserFor(hello, options.parent),
      workerReady: () => port.ready(),
    });
  });
  const stop = () => options.input.destroy();
  options.signal.addEventListener('abort', stop, { once: true });
  // Clients find the host only when it can say which browser it belongs to, or an old extension will not say.
  const enter = () => {
    entered ??= writeEntry(folder, entryOf(id, socket, hello, options.parent)).catch((error: unknown) =>
      options.log(`Could not write the entry of this host: ${error}`),
    );
  };
  const late = setTimeout(enter, options.limits.browserMs);
  try {
    port.send({ type: 'host', version: PROTOCOL_VERSION, hostVersion: options.version, socket });
    for await (const message of port.messages(options.log)) {
      if (message.type === 'browser') {
        hello = message;
        enter();
      } else switchboard.fromWorker(message);
    }
  } catch (error) {
    if (!options.signal.aborted) options.log(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(late);
    options.signal.removeEventListener('abort', stop);
    server.close();
    switchboard.closeAll({
      code: 'not-connected',
      message: 'The browser or its extension went away. Whether a call under way was done is not known.',
    });
    await entered;
    await removeEntry(folder, id);
  }
}

function entryOf(id: string, socket: string, hello: Hello | undefined, parent: ParentBrowser): HostEntry {
  const browser = hello?.browser || parent.browser || 'unknown';
  return { id, pid: process.pid, socket, browser, profile: parent.profile, startedAt: Date.now() };
}

/** Names of the browser for a client. Throws a WireError `wrong-version` when the extension speaks another one. */
function browserFor(hello: Hello | undefined, parent: ParentBrowser): { browser: string; extension: string } {
  if (!hello) throw new WireError('not-connected', 'The extension has not said hello yet. Try again in a moment.');
  if (hello.version === PROTOCOL_VERSION) {
    return { browser: hello.browser || parent.browser || 'unknown', extension: hello.extension };
  }
  const older = hello.version < PROTOCOL_VERSION ? 'the Offstage extension' : 'Offstage (offstage install)';
  throw new WireError(
    'wrong-version',
    `The extension speaks version ${hello.version} of the bridge, the host ${PROTOCOL_VERSION}. Update ${older}.`,
  );
}

async function openSocket(folders: readonly string[]) {
  const problems: string[] = [];
  for (const folder of folders) {
    const id = `${process.pid}-${randomBytes(4).toString('hex')}`;
    const socket =
      process.platform === 'win32' ? `\\\\.\\pipe\\offstage-${userInfo().username}-${id}` : join(folder, `${id}.sock`);
    try {
      if (process.platform !== 'win32' && Buffer.byteLength(socket) > SOCKET_PATH_BYTES) {
        throw new WireError('refused', `${socket} is too long for a socket. Set OFFSTAGE_HOME to a shorter folder.`);
      }
      await makePrivateFolder(folder);
      const server = await listening(socket);
      await closeToOthers(socket);
      return { folder, id, socket, server };
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new WireError('failed', `No folder for the socket: ${problems.join(' ')}`);
}

function listening(socket: string): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}
