import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { generalHelp } from '../../native/cli/help';
import { homeEnv } from './harness/command';
import { afterTest, newHome } from './harness/host';

const ROOT = join(import.meta.dirname, '../..');
const doc = await readFile(join(ROOT, 'docs/bridge.md'), 'utf8');

interface Configured {
  client: string;
  command: string;
  args: string[];
}

const Server = z.object({ command: z.string(), args: z.array(z.string()) });
const Config = z.union([
  z.object({ mcpServers: z.object({ offstage: Server }) }).transform(({ mcpServers }) => mcpServers.offstage),
  z.object({ servers: z.object({ offstage: Server }) }).transform(({ servers }) => servers.offstage),
]);

/** The commands that the page tells clients to start, by the client's name above each. */
function configured(): Configured[] {
  return [...doc.matchAll(/```(sh|json|toml)\n([\s\S]*?)```/g)].flatMap((block) => {
    const [, language, text = ''] = block;
    const heading = /\*\*([^*]+)\*\*[^*]*$/.exec(doc.slice(0, block.index));
    const client = `${heading?.[1]} (${language})`;
    if (language === 'json') return [{ client, ...Config.parse(JSON.parse(text)) }];
    if (language === 'toml') {
      const [, command = '', args = ''] = /^command = "([^"]+)"\nargs = (\[.*\])$/m.exec(text) ?? [];
      return [{ client, command, args: z.array(z.string()).parse(JSON.parse(args)) }];
    }
    const [command = '', ...args] = (text.split(' -- ')[1] ?? '').trim().split(' ');
    return command ? [{ client, command, args }] : [];
  });
}

describe('docs/bridge.md', () => {
  test('configures the common clients', () => {
    expect(configured().map(({ client }) => client)).toEqual([
      'Claude Code (sh)',
      'Claude Desktop (json)',
      'Cursor (json)',
      'VS Code (json)',
      'Codex CLI (sh)',
      'Codex CLI (toml)',
      'Gemini CLI (json)',
    ]);
  });

  test.each(configured())('what it gives $client starts and lists tools', async ({ command, args }) => {
    const client = new Client({ name: 'test', version: '1' });
    afterTest(() => client.close());
    const here = args.map((arg) => arg.replace('/path/to/offstage', ROOT));
    await client.connect(new StdioClientTransport({ command, args: here, env: homeEnv(await newHome()) }));
    expect((await client.listTools()).tools.length).toBeGreaterThan(20);
  });

  test('lists the exit codes as --help does', () => {
    const rows = [...doc.matchAll(/^\| (\d+) +\| (.+?) +\|$/gm)].map(([, code, words]) => `${code}  ${words}`);
    const help = generalHelp([])
      .split('Exit codes:\n')[1]
      ?.split('\n')
      .map((line) => line.trim());
    expect(rows).toEqual(help);
  });
});
