import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { AGAIN_WAIT_MS, Bridge } from '../client/bridge';
import { PATIENCE } from '../mcp/call-context';
import { mcpServer } from '../mcp/server';
import { VERSION } from '../version';
import { type Command, readValues } from './command';
import { EXIT } from './exit-codes';

const Values = z.object({
  browser: z.string().optional(),
  patience: z.coerce.number('is not a number of seconds').min(1).max(3600).optional(),
});

export const mcpCommand: Command = {
  name: 'mcp',
  usage: '[--browser NAME] [--patience SECONDS]',
  about: 'An MCP server on standard input and output, for desktop agents (docs/bridge.md).',
  details: [
    '--patience SECONDS  answer a call that takes longer with how far it is; 45 when left out, which all clients bear',
    '',
    'It ends with its client. The browser may come and go meanwhile.',
  ],
  options: { browser: { type: 'string' }, patience: { type: 'string' } },
  async run({ values }, world) {
    const { browser, patience } = readValues(Values, values);
    let server: Server | undefined;
    const bridge = new Bridge({
      home: world.home,
      folders: world.folders,
      browser: browser ?? world.env.OFFSTAGE_BROWSER,
      who: () => clientName(server),
      firstWaitMs: 3000,
      againWaitMs: AGAIN_WAIT_MS,
    });
    server = mcpServer(bridge, patience ? { ...PATIENCE, resultMs: patience * 1000 } : PATIENCE);
    const ended = new Promise<void>((resolve) => {
      // The SDK's transport does not end with its input, but a client that is gone sends nothing more.
      process.stdin.once('end', resolve).once('close', resolve);
      process.stdout.once('error', resolve);
      process.once('SIGTERM', resolve);
      world.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await server.connect(new StdioServerTransport());
    await ended;
    bridge.close();
    await server.close();
    return EXIT.ok;
  },
};

/** What the person sees in the panel: the name that the client gave itself. */
function clientName(server: Server | undefined): { name: string; kind: 'program'; version: string } {
  const client = server?.getClientVersion();
  const name = client?.title || client?.name || 'An MCP client';
  return { name: name.slice(0, 100), kind: 'program', version: (client?.version ?? VERSION).slice(0, 50) };
}
