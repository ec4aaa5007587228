import { expect, test } from 'vitest';
import { startFaultPages } from '../../sites/fault-pages';

test('each page of the index answers as it says', async () => {
  const site = await startFaultPages();
  const index = await (await fetch(`${site.origin}/`)).text();
  const paths = [...index.matchAll(/href="([^"]+)"/g)].map(([, path]) => path);
  expect(paths).toContain('/throws');
  for (const path of paths.filter((path) => path !== '/never' && path !== '/silent')) {
    const answer = await fetch(`${site.origin}${path}`);
    expect(answer.status, path).toBe(path === '/missing' ? 404 : 200);
    expect(await answer.text(), path).toContain('<title>');
  }
  await site.close();
});

test('the page that never finishes sends its first half, and ends when the site is closed', async () => {
  const site = await startFaultPages();
  const answer = await fetch(`${site.origin}/never`);
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toContain('The first half');
  const rest = reader?.read();
  await site.close();
  await expect(rest).rejects.toThrow();
});

test('the page that never answers is asked for, and breaks off when the site is closed', async () => {
  const site = await startFaultPages();
  const answer = fetch(`${site.origin}/silent`);
  await expect.poll(() => site.asked).toEqual(['/silent']);
  await site.close();
  await expect(answer).rejects.toThrow();
});
