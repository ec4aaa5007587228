import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadResult, RefProblem } from '../../src/dom/reader-contract';
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
  const all = await readOn('ref_1', 2);
  expect(all.parts).toHaveLength(2);
  expect(all.text).toBe(
    `combobox "City" [ref_1] ="City 0" of ${Array.from({ length: 5000 }, (_, at) => `"City ${at}"`).join(', ')}`,
  );
  expect(all.parts.at(-1)).toMatch(/^options "City \d+", .*"City 4998", "City 4999"$/);
});

/** Follows a long line to its end: the parts as they were answered, and what they say together. */
async function readOn(ref: string, firstRef: number): Promise<{ parts: string[]; text: string }> {
  const parts: string[] = [];
  const texts: string[] = [];
  let at: string | undefined = ref;
  let next = firstRef;
  while (at !== undefined) {
    const part: ReadResult | RefProblem = await under.call('read', { ref: at, firstRef: next });
    if (!part.ok) throw new Error(part.message);
    expect(part.text.length).toBeLessThanOrEqual(CAP);
    parts.push(part.text);
    const cut = /^(.*)… \(\d+ more (characters|options) \[(ref_\d+)\]\)$/s.exec(part.text);
    texts.push((cut?.[1] ?? part.text).replace(/^(…|options )/, '') + (cut?.[2] === 'options' ? ', ' : ''));
    at = cut?.[3];
    next = part.nextRef;
  }
  return { parts, text: texts.join('') };
}

test('5 MB of words are cut, and go on by a ref', async () => {
  const words = Array.from({ length: 800_000 }, (_, at) => `w${at}`).join(' ');
  const text = await under.read(`<p><b>Long:</b> ${words}</p><button>After</button>`);
  const line = `Long: ${words}`;
  const end = line.lastIndexOf(' ', 2000);
  expect(text).toBe(`${line.slice(0, end)}… (${line.length - end} more characters [ref_2])\nbutton "After" [ref_1]`);
  const next = await under.call('read', { ref: 'ref_2', firstRef: 3 });
  const to = line.lastIndexOf(' ', end + CAP - 100);
  expect(next).toMatchObject({
    ok: true,
    text: `…${line.slice(end, to)}… (${line.length - to} more characters [ref_3])`,
    nextRef: 4,
  });
  const again = await under.call('read', { filter: 'all', firstRef: 4 });
  expect(again).toMatchObject({ ok: true, text, nextRef: 4 });
});

test('a long text is whole by its refs, with the links in it, and says when it is gone', async () => {
  const words = Array.from({ length: 9000 }, (_, at) => (at % 100 === 50 ? `<a href="/l${at}">l${at}</a>` : `w${at}`));
  const text = await under.read(`<div><i>Begin</i> ${words.join(' ')} end</div><p>After</p>`);
  const said = words.map((word, at) => (at % 100 === 50 ? `"l${at}" [ref_${(at - 50) / 100 + 1}]` : word)).join(' ');
  const [, cut = ''] = /^(.*)… \(\d+ more characters \[ref_91\]\)\nAfter$/.exec(text) ?? [];
  expect(cut.length).toBeGreaterThan(1900);
  expect(cut + (await readOn('ref_91', 92)).text).toBe(`Begin ${said} end`);
  await under.page.evaluate(() => document.querySelector('div')?.replaceChildren('Other words'));
  expect(await under.call('read', { ref: 'ref_91', firstRef: 200 })).toEqual({
    ok: false,
    problem: 'stale',
    message:
      'ref_91 is stale: the text that it goes on with is no longer on the page. Read the page again and use a new ref.',
  });
});

test('a long value is cut, and whole when its field is read', async () => {
  const value = 'word '.repeat(2000).trim();
  expect(await under.read(`<textarea aria-label="Notes">${value}</textarea>`)).toBe(
    `textbox "Notes" [ref_1] ="${'word '.repeat(100).trim()}… (9500 more characters)"`,
  );
  const whole = await under.call('read', { ref: 'ref_1', firstRef: 2 });
  expect(whole).toMatchObject({ text: `textbox "Notes" [ref_1] ="${value}"` });
});

test('a folded line that begins in another element than it ends in is read whole', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => `<p><b>Line ${at}</b> goes on to its end ${at}</p>`).join('');
  await under.show(lines);
  const read = await under.call('read', { filter: 'all', firstRef: 1 });
  if (!read.ok) throw new Error(read.message);
  expect(read.text).toMatch(/\(folded: \d+ lines from "Line \d+ goes on/);
  expect(await unfolded(read.text, read.nextRef)).toEqual(
    Array.from({ length: 3000 }, (_, at) => `Line ${at} goes on to its end ${at}`),
  );
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

test.each([
  ['boxes', '<div></div>', 1600],
  ['lists', '<ul><li><b>Words</b></li></ul>', 700],
  ['named parts', '<section aria-label="Part"><p>Words</p></section>', 1400],
])('a page of %s, nested by a script far deeper than a parser does, is read in parts', async (_, html, levels) => {
  await under.show('');
  const nest = (levels: number) =>
    under.page.evaluate(
      (html, levels) => {
        document.body.innerHTML = '<div id="top"></div>';
        let at = document.querySelector('#top') as Element;
        const made = document.createRange().createContextualFragment(html).firstElementChild as Element;
        for (let level = 0; level < levels; level++) {
          const next = made.cloneNode(true) as Element;
          at.append(next);
          at = next.querySelector('li') ?? next;
        }
        at.innerHTML = '<button>Deep</button>';
      },
      html,
      levels,
    );
  await nest(levels);
  let read = await under.call('read', { filter: 'all', depth: 1000, cap: 0, firstRef: 1 });
  let reads = 1;
  for (;;) {
    if (!read.ok) throw new Error(read.message);
    const next = /\(nested too deep to go on here: read on by \[(ref_\d+)\]\)/.exec(read.text)?.[1];
    if (next === undefined) break;
    read = await under.call('read', { ref: next, depth: 1000, cap: 0, firstRef: 100 * reads });
    reads += 1;
    if (reads > 20) throw new Error('no end');
  }
  expect(read.text).toContain('button "Deep"');
  expect(reads).toBeGreaterThan(2);
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
