import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageUnderTest, readsOn, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

/** Inline HTML and the exact text that is read from it. */
const reads = readsOn(() => under);

describe('words and links', () => {
  reads('a paragraph is a line', '<p>One  two\n three</p><p>Four</p>', 'One two three\nFour');
  reads(
    'links stand in their line',
    '<p>Read the <a href="/t">terms</a> and <a href="/p">prices</a>.</p>',
    'Read the "terms" [ref_1] and "prices" [ref_2].',
  );
  reads('a link alone has its role', '<div><a href="/a">Home</a></div>', 'link "Home" [ref_1]');
  reads(
    'short links that follow each other share a line',
    '<nav aria-label="Main"><ul><li><a href="/a">Home</a></li><li><a href="/b">News</a></li></ul></nav>',
    'navigation "Main"\n links "Home" [ref_1] "News" [ref_2]',
  );
  reads(
    'a link without a name shows where it leads',
    '<a href="/cart"><svg width="9" height="9"></svg></a>',
    'link [ref_1] /cart',
  );
  reads(
    'a link to another site without a name shows which',
    '<p><a href="https://www.example.org/share%20?u=a%20long%20address"><svg width="9" height="9"></svg></a></p><p><a href="https://example.org/2023/11/a-long-story-of-black-fridays/?from=home"><svg width="9" height="9"></svg></a></p>',
    'link [ref_1] example.org/…\nlink [ref_2] example.org/…g-story-of-black-fridays',
  );
  reads(
    'what has neither a name nor a place on the page is not told',
    '<p>Words <a href="/a"></a><button style="all: unset"></button></p>',
    'Words',
  );
  reads(
    'written lines keep their ends and indents',
    '<pre>\n\ndef <b>pay</b>(x):\n    return <a href="/x">x</a>  \n\n\nend</pre><ul><li><pre>a\n b</pre><button>Copy</button></li></ul>',
    'def pay(x):\n    return "x" [ref_1]\nend\n- a\n  b\n button "Copy" [ref_2]',
  );
  reads(
    'a cell of written lines has lines of its own',
    '<table><tr><th>A</th><th>B</th></tr><tr><td><pre>one\ntwo</pre></td><td>C</td></tr></table>',
    'table\n | A | B |\n row\n  cell (A)\n   one\n   two\n  cell C',
  );
  reads(
    'words that a style sheet writes around a link are told once',
    '<style>.must::after { content: "*" } .new::before { content: "New " }</style><a class="must new" href="/a"><b>Name</b></a>',
    'link "New Name*" [ref_1]',
  );
  reads(
    'headings say their level',
    '<h1>Title</h1><h3><a href="/x">Linked</a></h3>',
    'h1 Title\nh3 link "Linked" [ref_1]',
  );
  reads(
    'boxes in a name are words of their own',
    '<button><div>Ann Lee</div><div>Lunch?</div></button>',
    'button "Ann Lee Lunch?" [ref_1]',
  );
  reads(
    'pictures say their alternative',
    '<p>A <img alt="red hat" width="9" height="9"> here <img alt="" width="9" height="9"></p>',
    'A img "red hat" here',
  );
  reads(
    'links in a caption stay, and a caption without any is said once',
    '<figure><figcaption>By <a href="/a">Ann</a></figcaption></figure><figure><figcaption>Night</figcaption></figure>',
    'figure "By Ann"\n By "Ann" [ref_1]\nfigure "Night"',
  );
  reads(
    'a list item with several parts keeps them together',
    '<ul><li><b>Tea</b><button>Add</button></li><li>Milk</li></ul>',
    '- Tea\n button "Add" [ref_1]\nMilk',
  );
});

describe('controls', () => {
  reads(
    'a label is said once, with its control',
    '<label for="n">Name</label><input id="n" required value="Ann"><label><input type="checkbox" checked> Gift</label>',
    'textbox "Name" [ref_1] required ="Ann"\ncheckbox "Gift" [ref_2] checked',
  );
  reads(
    'few options are named, many are counted',
    `<select aria-label="Size"><option>S<option selected>L</select><select aria-label="Year">${Array.from({ length: 100 }, (_, at) => `<option>${1950 + at}`).join('')}</select>`,
    'combobox "Size" [ref_1] ="L" of "S", "L"\ncombobox "Year" [ref_2] ="1950" of 100 options',
  );
  reads(
    'states',
    '<button disabled>A</button><button aria-expanded="false">B</button><button aria-pressed="true">C</button><a href="/" aria-current="page">D</a><input aria-label="E" aria-invalid="true" readonly>',
    'button "A" [ref_1] disabled\nbutton "B" [ref_2] collapsed\nbutton "C" [ref_3] pressed\nlink "D" [ref_4] current\ntextbox "E" [ref_5] readonly invalid',
  );
  reads(
    'a handler on a plain element',
    '<div onclick="0">Open</div><span style="cursor:pointer">Pick</span>',
    'clickable "Open" [ref_1]\nclickable "Pick" [ref_2]',
  );
  reads(
    'a hand over a box of controls is theirs',
    '<div style="cursor:pointer"><button>Go</button></div>',
    'button "Go" [ref_1]',
  );
  reads('an editor', '<div contenteditable aria-label="Note">Hello</div>', 'textbox "Note" [ref_1] ="Hello"');
  reads(
    'passwords are not told, card numbers are masked',
    '<input type="password" aria-label="P" value="hunter2"><input aria-label="C" autocomplete="cc-number" value="4111111111111111">',
    'textbox "P" [ref_1] ="(filled, hidden)"\ntextbox "C" [ref_2] ="••••"',
  );
});

describe('structure', () => {
  reads(
    'a table of data, row by row',
    '<table><tr><th>Tea</th><th>Price</th></tr><tr><td>Green</td><td><a href="/g">3 EUR</a></td></tr></table>',
    'table\n | Tea | Price |\n | Green | link "3 EUR" [ref_1] |',
  );
  reads('a table for layout is not there', '<table><tr><td>Left</td><td>Right</td></tr></table>', 'Left Right');
  reads(
    'closed details show only their summary',
    '<details><summary>More</summary><p>Hidden</p></details>',
    'button "More" [ref_1] collapsed',
  );
  reads(
    'open details show all',
    '<details open><summary>More</summary><p>Shown</p></details>',
    'button "More" [ref_1] expanded\nShown',
  );
  reads(
    'frames of the same site are entered',
    '<iframe srcdoc="<button>Inside</button>" title="Box"></iframe>',
    'iframe "Box" [ref_1]\n button "Inside" [ref_2]',
  );
  reads('right-to-left text keeps its order', '<p dir="rtl">שלום <a href="/x">עולם</a></p>', 'שלום "עולם" [ref_1]');
});

describe('lists, scrolling, media, layers', () => {
  reads(
    'an ordered list says its numbers as a person sees them',
    '<ol start="3"><li>Tea</li><li value="9">Milk</li><li><b>Two</b><button>Go</button></li></ol><ol style="list-style:none"><li>Bare</li></ol>',
    '3. Tea\n9. Milk\n10. Two\n button "Go" [ref_1]\nBare',
  );
  reads(
    'a box that scrolls says how much of it is hidden',
    '<div style="height:100px;overflow:auto"><div style="height:400px">Top</div></div><ul role="listbox" aria-label="Town" style="height:50px;overflow-y:scroll"><li role="option" style="height:200px">Oslo</li></ul>',
    'scroll area [ref_1] (75% hidden below)\n Top\nlistbox "Town" [ref_2] (75% hidden below)\n option "Oslo" [ref_3]',
  );
  reads(
    'a film says where it is, a drawing how large it is',
    '<video controls aria-label="Film" width="90" height="50"></video><canvas width="120" height="80" aria-label="Chart"></canvas>',
    'video "Film" [ref_1] ="paused"\ncanvas "Chart" [ref_2] 120×80',
  );
  reads(
    'sorting, and limits of values',
    '<table><tr><th aria-sort="descending">Price</th></tr><tr><td>3</td></tr></table><input type="number" aria-label="N" min="1" max="9" step="2" value="3"><input type="range" aria-label="R" max="10" value="4">',
    'table\n | Price (sorted descending) |\n | 3 |\nspinbutton "N" [ref_1] ="3" 1 to 9 step 2\nslider "R" [ref_2] ="4" to 10',
  );
  reads(
    'cells that do not fit in a row say what column they are in',
    '<table><tr><th>Item</th><th>Buy</th></tr><tr><td>Tea</td><td><button>Add</button><button>Drop</button></td></tr></table>',
    'table\n | Item | Buy |\n row\n  cell Tea\n  cell (Buy)\n   button "Add" [ref_1]\n   button "Drop" [ref_2]',
  );
  test('a popover is a box of its own, and what opens it says so', async () => {
    await under.show('<button popovertarget="p">More</button><div popover id="p" aria-label="Tips">Hello</div>');
    const closed = await under.call('read', { filter: 'all', firstRef: 1 });
    expect(closed.ok && closed.text).toBe('button "More" [ref_1] collapsed');
    await under.page.click('button');
    const open = await under.call('read', { filter: 'all', firstRef: 2 });
    expect(open.ok && open.text).toBe('button "More" [ref_1] expanded focused\npopover "Tips" [ref_2]\n Hello');
  });
  test('a field says why the browser does not take it', async () => {
    await under.show('<form><input aria-label="Mail" type="email" required><button>Go</button></form>');
    await under.page.click('button');
    const read = await under.call('read', { filter: 'all', firstRef: 1 });
    expect(read.ok && read.text).toBe(
      'form\n textbox "Mail" [ref_1] required invalid "Please fill out this field." focused\n button "Go" [ref_2]',
    );
  });
  test('a virtualised list shows the rows that are there, and where in the list they are', async () => {
    await under.show(
      '<div id="list" role="list" style="height:100px;overflow:auto"><div style="height:40000px"></div></div>',
    );
    await under.page.evaluate(() => {
      const list = document.querySelector('#list');
      const draw = () => {
        const first = Math.floor((list?.scrollTop ?? 0) / 40);
        const rows = Array.from(
          { length: 3 },
          (_, at) =>
            `<div role="listitem" style="position:absolute;top:${(first + at) * 40}px">Row ${first + at}</div>`,
        ).join('');
        if (list) list.innerHTML = `<div style="height:40000px;position:relative">${rows}</div>`;
      };
      list?.addEventListener('scroll', draw);
      draw();
    });
    const top = await under.call('read', { filter: 'all', firstRef: 1 });
    expect(top.ok && top.text).toBe('scroll area [ref_1] (100% hidden below)\n Row 0\n Row 1\n Row 2');
    await under.page.evaluate(() => document.querySelector('#list')?.scrollTo(0, 20_000));
    await under.page.waitForFunction(() => document.body.textContent.includes('Row 500'));
    const middle = await under.call('read', { filter: 'all', firstRef: 2 });
    expect(middle.ok && middle.text).toBe(
      'scroll area [ref_1] (50% hidden above, 50% hidden below)\n Row 500\n Row 501\n Row 502',
    );
  });
});

describe('shadow roots', () => {
  test('open and closed ones, with slots filled', async () => {
    await under.show('<div id="open"><b>slotted</b></div><div id="closed"></div>');
    await under.page.evaluate(() => {
      document
        .querySelector('#open')
        ?.attachShadow({ mode: 'open' })
        .setHTMLUnsafe('<p>before <slot></slot> after</p>');
      document.querySelector('#closed')?.attachShadow({ mode: 'closed' }).setHTMLUnsafe('<button>Closed</button>');
    });
    expect(await under.call('read', { filter: 'all', firstRef: 1 })).toMatchObject({
      text: 'before slotted after\nbutton "Closed" [ref_1]',
    });
  });
});
