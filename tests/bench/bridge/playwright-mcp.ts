import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { type CallToolResult, CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';

/** Playwright's own MCP server with a browser of its own, over standard input and output like ours. */
export interface PlaywrightMcp {
  call(name: string, args: Record<string, unknown>): Promise<CallToolResult>;
  close(): Promise<void>;
}

export async function startPlaywrightMcp(): Promise<PlaywrightMcp> {
  const output = await mkdtemp(join(tmpdir(), 'playwright-mcp-'));
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/mcp/package.json')), 'cli.js');
  const chromium = process.env.CHROME_PATH ?? '/usr/bin/chromium';
  const flags = ['--headless', '--isolated', '--no-sandbox', '--executable-path', chromium, '--output-dir', output];
  const client = new Client({ name: 'bench', version: '1' }, {});
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [cli, ...flags], stderr: 'inherit' }),
  );
  return {
    call: async (name, args) => CallToolResultSchema.parse(await client.callTool({ name, arguments: args })),
    async close() {
      await client.close();
      await rm(output, { recursive: true, force: true });
    },
  };
}
