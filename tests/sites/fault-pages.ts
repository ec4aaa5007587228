import type { ServerResponse } from 'node:http';
import { answerHtml, type Site, startSite } from './site';

/** Pages that go wrong, one way each. */
const PAGES: Record<string, string> = {
  '/throws': `<title>Throws</title><h1>Before the error</h1><script>throw new Error('broken on purpose')</script>
<button onclick="null.x">Throws too</button><button onclick="document.title='Worked'">Works</button>`,
  '/replaced': `<title>Replaced</title><h1>Replaced</h1><div id="box"><button>Old</button></div>
<button id="swap">Swap</button><script>swap.onclick = () => { box.innerHTML = '<button onclick="document.title=\\'Clicked the new one\\'">Old</button>' }</script>`,
  '/dialogs': `<title>Dialogs</title><h1>Dialogs</h1><button onclick="alert('Saved for now')">Alert</button>
<button onclick="document.title = confirm('Really go on?') ? 'Yes' : 'No'">Confirm</button>
<button onclick="document.title = String(prompt('Your name?'))">Prompt</button>`,
  '/busy': `<title>Busy</title><h1>Busy</h1><button onclick="const end = Date.now() + 3000; while (Date.now() < end);">Work</button>`,
  '/frozen': `<title>Frozen</title><h1>Frozen</h1><button onclick="for (;;);">Freeze</button>`,
  '/covered': `<title>Covered</title><button id="under" style="position:absolute;top:100px;left:50px">Under</button>
<div role="dialog" aria-label="Cookies" style="position:fixed;inset:0;background:#fffc">We use cookies <button disabled>Later</button></div>`,
};

const STYLE =
  '<style>body { font: 16px/1.5 system-ui, sans-serif; margin: 24px; color: #222 } button { font: inherit; padding: 6px 14px }</style>';

function documentOf(html: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8">${STYLE}${html}</html>`;
}

/** To try them by hand. */
const INDEX = `<title>Fault pages</title><h1>Fault pages</h1><ul>${[
  ...Object.keys(PAGES),
  '/never',
  '/silent',
  '/missing',
]
  .map((path) => `<li><a href="${path}">${path}</a></li>`)
  .join('')}</ul>`;

/** Starts the fault pages. `/never` sends half a page and keeps the connection open until the site is closed, `/silent` not even that. */
export async function startFaultPages(port?: number): Promise<Site & { asked: string[] }> {
  const hanging: ServerResponse[] = [];
  const asked: string[] = [];
  const site = await startSite(
    'faults',
    ({ path }, response) => {
      const { pathname } = new URL(path, 'http://faults');
      asked.push(pathname);
      if (pathname === '/silent') {
        hanging.push(response);
        return true;
      }
      if (pathname === '/never') {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.write('<!doctype html><title>Never done</title><h1>The first half</h1><p>More is coming.</p>');
        hanging.push(response);
        return true;
      }
      const page = pathname === '/' ? INDEX : PAGES[pathname];
      return page ? answerHtml(response, documentOf(page)) : false;
    },
    port,
  );
  return {
    ...site,
    asked,
    async close() {
      for (const response of hanging) response.destroy();
      await site.close();
    },
  };
}
