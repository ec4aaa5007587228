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

test('after a way back in history refs of before are stale or unknown, never another element', async () => {
  await under.read('<button>One</button>');
  await under.page.goto(`${under.page.url()}?next`);
  await under.page.goBack();
  const read = await under.call('read', { filter: 'all', firstRef: 7 });
  const ref = /\[(ref_\d+)\]/.exec(read.ok ? read.text : '')?.[1];
  // A page that was kept in memory comes back with its nodes and its refs; a new one gives out new refs.
  const located = await under.call('locate', 'ref_1');
  if (ref === 'ref_1') expect(located).toMatchObject({ ok: true, label: 'button "One"' });
  else expect(located).toMatchObject({ ok: false });
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
