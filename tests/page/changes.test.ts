import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

/** What happens to a page, as a script of the page, and the exact line that tells it. */
test.each([
  ['nothing', '', ''],
  ['an alert', `add('<p role="alert">Saved</p>')`, 'says "Saved"'],
  [
    'a live region and the toast in it',
    `add('<div aria-live="polite"><div class="Toast">Sent</div></div>')`,
    'says "Sent"',
  ],
  ['a toast that is none by ARIA', `add('<div class="my-toast">Copied</div>')`, 'says "Copied"'],
  ['a hidden alert', `add('<p role="alert" hidden>Nothing</p>')`, ''],
  ['a dialog', `add('<div role="dialog" aria-label="Sure?"><h2>Really</h2></div>')`, 'dialog "Sure?" opened'],
  ['a dialog that closes', `document.querySelector('#old').remove()`, 'dialog "Old" closed'],
  ['a second dialog of the same name', `add('<div role="dialog" aria-label="Old"></div>')`, 'dialog "Old" opened'],
  ['a part that comes', `add('<h2>Results</h2>')`, 'heading "Results" is new'],
  ['a part that goes', `document.querySelector('h2').remove()`, 'heading "Start" is gone'],
  ['rows', `document.querySelector('table').insertRow()`, 'table "Orders" has 3 rows, before 2'],
  ['items', `document.querySelector('ul').firstChild.remove()`, 'list has 1 items, before 2'],
  ['focus', `document.querySelector('button').focus()`, 'focus on button "Go"'],
  [
    'many parts',
    `add([1, 2, 3, 4, 5].map((n) => '<h3>Part ' + n + '</h3>').join(''))`,
    'heading "Part 1" is new; heading "Part 2" is new; heading "Part 3" is new; 2 more such',
  ],
])('%s', async (_, script, line) => {
  await under.show(
    '<h2>Start</h2><div role="dialog" id="old" aria-label="Old"></div><table aria-label="Orders"><tr><td>1</td></tr><tr><td>2</td></tr></table><ul><li>a</li><li>b</li></ul><button>Go</button>',
  );
  await under.call('changes');
  await under.page.evaluate(`{ const add = (html) => document.body.insertAdjacentHTML('beforeend', html); ${script} }`);
  expect(await under.call('changes')).toBe(line);
  expect(await under.call('changes')).toBe('');
});
