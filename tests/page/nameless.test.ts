import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const ROWS =
  '<table><tr><th>Name</th><th>Price</th></tr><tr onclick="1"><td>Tea</td><td>3</td></tr><tr onclick="1"><td>Coffee</td><td><a href="/x">Buy</a></td></tr></table>';
const CARDS =
  '<div onclick="1"><h3>Winter tyres</h3><p>Fitted today</p><a href="/y">More</a></div><article tabindex="0"><h2>Post</h2><p>Text</p></article>';

async function operable(html: string): Promise<string> {
  await under.show(html);
  const answer = await under.call('read', { filter: 'interactive', firstRef: 1 });
  return answer.ok ? answer.text : answer.message;
}

async function found(html: string, query: string): Promise<string[]> {
  await operable(html);
  const answer = await under.call('find', { query, firstRef: 90 });
  return answer.ok ? answer.matches.map(({ line }) => line) : [answer.message];
}

test.each([
  ['rows', ROWS, 'row [ref_1] | Tea | 3 |\nrow [ref_2] | Coffee | link "Buy" [ref_3] |'],
  [
    'boxes around others',
    CARDS,
    'clickable "Winter tyres Fitted today" [ref_1]\n link "More" [ref_2]\narticle "Post Text" [ref_3]',
  ],
  [
    'branches of a tree',
    '<ul role="tree"><li role="treeitem" aria-expanded="true" tabindex="0">Parent<ul role="group"><li role="treeitem">Child</li></ul></li></ul>',
    'treeitem "Parent" [ref_1] expanded\n treeitem "Child" [ref_2]',
  ],
  [
    'long texts',
    `<div onclick="1"><p>${'Words and more. '.repeat(20)}</p><button>Go</button></div>`,
    `clickable "${'Words and more. '.repeat(5).trimEnd()}…" [ref_1]\n button "Go" [ref_2]`,
  ],
])('where only what can be operated is told, %s without a name are known by their words', async (_, html, text) => {
  expect(await operable(html)).toBe(text);
});

test('they are found by them', async () => {
  expect(await found(ROWS, 'the coffee row')).toEqual([
    'row "Coffee" [ref_2] (name has "coffee")',
    'link "Buy" [ref_3] /x (beside or under "coffee")',
  ]);
  expect((await found(CARDS, 'fitted today'))[0]).toMatch(
    /^clickable "Winter tyres Fitted today" \[ref_1\] \(name has "fitted", name has "today"\)$/,
  );
});

test('a heading has a ref of its own, not that of what it is in', async () => {
  expect((await found(CARDS, 'winter tyres'))[1]).toBe('heading "Winter tyres" [ref_90] (name is exactly that)');
});
