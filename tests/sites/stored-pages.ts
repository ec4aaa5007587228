import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerHtml, type Site, startSite } from './site';

/** Folder of real pages beside the repository. Not part of it: where it is absent, tests that need it are skipped. */
export const STORED_PAGES = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/pages');

export const hasStoredPages = existsSync(STORED_PAGES);

/** Serves the stored pages on loopback, as `/<file name>`. What they ask for besides is answered with 404. */
export async function startStoredPages(): Promise<Site> {
  return startSite('stored', async ({ path }, response) => {
    const name = new URL(path, 'http://stored').pathname.slice(1);
    if (!/^[\w.-]+\.html$/.test(name)) return false;
    const html = await readFile(join(STORED_PAGES, name), 'utf8').catch(() => undefined);
    return html === undefined ? false : answerHtml(response, html);
  });
}
