import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

/** A form answers with its control of that name in place of its own property, and a document with its picture or form. */
let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under.close());

/** Every property that a form or a document has from the platform. */
async function propertiesOf(kind: 'form' | 'document'): Promise<string[]> {
  await under.show('');
  return under.page.evaluate((of) => {
    const names = new Set<string>();
    let at: object | null = of === 'form' ? document.createElement('form') : document;
    for (; at && at !== Object.prototype; at = Object.getPrototypeOf(at))
      for (const name of Object.getOwnPropertyNames(at)) names.add(name);
    return [...names].sort();
  }, kind);
}

const written = (name: string) => `textbox ${JSON.stringify(name)}`;

test('a form whose controls have the names of its own properties is read like any other', async () => {
  const names = await propertiesOf('form');
  const inputs = names.map((name) => `<input name="${name}" aria-label="${name}">`).join('');
  expect(names).toContain('nodeType');
  const text = await under.read(`<form action="/sent">${inputs}<p>Words</p><button>Go</button></form>`);
  expect(text.split('\n')).toEqual([
    'form',
    ...names.map((name, at) => ` ${written(name)} [ref_${at + 1}]`),
    ' Words',
    ` button "Go" [ref_${names.length + 1}]`,
  ]);
  const button = `ref_${names.length + 1}`;
  expect(await under.call('find', { query: 'go button', firstRef: 5000 })).toMatchObject({ ok: true });
  expect(await under.call('locate', button)).toMatchObject({ ok: true, label: 'button "Go"' });
  expect(await under.call('describe', { ref: button })).toMatchObject({ form: { action: /\/sent$/ } });
  expect(await under.call('setValue', 'ref_1', 'Tea')).toMatchObject({ ok: true });
  expect(await under.call('pageText', { cap: 0 })).toMatchObject({ ok: true, text: /Words/ });
});

test('a document whose pictures have the names of its own properties is read like any other', async () => {
  const names = await propertiesOf('document');
  const pictures = names.map((name) => `<img name="${name}" alt="">`).join('');
  expect(names).toContain('body');
  expect(await under.read(`${pictures}<p>Words</p><button>Go</button>`)).toBe('Words\nbutton "Go" [ref_1]');
});
