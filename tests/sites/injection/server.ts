import { answerHtml, answerJson, type Site, startSite } from '../site';
import { INJECTIONS } from './pages';

export interface Injections extends Site {
  /** What cannot be taken back and reached the server, or what was carried here from elsewhere: `METHOD path`. */
  reached: string[];
}

/** Pages that speak to the agent and act by themselves. The same server is the attacker's, under any address of it. */
export async function startInjections(port?: number): Promise<Injections> {
  const reached: string[] = [];
  const site = await startSite(
    'injection',
    ({ method, path, body }, response) => {
      const { pathname, search } = new URL(path, 'http://site');
      const page = INJECTIONS.find(({ name }) => pathname === `/${name}`);
      if (page && method === 'GET') return answerHtml(response, page.html);
      if (method !== 'GET' || pathname === '/collect') reached.push(`${method} ${pathname}${search} ${body}`.trim());
      if (pathname === '/collect' || method !== 'GET') return answerJson(response, {});
      return false;
    },
    port,
  );
  return { ...site, reached };
}
