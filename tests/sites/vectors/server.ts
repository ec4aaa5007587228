import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A site with a button for each way in which a page can send something. */
export interface Vectors {
  origin: string;
  /** The same site under another name: a frame of it has a process of its own. */
  otherOrigin: string;
  /** Names of the vectors whose message reached the server, as often as it did. */
  reached: string[];
  /** Resolves when no browser is connected any more, so that nothing can come. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
/** https://www.rfc-editor.org/rfc/rfc6455#section-1.3 */
const HANDSHAKE = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Starts the site on loopback, under two host names. */
export async function startVectors(port = 0): Promise<Vectors> {
  const reached: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://site');
    const vector = /^\/api\/messages\/(?:send|delete)$/.test(url.pathname) ? url.searchParams.get('vector') : undefined;
    for await (const _ of request);
    if (vector && request.method !== 'OPTIONS') reached.push(vector);
    const headers = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type, x-test',
      'access-control-allow-methods': 'GET, POST, PUT',
      'cache-control': 'no-store',
    };
    if (url.pathname === '/redirect')
      return void response.writeHead(307, { ...headers, location: `/api/messages/send${url.search}` }).end();
    if (url.pathname.startsWith('/api/')) return void response.writeHead(200, headers).end('sent');
    const name = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
    const file = /^[\w-]+\.(html|js)$/.test(name) ? await readFile(join(HERE, name)).catch(() => undefined) : undefined;
    const policy =
      url.searchParams.get('csp') === null
        ? {}
        : { 'content-security-policy': "img-src 'none'; report-uri /api/messages/send?vector=csp_report" };
    if (!file) return void response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, ...policy, 'content-type': TYPES[extname(name)] ?? 'text/plain' }).end(file);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    sockets.add(socket);
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${HANDSHAKE}`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const text = unmasked(data);
      const sent = /"vector":"(\w+)"/.exec(text)?.[1];
      if (sent) reached.push(sent);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${taken}`,
    otherOrigin: `http://localhost:${taken}`,
    reached,
    async quiet() {
      const open = () => {
        // Connections that wait for a next request tell nothing.
        server.closeIdleConnections();
        return new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
      };
      while ((await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Text of a short masked frame; the empty string for any other. */
function unmasked(data: Buffer): string {
  const length = (data[1] ?? 0) & 127;
  const at = length === 126 ? 4 : 2;
  if (length === 127 || ((data[0] ?? 0) & 15) !== 1) return '';
  const mask = data.subarray(at, at + 4);
  return Buffer.from(data.subarray(at + 4).map((byte, index) => byte ^ (mask[index % 4] ?? 0))).toString('utf8');
}
