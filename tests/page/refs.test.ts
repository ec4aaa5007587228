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

test('a second read of an unchanged page gives the same text', async () => {
  const first = await under.read('<main><h1>Hi</h1><a href="/a">A</a><input placeholder="Q"></main>');
  const second = await under.call('read', { filter: 'all', firstRef: 50 });
  expect(second).toMatchObject({ ok: true, text: first, nextRef: 50 });
});
