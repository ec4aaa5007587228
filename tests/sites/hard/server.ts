import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { answerHtml, answerJson, type Route, type Site, startSite } from '../site';

const SLOW_MS = 500;
/** Longer than a page without a new document is waited for. */
const SLOW_PAGE_MS = 4500;

/** Routes that answer with something, for pages that ask. */
const route: Route = async ({ method, path, body, headers }, response) => {
  const { pathname } = new URL(path, 'http://site');
  if (pathname === '/preact.js') {
    const file = await readFile(createRequire(import.meta.url).resolve('preact'));
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
    return true;
  }
  // Served as a file below, with a cookie that its scripts can read.
  if (pathname === '/inspect.html') response.setHeader('set-cookie', 'visit=c00kie-value-of-this-page; path=/');
  if (pathname === '/api/echo') return answerJson(response, { method, length: body.length });
  if (pathname === '/api/slow') {
    // A server takes its time: this is what is waited for.
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    return answerJson(response, { slow: 'yes' });
  }
  if (pathname === '/slow-page') {
    await new Promise((resolve) => setTimeout(resolve, SLOW_PAGE_MS));
    return answerHtml(response, '<title>A slow page</title><h1>A slow page</h1>');
  }
  if (pathname === '/api/missing') return answerJson(response, { error: 'none' }, 404);
  if (pathname === '/login-wall') {
    if (headers.authorization) return answerHtml(response, '<title>Inside</title><h1>Inside</h1>');
    response.writeHead(401, { 'www-authenticate': 'Basic realm="The vault"', 'content-type': 'text/html' });
    response.end('<title>Wall</title><h1>You must log in</h1>');
    return true;
  }
  if (pathname === '/report.csv') {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="report.csv"' });
    response.end('month,eur\n2026-10,12\n2026-11,15\n');
    return true;
  }
  if (pathname === '/broken.csv') {
    response.writeHead(200, {
      'content-type': 'text/csv',
      'content-disposition': 'attachment',
      'content-length': '999',
    });
    response.write('cut off');
    setTimeout(() => response.destroy(), 50);
    return true;
  }
  if (pathname === '/dropped') {
    response.destroy();
    return true;
  }
  if (pathname === '/no-content') {
    response.writeHead(204).end();
    return true;
  }
  if (pathname === '/notes.txt') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('A text file\nof two lines\n');
    return true;
  }
  if (pathname === '/dot.svg') {
    response.writeHead(200, { 'content-type': 'image/svg+xml' });
    response.end(
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><circle cx="45" cy="30" r="20"/></svg>',
    );
    return true;
  }
  if (pathname === '/paper.pdf') {
    response.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF);
    return true;
  }
  return false;
};

/** One empty page. */
const PDF =
  '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';

export interface HardSite extends Site {
  /** Keeps the next request of `/held` waiting. Resolves when it came, with what lets it go. */
  nextHeld(): Promise<() => void>;
}

/**
 * Starts the site of hard cases: one page each, to try by hand, and every page says in its status line what arrived.
 *
 * @param port 0 for any that is free
 */
export async function startHard(port = 0): Promise<HardSite> {
  const holders: ((letGo: () => void) => void)[] = [];
  const held: Route = async ({ path }, response) => {
    if (path !== '/held') return false;
    const hold = holders.shift();
    if (hold) await new Promise<void>((letGo) => hold(letGo));
    return answerJson(response, { held: hold !== undefined });
  };
  const site = await startSite(
    'hard',
    async (reached, response) => (await held(reached, response)) || route(reached, response),
    port,
  );
  return { ...site, nextHeld: () => new Promise((resolve) => holders.push(resolve)) };
}
