import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../sites/site';
import { hasStoredPages, startStoredPages } from '../sites/stored-pages';
import { startWorld, type World } from './harness/world';

describe.skipIf(!hasStoredPages)('real pages (stored beside the repository)', () => {
  let world: World;
  let pages: Site;

  beforeAll(async () => {
    [world, pages] = await Promise.all([startWorld(), startStoredPages()]);
  });
  afterAll(async () => {
    await world?.close();
    await pages?.close();
  });

  async function resultOf(prompt: string): Promise<string> {
    const task = await world.session.untilEnded(await world.session.start(prompt));
    expect(await world.activations()).toEqual([]);
    return task.state.status === 'done' ? task.state.result : JSON.stringify(task.state);
  }

  test('the first five titles of a front page, as a table', async () => {
    const url = `${pages.origin}/br-hn-frontpage.html`;
    await world.person.goto(url, { waitUntil: 'domcontentloaded' });
    const titles = await world.person.$$eval('.titleline > a', (links) =>
      links.slice(0, 5).map(({ textContent }) => textContent.trim()),
    );
    expect(titles).toHaveLength(5);
    const result = await resultOf(`Open ${url} and give me the first five titles as a table`);
    const rows = result.split('\n').slice(2);
    expect(rows).toEqual(titles.map((title, at) => `| ${at + 1} | ${title} |`));
  });

  test('the fields of a checkout form', async () => {
    const url = `${pages.origin}/ddg-costco_checkout.html`;
    await world.person.goto(url, { waitUntil: 'domcontentloaded' });
    const fields = await world.person.$$eval('input, select, textarea', (controls) =>
      controls
        .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        // Fields for scripts only: hidden from assistive technology, or moved off the page.
        .filter((control) => !control.closest('[aria-hidden=true]') && control.getBoundingClientRect().right > 0)
        .filter(({ type }) => !/^(hidden|submit|button|image|reset)$/.test(type))
        .map(({ labels, required }) => ({
          label: (labels?.[0]?.textContent ?? '').replace(/\s+/g, ' ').trim(),
          required,
        })),
    );
    expect(fields.length).toBeGreaterThan(5);
    const result = await resultOf(`Open ${url} and list the fields of the form`);
    const rows = result.split('\n').slice(2);
    expect(rows).toHaveLength(fields.length);
    for (const { label } of fields.filter(({ label }) => label !== '')) expect(result).toContain(label.slice(0, 30));
    expect(rows.filter((row) => row.endsWith('| yes |'))).toHaveLength(
      fields.filter(({ required }) => required).length,
    );
  });
});
