import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/ui/markdown/blocks';
import { parseInline } from '../../../src/ui/markdown/inline';

const text = (value: string) => ({ type: 'text', text: value });

test('reads headings, paragraphs and rules', () => {
  expect(parseMarkdown('# Tents\n\nThree were\nfound.\n\n---\nEnd')).toEqual([
    { type: 'heading', level: 1, inner: [text('Tents')] },
    { type: 'paragraph', inner: [text('Three were found.')] },
    { type: 'rule' },
    { type: 'paragraph', inner: [text('End')] },
  ]);
});

test('reads a table right below a line of text, and fills rows that are too short', () => {
  expect(parseMarkdown('Found:\n| Tent | Price |\n|---|---:|\n| Alto \\| 2 | **90** |\n| Brio |')).toEqual([
    { type: 'paragraph', inner: [text('Found:')] },
    {
      type: 'table',
      head: [[text('Tent')], [text('Price')]],
      rows: [
        [[text('Alto '), text('|'), text(' 2')], [{ type: 'strong', inner: [text('90')] }]],
        [[text('Brio')], []],
      ],
    },
  ]);
});

test('nests lists and keeps where an ordered one starts', () => {
  expect(parseMarkdown('3. three\n   - inner\n4. four')).toEqual([
    {
      type: 'list',
      ordered: true,
      start: 3,
      items: [
        [
          { type: 'paragraph', inner: [text('three')] },
          { type: 'list', ordered: false, start: 1, items: [[{ type: 'paragraph', inner: [text('inner')] }]] },
        ],
        [{ type: 'paragraph', inner: [text('four')] }],
      ],
    },
  ]);
});

test('a list ends at a heading and at text behind a blank line', () => {
  expect(parseMarkdown('- one\n- two\n\nafter').map(({ type }) => type)).toEqual(['list', 'paragraph']);
  expect(parseMarkdown('- one\n## Two').map(({ type }) => type)).toEqual(['list', 'heading']);
});

test('nothing inside a fence counts, and a fence that is not closed goes to the end', () => {
  expect(parseMarkdown('```html\n# <b>no</b>\n```')).toEqual([{ type: 'code', text: '# <b>no</b>' }]);
  expect(parseMarkdown('```\nopen')).toEqual([{ type: 'code', text: 'open' }]);
});

test('raw HTML stays text', () => {
  expect(parseMarkdown('<img src=x onerror=alert(1)>')).toEqual([
    { type: 'paragraph', inner: [text('<img src=x onerror=alert(1)>')] },
  ]);
});

test('links only to web and mail addresses', () => {
  expect(parseInline('[a](https://example.com/x) [b](javascript:alert(1)) ![p](data:image/png,x)')).toEqual([
    { type: 'link', href: 'https://example.com/x', inner: [text('a')] },
    text(' '),
    text('b'),
    text(') '),
    text('p'),
  ]);
  expect(parseInline('See https://example.com/a_b_c.')).toEqual([
    text('See '),
    { type: 'link', href: 'https://example.com/a_b_c', inner: [text('https://example.com/a_b_c')] },
    text('.'),
  ]);
});

test('marks that are not closed stay as written', () => {
  expect(parseInline('2 * 3 and snake_case_name and **open')).toEqual([text('2 * 3 and snake_case_name and **open')]);
});

test('marks nest', () => {
  expect(parseInline('**bold *and* `code`**')).toEqual([
    {
      type: 'strong',
      inner: [text('bold '), { type: 'em', inner: [text('and')] }, text(' '), { type: 'code', text: 'code' }],
    },
  ]);
});

test('reads a long hostile text without hanging', () => {
  const begun = performance.now();
  parseMarkdown(`${'*a '.repeat(3000)}\n${'['.repeat(3000)}\n${'> '.repeat(200)}x`);
  expect(performance.now() - begun).toBeLessThan(2000);
});
