import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { type CallToolResult, CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { BUNDLE } from './build';
import { homeEnv } from './command';
import { afterTest } from './host';

/** The SDK's own client at `offstage mcp`, as a desktop agent runs it. */
export async function mcpClient(home: string, { capabilities = {}, args = [] as string[], name = 'Test Agent' } = {}) {
  const client = new Client({ name, version: '9.9' }, { capabilities });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [BUNDLE, 'mcp', ...args],
    env: homeEnv(home),
    stderr: 'inherit',
  });
  afterTest(() => client.close());
  await client.connect(transport);
  return { client, transport };
}

type Options = Parameters<Client['callTool']>[2];

/** Calls a tool, checked by the SDK against the tool's output schema. */
export async function callTool(client: Client, name: string, args = {}, options?: Options): Promise<CallToolResult> {
  return CallToolResultSchema.parse(await client.callTool({ name, arguments: args }, undefined, options));
}

/** The texts of a result, one a line. */
export function textOf(result: CallToolResult): string {
  return result.content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}
