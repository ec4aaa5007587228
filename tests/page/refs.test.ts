import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

test('a ref stays with its node when the page is sorted anew', async () => {
  expect(await under.read('<ul><li><button>B</button></li><li><button>A</button></li></ul>')).toBe(
    'button "B" [ref_1]\nbutton "A" [ref_2]',
  );
  await under.page.evaluate(() => {
    const list = document.querySelector('ul');
    if (list?.lastChild) list.prepend(list.lastChild);
  });
  const again = await under.call('read', { filter: 'all', firstRef: 4 });
  expect(again.ok && again.text).toBe('button "A" [ref_2]\nbutton "B" [ref_1]');
});

test('a node that was replaced makes its ref stale', async () => {
  await under.read('<div><button>One</button></div>');
  await under.page.evaluate(() => {
    const box = document.querySelector('div');
    if (box) box.innerHTML = '<button>One</button>';
  });
  expect(await under.call('locate', 'ref_1')).toMatchObject({ ok: false, problem: 'stale' });
});

test('a ref that was never given is unknown', async () => {
  await under.read('<button>One</button>');
  expect(await under.call('locate', 'ref_77')).toMatchObject({ ok: false, problem: 'unknown' });
});

/** Leaves the page and goes back in history; true when the page that was left is the one that comes back. */
async function leaveAndComeBack(): Promise<boolean> {
  await under.page.evaluate(() => Reflect.set(globalThis, 'wasLeft', true));
  await under.page.goto(`${under.page.url()}?next`);
  await under.page.goBack();
  return under.page.evaluate(() => Reflect.get(globalThis, 'wasLeft') === true);
}

test('a page that comes back anew knows no ref of before, and gives out others', async () => {
  // An unload handler keeps a page out of the back-forward cache; no-store alone does not in every Chromium.
  await under.show('<button>One</button><script>onunload = () => {}</script>', { 'cache-control': 'no-store' });
  expect(await under.call('read', { filter: 'all', firstRef: 1 })).toMatchObject({ text: 'button "One" [ref_1]' });
  expect(await leaveAndComeBack()).toBe(false);
  expect(await under.call('locate', 'ref_1')).toMatchObject({ ok: false, problem: 'unknown' });
  expect(await under.call('read', { filter: 'all', firstRef: 7 })).toMatchObject({ text: 'button "One" [ref_7]' });
});

test('a page that was kept in memory comes back with its refs', async () => {
  expect(await under.read('<button>One</button>')).toBe('button "One" [ref_1]');
  expect(await leaveAndComeBack()).toBe(true);
  expect(await under.call('locate', 'ref_1')).toMatchObject({ ok: true, label: 'button "One"' });
  expect(await under.call('read', { filter: 'all', firstRef: 7 })).toMatchObject({ text: 'button "One" [ref_1]' });
});

test('a read keeps no node alive', async () => {
  await under.show('<div id="box"></div>');
  const session = await under.page.createCDPSession();
  const nodes = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Memory.getDOMCounters')).nodes;
  };
  await under.call('read', { filter: 'all', firstRef: 1 });
  await under.call('changes');
  const before = await nodes();
  await under.page.evaluate(() => {
    const box = document.querySelector('#box');
    if (box) box.innerHTML = `<ul>${'<li><button>B</button> <a href="/x">L</a></li>'.repeat(2000)}</ul>`;
  });
  const read = await under.call('read', { filter: 'all', firstRef: 1 });
  await under.call('changes');
  expect(read.ok && read.nextRef).toBeGreaterThan(4000);
  await under.page.evaluate(() => document.querySelector('#box')?.replaceChildren());
  await under.call('read', { filter: 'all', firstRef: 5000 });
  await expect.poll(nodes).toBeLessThan(before + 1000);
});

test('a second read of an unchanged page gives the same text', async () => {
  const first = await under.read('<main><h1>Hi</h1><a href="/a">A</a><input placeholder="Q"></main>');
  const second = await under.call('read', { filter: 'all', firstRef: 50 });
  expect(second).toMatchObject({ ok: true, text: first, nextRef: 50 });
});
