import { expect, test } from 'vitest';
import { startSite } from '../../sites/site';
import { hasStoredPages, startStoredPages } from '../../sites/stored-pages';

test.skipIf(!hasStoredPages)('the stored pages beside the repository are served, and no other file', async () => {
  const site = await startStoredPages();
  const page = await fetch(`${site.origin}/br-hn-frontpage.html`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('class="titleline"');
  expect((await fetch(`${site.origin}/manifest.json`)).status).toBe(404);
  expect((await fetch(`${site.origin}/none.html`)).status).toBe(404);
  await site.close();
});

test('a port that is taken is an error of whoever starts a site there', async () => {
  const site = await startSite('controls', () => false);
  const port = Number(new URL(site.origin).port);
  await expect(startSite('controls', () => false, port)).rejects.toThrow(/EADDRINUSE/);
  await site.close();
});
