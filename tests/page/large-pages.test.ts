import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const CAP = 50_000;

function rows(count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `<tr><td>Row ${at + 1}</td><td><a href="/r/${at}">Open ${at + 1}</a></td></tr>`,
  ).join('');
}

/** Follows every fold of a read, and the folds in those, and gives all lines of all of them. */
async function unfolded(text: string, nextRef: number): Promise<string[]> {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const ref = /^\s*\(folded: .*\[(ref_\d+)\]\)$/.exec(line)?.[1];
    if (ref === undefined) {
      if (!line.startsWith('(What is far')) lines.push(line.trim());
      continue;
    }
    const part = await under.call('read', { ref, firstRef: nextRef });
    if (!part.ok) throw new Error(part.message);
    expect(part.text.length).toBeLessThanOrEqual(CAP);
    lines.push(...(await unfolded(part.text, part.nextRef)));
  }
  return lines;
}

test('a table of 5,000 rows fits by folding, and every row can be reached', async () => {
  await under.show(`<h1>Rows</h1><table><tr><th>Name</th><th>Link</th></tr>${rows(5000)}</table>`);
  const read = await under.call('read', { filter: 'all', firstRef: 1 });
  if (!read.ok) throw new Error(read.message);
  expect(read.text.length).toBeLessThanOrEqual(CAP);
  expect(read.text.split('\n').slice(0, 4)).toEqual([
    'h1 Rows',
    'table',
    ' | Name | Link |',
    ' | Row 1 | link "Open 1" [ref_1] |',
  ]);
  const all = (await unfolded(read.text, read.nextRef)).join('\n');
  for (const row of [1, 2, 700, 1999, 2500, 4999, 5000]) expect(all).toContain(`| Row ${row} | link "Open ${row}" [`);
  expect(all.match(/\| Row \d+ \|/g)).toHaveLength(5000);
});

test('what is near the viewport is read, and what is far from it is folded', async () => {
  await under.show(`<table><tr><th>N</th></tr>${rows(5000)}</table>`);
  await under.page.evaluate(() => document.querySelectorAll('tr')[2500]?.scrollIntoView());
  const read = await under.call('read', { filter: 'all', firstRef: 1 });
  expect(read.ok && read.text).toContain('| Row 2500 |');
  expect(read.ok && read.text).not.toContain('| Row 1 |');
  expect(read.ok && read.text).toMatch(/\(folded: \d+ lines from "Row \d+" \[ref_\d+\]\)/);
});

test('a select of 5,000 options is one line, and its options can be read', async () => {
  const options = Array.from({ length: 5000 }, (_, at) => `<option>City ${at}</option>`).join('');
  expect(await under.read(`<select aria-label="City">${options}</select>`)).toBe(
    'combobox "City" [ref_1] ="City 0" of 5000 options',
  );
  const opened = await under.call('read', { ref: 'ref_1', firstRef: 2 });
  expect(opened.ok && opened.text).toMatch(
    /^combobox "City" \[ref_1\] ="City 0" of "City 0", "City 1", .*… \(5000 options in all\)$/,
  );
});

test('5 MB of words are cut to what is told, and say so', async () => {
  const text = await under.read(`<p>${'word '.repeat(1_000_000)}</p><button>After</button>`);
  expect(text.length).toBeLessThan(CAP);
  expect(text).toMatch(/… \(\d+ more characters\)/);
  expect(text).toContain('button "After" [ref_1]');
});

test('a page that rewrites the prototypes that readers use reads the same', async () => {
  await under.show(
    '<form><input name="children" aria-label="A"><input name="localName" aria-label="B"><button name="getAttribute">Go</button></form>',
  );
  await under.page.evaluate(() => {
    Element.prototype.getAttribute = () => 'trap';
    Array.prototype.map = () => [];
    Object.defineProperty(Node.prototype, 'firstChild', { get: () => null });
  });
  expect(await under.call('read', { filter: 'all', firstRef: 1 })).toMatchObject({
    text: 'form\n textbox "A" [ref_1]\n textbox "B" [ref_2]\n button "Go" [ref_3]',
  });
});

test('a modal dialog comes first, and what is behind it is marked', async () => {
  await under.show(
    '<p>Behind</p><button>Out of reach</button><dialog aria-label="Sure?"><button>Yes</button></dialog>',
  );
  await under.page.evaluate(() => document.querySelector('dialog')?.showModal());
  expect(await under.call('read', { filter: 'all', firstRef: 1 })).toMatchObject({
    text: 'dialog "Sure?" [ref_1]\n button "Yes" [ref_2] focused\n(behind the dialog, out of reach until it closes:)\nBehind\nbutton "Out of reach" [ref_3]',
  });
});

test('a page of 100,000 elements is folded to fit', async () => {
  await under.show('');
  await under.page.evaluate(() => {
    document.body.innerHTML = '<div><p>Words <b>in</b> it</p><a href="/x">Link</a></div>'.repeat(25_000);
  });
  const read = await under.call('read', { filter: 'all', firstRef: 1 });
  if (!read.ok) throw new Error(read.message);
  expect(read.text.length).toBeLessThanOrEqual(CAP);
  expect(read.text).toMatch(/^Words in it\nlink "Link" \[ref_1\]\n/);
  expect(read.text).toMatch(/\(folded: \d+ lines from "Words in it" \[ref_\d+\]\)/);
});
