import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A request that reached the server, as it was sent. */
export interface Reached {
  method: string;
  path: string;
  body: string;
  headers: IncomingMessage['headers'];
}

/** Answers a request of the app itself; resolves false for one that it does not know. */
export type Route = (reached: Reached, response: ServerResponse) => Promise<boolean> | boolean;

export interface Site {
  origin: string;
  /** Everything that reached the server other than plain reads, in order. */
  writes: Reached[];
  /** For what else the app speaks, such as WebSockets. */
  server: Server;
  close(): Promise<void>;
}

/**
 * Starts a small web app on loopback: the files of a folder beside this one, and its own routes before them.
 * Rejects when the port is taken.
 *
 * @param port 0 for any that is free
 */
export async function startSite(folder: string, route: Route, port = 0): Promise<Site> {
  const writes: Reached[] = [];
  const server = createServer(async (request, response) => {
    try {
      const reached = { ...(await readRequest(request)) };
      if (reached.method !== 'GET' && reached.method !== 'HEAD') writes.push(reached);
      if (await route(reached, response)) return;
      await serveFile(folder, reached.path, response);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    writes,
    server,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readRequest(request: IncomingMessage): Promise<Reached> {
  let body = '';
  request.setEncoding('utf8');
  for await (const piece of request) body += piece;
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    body,
    headers: request.headers,
  };
}

async function serveFile(folder: string, path: string, response: ServerResponse): Promise<void> {
  const name = normalize(new URL(path, 'http://site').pathname).replace(/^\/$/, '/index.html');
  const file = await readFile(join(HERE, folder, name)).catch(() => undefined);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Not found</title><h1>Not found</h1><p>There is no such page here.</p>');
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(file);
}

export function answerJson(response: ServerResponse, value: unknown, status = 200): true {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  return true;
}

export function answerHtml(
  response: ServerResponse,
  html: string,
  status = 200,
  headers: Record<string, string> = {},
): true {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
  return true;
}

/** Text made safe for HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
