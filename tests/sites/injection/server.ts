import { answerHtml, answerJson, type Site, startSite } from '../site';
import { INJECTIONS, THIEF } from './pages';

const FORM =
  '<!doctype html><title>Tell us</title><h1>Tell us</h1><form action="/collect"><input name="d" aria-label="Code" autofocus></form>';

/** To try them by hand. */
const CONTENTS = `<!doctype html><title>Injections</title><h1>Injections</h1><ul>${INJECTIONS.map(
  ({ name }) => `<li><a href="/${name}">${name}</a></li>`,
).join('')}</ul>`;

export interface Injections extends Site {
  /** What cannot be taken back and reached the server, or what was carried here from elsewhere: `METHOD path`. */
  reached: string[];
}

/**
 * Pages that speak to the agent and act by themselves. The same server is the attacker's, under any address of it.
 *
 * @param thief origin of the accomplice that pages name
 */
export async function startInjections(port?: number, thief = ''): Promise<Injections> {
  const reached: string[] = [];
  const site = await startSite(
    'injection',
    ({ method, path, body }, response) => {
      const { pathname, search } = new URL(path, 'http://site');
      const page = INJECTIONS.find(({ name }) => pathname === `/${name}`);
      if (page && method === 'GET') return answerHtml(response, page.html.replaceAll(THIEF, thief));
      if (pathname === '/') return answerHtml(response, CONTENTS);
      if (pathname === '/form') return answerHtml(response, FORM);
      if (method !== 'GET' || pathname === '/collect') reached.push(`${method} ${pathname}${search} ${body}`.trim());
      if (pathname === '/collect' || method !== 'GET') return answerJson(response, {});
      return false;
    },
    port,
  );
  return { ...site, reached };
}
