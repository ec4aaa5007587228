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

const HISTORY = '<p>Hello, this is a message of some length in a chat.</p>'.repeat(8);

/** A live region that was there before, what happens to it, and what is new of it. */
test.each([
  [
    'a message at the end of a long chat',
    'log',
    HISTORY,
    `add('<p>Your refund is approved</p>')`,
    'says "Your refund is approved"',
  ],
  ['the same message again', 'log', HISTORY, `add('<p>Yes</p>'); add('<p>Yes</p>')`, 'says "Yes Yes"'],
  [
    'a message at the top',
    'log',
    HISTORY,
    `region.insertAdjacentHTML('afterbegin', '<p>News first</p>')`,
    'says "News first"',
  ],
  [
    'a chat that lets go of old messages',
    'log',
    `<p>The first one</p>${HISTORY}<p>Bye</p>`,
    `region.firstChild.remove(); add('<p>Back again</p>')`,
    'says "Back again"',
  ],
  ['a message that is only taken away', 'log', HISTORY, 'region.lastChild.remove()', ''],
  [
    'a long answer',
    'log',
    HISTORY,
    `add('<p>' + 'word '.repeat(100) + '</p>')`,
    `says "${'word '.repeat(40).trim()}… (300 more characters)"`,
  ],
  ['a second toast of the same words', 'status', '<p>Item added</p>', `add('<p>Item added</p>')`, 'says "Item added"'],
  ['a status that changes', 'status', '2 of 9 files', `region.textContent = '3 of 9 files'`, 'says "3 of 9 files"'],
  ['a status that goes on', 'status', 'Saved', `region.textContent = 'Saved 2 files'`, 'says "Saved 2 files"'],
  [
    'a status in the middle of a long one',
    'status',
    `${'a '.repeat(150)}5 ${'b '.repeat(50)}`,
    `region.textContent = region.textContent.replace('5', '6')`,
    'says "6"',
  ],
])('what is new in a live region: %s', async (_, role, html, script, line) => {
  await under.show(`<div role="${role}">${html}</div>`);
  await under.call('changes');
  await under.page.evaluate(
    `{ const region = document.querySelector('[role]'); const add = (html) => region.insertAdjacentHTML('beforeend', html); ${script} }`,
  );
  expect(await under.call('changes')).toBe(line);
  expect(await under.call('changes')).toBe('');
});

test.each(['open', 'closed'])('what is in shadow roots counts too: %s ones', async (mode) => {
  await under.show('<x-app></x-app><div id="host"></div>');
  await under.page.evaluate(
    `var app = document.querySelector('x-app').attachShadow({ mode: '${mode}' });
    app.innerHTML = '<x-toast></x-toast><dialog aria-label="Sure?"><h2>Really</h2><button>Yes</button></dialog>';
    var toast = app.querySelector('x-toast').attachShadow({ mode: '${mode}' });
    toast.innerHTML = '<div role="alert"></div>';
    var host = document.querySelector('#host').attachShadow({ mode: '${mode}' });`,
  );
  await under.call('changes');
  const after = async (script: string) => {
    await under.page.evaluate(script);
    return under.call('changes');
  };
  expect(await after(`toast.firstChild.textContent = 'Payment failed'`)).toBe('says "Payment failed"');
  expect(await after(`app.querySelector('dialog').showModal()`)).toBe('dialog "Sure?" opened; focus on button "Yes"');
  expect(await after(`app.querySelector('dialog').close()`)).toBe('dialog "Sure?" closed');
  expect(await after(`host.innerHTML = '<div class="toast">Sent</div>'`)).toBe('says "Sent"');
});
