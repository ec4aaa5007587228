import { answerJson, type Site, startSite } from '../site';

export interface Sending extends Site {
  /** Paths of everything that was asked for, reads too, with their queries. */
  asked: string[];
  /** Sets where the page's link to another site leads. */
  linkTo(url: string): void;
}

/**
 * A page that sends in its own time: late, twice, only once, again and again until it works; with a search and a list.
 * Queries of an address that is sent to: `broken`, `silent`, `unreadable`.
 */
export async function startSending(port?: number): Promise<Sending> {
  const asked: string[] = [];
  let other: string | undefined;
  const site = await startSite(
    'sending',
    ({ path }, response) => {
      asked.push(path);
      const { pathname, searchParams } = new URL(path, 'http://site');
      if (!pathname.startsWith('/api/')) return false;
      if (pathname === '/api/other') return answerJson(response, { url: other });
      // Never answered, and answered with what no browser takes.
      if (searchParams.has('silent')) return true;
      if (searchParams.has('unreadable')) {
        response.socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n');
        return true;
      }
      return answerJson(response, {}, searchParams.has('broken') ? 500 : 200);
    },
    port,
  );
  return {
    ...site,
    asked,
    linkTo(url) {
      other = url;
    },
  };
}
