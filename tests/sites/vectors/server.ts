import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acceptSockets } from '../sockets';
import { COMMITS, commitOf } from './commit-table';

/** Something that reached the server: a vector's message, or a commit. */
export interface Arrived {
  name: string;
  method: string;
  path: string;
  body: string;
}

/**
 * A site with a button for each way in which a page can send something (`/`), and one for each kind of thing that cannot
 * be taken back (`/commits.html`). `everything` on `/` presses all of both.
 */
export interface Vectors {
  origin: string;
  /** The same site under another name: a frame of it has a process of its own. */
  otherOrigin: string;
  /** Names of the vectors whose message reached the server, as often as it did. */
  reached: string[];
  /** The same, with what was sent. */
  arrived: Arrived[];
  /** Resolves when no browser is connected any more, so that nothing can come. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const HERE = dirname(fileURLToPath(import.meta.url));
/**
 * A browser keeps a connection that it opened and then had no use for, a request having been aborted meanwhile, and Node
 * does not count one as idle before its first request: without this, such a one looks busy for 90 s.
 */
const UNUSED = { headersTimeout: 3_000, connectionsCheckingInterval: 250 };
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

/** Starts the site on loopback, under two host names. */
export async function startVectors(port = 0): Promise<Vectors> {
  const arrived: Arrived[] = [];
  const server: Server = createServer(UNUSED, async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://site');
    const vector = /^\/api\/messages\/(?:send|delete)$/.test(url.pathname) ? url.searchParams.get('vector') : undefined;
    let body = '';
    request.setEncoding('utf8');
    for await (const piece of request) body += piece;
    const method = request.method ?? 'GET';
    const name = vector ?? commitOf(method, url.pathname + url.search, body)?.name;
    if (name && method !== 'OPTIONS') arrived.push({ name, method, path: url.pathname + url.search, body });
    const headers = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type, x-test',
      'access-control-allow-methods': 'GET, POST, PUT',
      'cache-control': 'no-store',
    };
    if (url.pathname === '/redirect')
      return void response.writeHead(307, { ...headers, location: `/api/messages/send${url.search}` }).end();
    if (url.pathname === '/commits.json') return void response.writeHead(200, headers).end(JSON.stringify(COMMITS));
    if (name) return void response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('<p>Done</p>');
    const page = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
    const file = /^[\w-]+\.(html|js)$/.test(page) ? await readFile(join(HERE, page)).catch(() => undefined) : undefined;
    const policy =
      url.searchParams.get('csp') === null
        ? {}
        : { 'content-security-policy': "img-src 'none'; report-uri /api/messages/send?vector=csp_report" };
    if (!file) return void response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, ...policy, 'content-type': TYPES[extname(page)] ?? 'text/plain' }).end(file);
  });
  const sockets = acceptSockets(server, (text) => {
    const sent = /"vector":"(\w+)"/.exec(text)?.[1] ?? commitOf('WEBSOCKET', '/socket', text)?.name;
    if (sent) arrived.push({ name: sent, method: 'WEBSOCKET', path: '/socket', body: text });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${taken}`,
    otherOrigin: `http://localhost:${taken}`,
    get reached() {
      return arrived.map(({ name }) => name);
    },
    arrived,
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
        sockets.close();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
