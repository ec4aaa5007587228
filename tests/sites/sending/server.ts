import { answerJson, type Site, startSite } from '../site';

export interface Sending extends Site {
  /** Paths of everything that was asked for, reads too, with their queries. */
  asked: string[];
  /** Sets where the page's link to another site leads. */
  linkTo(url: string): void;
}

/** A page that sends in its own time: late, twice, again and again until it works; with a search and a list. */
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
