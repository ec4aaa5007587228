import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { type CallToolResult, CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { readEntries } from '../../../native/host-entries';
import type { HostEntry } from '../../../src/bridge/handshake';
import type { StandIn } from '../../model/server';
import { startWorld, type World } from './world';

const BUNDLE = join(import.meta.dirname, '../../../native/dist/offstage.js');

/** What an `offstage` command printed, and how it ended. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

type Options = Parameters<Client['callTool']>[2];

/** An MCP client at `offstage mcp` on standard input and output, as a desktop agent runs it. */
export interface Agent {
  client: Client;
  /** Process of `offstage mcp`. */
  pid: number;
  call(name: string, args?: Record<string, unknown>, options?: Options): Promise<CallToolResult>;
  /** The texts of a call's result, one a line. */
  say(name: string, args?: Record<string, unknown>, options?: Options): Promise<string>;
  close(): Promise<void>;
}

/** An install of the bridge: a home with its secret, browsers that know it, and programs that use it. */
export interface Install {
  home: string;
  /** Runs `offstage` to its end. */
  command(...args: string[]): Promise<Ran>;
  /** Writes the manifest for a browser with this data folder, as a person does. */
  installFor(userDataDir: string): Promise<void>;
  /** Starts a browser that knows the host from its first moment, and waits for the host that it starts. */
  browser(given?: {
    userDataDir?: string;
    standIn?: StandIn;
    extensions?: string[];
  }): Promise<{ world: World; entry: HostEntry }>;
  agent(given?: { name?: string; args?: string[]; capabilities?: Record<string, object> }): Promise<Agent>;
  /** The running hosts. */
  hosts(): Promise<HostEntry[]>;
  /** Resolves with a host that fits, when there is one. */
  untilHost(fits: (entry: HostEntry) => boolean): Promise<HostEntry>;
  /** Ends the programs and browsers that were started, and removes all files. */
  close(): Promise<void>;
}

/** A new install in folders of its own. */
export async function startInstall(): Promise<Install> {
  const folder = await mkdtemp(join(tmpdir(), 'offstage-bridge-'));
  const home = join(folder, 'home');
  // The browser passes its own environment to the host, but the launcher of the install says OFFSTAGE_HOME itself.
  const env = { PATH: process.env.PATH ?? '', HOME: join(folder, 'user'), OFFSTAGE_HOME: home };
  const ends: (() => Promise<unknown>)[] = [];
  const hosts = () => readEntries([join(home, 'run')]);

  const install: Install = {
    home,
    hosts,
    async command(...args) {
      try {
        const { stdout, stderr } = await promisify(execFile)(process.execPath, [BUNDLE, ...args], { env });
        return { code: 0, out: stdout, err: stderr };
      } catch (error) {
        if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number') throw error;
        return {
          code: error.code,
          out: 'stdout' in error ? String(error.stdout) : '',
          err: 'stderr' in error ? String(error.stderr) : '',
        };
      }
    },
    async installFor(userDataDir) {
      const { code, err } = await install.command('install', '--user-data-dir', userDataDir, '--yes');
      if (code !== 0) throw new Error(`offstage install ended with ${code}: ${err}`);
    },
    async browser(given = {}) {
      const userDataDir = given.userDataDir ?? (await mkdtemp(join(folder, 'profile-')));
      await install.installFor(userDataDir);
      const before = new Set((await hosts()).map(({ id }) => id));
      const world = await startWorld({ ...given, userDataDir });
      ends.push(() => world.close());
      const entry = await install.untilHost(({ id }) => !before.has(id));
      return { world, entry };
    },
    async agent({ name = 'Test Agent', args = [], capabilities = {} } = {}) {
      const client = new Client({ name, version: '9.9' }, { capabilities });
      const transport = new StdioClientTransport({
        command: process.execPath,
        args: [BUNDLE, 'mcp', ...args],
        env,
        stderr: 'inherit',
      });
      const agent = agentOf(client, () => transport.pid ?? 0);
      await client.connect(transport);
      ends.push(() => agent.close());
      return agent;
    },
    async untilHost(fits) {
      const end = Date.now() + 45_000;
      for (;;) {
        const found = (await hosts()).find(fits);
        if (found) return found;
        if (Date.now() > end) throw new Error(`no such host within 45 s: ${JSON.stringify(await hosts())}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      // Programs first: they look for a browser that has gone.
      for (const end of ends.reverse()) await end().catch(() => undefined);
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
  return install;
}

function agentOf(client: Client, pid: () => number): Agent {
  const call: Agent['call'] = async (name, args = {}, options) =>
    CallToolResultSchema.parse(await client.callTool({ name, arguments: args }, undefined, options));
  return {
    client,
    get pid() {
      return pid();
    },
    call,
    say: async (name, args, options) => textOf(await call(name, args, options)),
    close: () => client.close(),
  };
}

/** The texts of a result, one a line. */
export function textOf(result: CallToolResult): string {
  return result.content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

/** The ref of an element in a printed page, as read_page gives it. */
export function refIn(page: string, role: string, name: string): { type: 'ref'; ref: string } {
  const ref = new RegExp(`${role} "${name}" \\[(ref_\\d+)\\]`).exec(page)?.[1];
  if (!ref) throw new Error(`there is no ${role} "${name}" in:\n${page}`);
  return { type: 'ref', ref };
}
