import { afterAll, beforeAll, describe } from 'vitest';
import { type PageUnderTest, readsOn, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

/** A rule of ARIA 1.3 or HTML-AAM 1.0 as inline HTML, and the exact text that is read from it. */
const reads = readsOn(() => under);

describe('which role counts (ARIA 1.3 §8.1, §9.1)', () => {
  reads('the first known one of several', '<div role="unheard button" tabindex="0">Go</div>', 'button "Go" [ref_1]');
  reads('an unknown one leaves the tag its own', '<button role="unheard">Go</button>', 'button "Go" [ref_1]');
  reads(
    'an abstract one is no role',
    '<nav role="landmark" aria-label="Main">x</nav><button role="widget">Go</button><input role="input range" aria-label="In">',
    'navigation "Main"\n x\nbutton "Go" [ref_1]\ntextbox "In" [ref_2]',
  );
  reads('case does not count', '<div role="BUTTON" tabindex="0">Go</div>', 'button "Go" [ref_1]');
  reads(
    'image and img are the same, and a directory is a list',
    '<div role="image" aria-label="A">x</div><div role="img" aria-label="B">x</div>',
    'img "A"\nimg "B"',
  );
  reads(
    'a region or form of the role attribute without a name is none',
    '<div role="region">Words</div><nav role="form">Nav</nav>',
    'Words\nnavigation Nav',
  );
});

describe('none and presentation (ARIA 1.3 §9.2)', () => {
  reads(
    'takes the meaning away',
    '<h1 role="none">Plain</h1><img role="presentation" alt="x" width="9" height="9">',
    'Plain',
  );
  reads(
    'not from what can be focused',
    '<button role="none">Go</button><h2 role="none" tabindex="0">Top</h2>',
    'button "Go" [ref_1]\nh2 "Top" [ref_2]',
  );
  reads(
    'not from what has a global ARIA attribute',
    '<nav role="none" aria-label="Main">x</nav>',
    'navigation "Main"\n x',
  );
  reads('a table that only places things', '<table role="presentation"><tr><th>A</th><td>B</td></tr></table>', 'A B');
  reads('a picture with an empty alternative', '<p>a<img alt="" width="9" height="9">b</p>', 'ab');
});

describe('children that are presentational', () => {
  reads(
    'headings, lists and pictures in a button are its words',
    '<button><h3>Big</h3><ul><li>one</li></ul><img alt="pic" width="9" height="9"></button>',
    'button "Big one pic" [ref_1]',
  );
  reads(
    'nothing is read in a picture',
    '<div role="img" aria-label="Chart"><p>Axis</p><h2>Title</h2></div>',
    'img "Chart"',
  );
  reads(
    'a control inside a control is lost by the rule, but a person uses it: it is kept',
    '<div role="button" tabindex="0">Mail <a href="/x">Open</a></div>',
    'button [ref_1]\n Mail "Open" [ref_2]',
  );
});

describe('landmarks (HTML-AAM)', () => {
  reads('header and footer of the page', '<header>Top</header><footer>End</footer>', 'banner Top\ncontentinfo End');
  reads(
    'header and footer of a part of it are none',
    '<article><header>Top</header></article><main><footer>End</footer></main><div role="region" aria-label="R"><footer>In</footer></div>',
    'article Top\nmain End\nregion "R"\n In',
  );
  reads(
    'a section is a region if it has a name',
    '<section>A</section><section aria-label="News">B</section><section title="More">C</section>',
    'A\nregion "News"\n B\nregion "More"\n C',
  );
  reads(
    'an aside in a part of the page is one if it has a name',
    '<aside>Side</aside><article><aside>In</aside><aside aria-label="Ad">Buy</aside></article>',
    'complementary Side\narticle\n In\n complementary "Ad"\n  Buy',
  );
  reads('search', '<search><input type="search" aria-label="Q"></search>', 'search searchbox "Q" [ref_1]');
});

describe('inputs', () => {
  reads(
    'types and their roles',
    [
      'checkbox',
      'radio',
      'range',
      'number',
      'search',
      'email',
      'tel',
      'url',
      'password',
      'date',
      'time',
      'color',
      'file',
    ]
      .map((type) => `<input type="${type}" aria-label="x">`)
      .join(''),
    [
      'checkbox "x" [ref_1]',
      'radio "x" [ref_2]',
      'slider "x" [ref_3] ="50" 0 to 100',
      'spinbutton "x" [ref_4]',
      'searchbox "x" [ref_5]',
      'textbox "x" [ref_6]',
      'textbox "x" [ref_7]',
      'textbox "x" [ref_8]',
      'textbox "x" [ref_9]',
      'date picker "x" [ref_10]',
      'time picker "x" [ref_11]',
      'color picker "x" [ref_12] ="#000000"',
      'file picker "x" [ref_13]',
    ].join('\n'),
  );
  reads(
    'a list of suggestions makes a text field a combo box, and nothing else',
    '<input list="l" aria-label="A"><input type="search" list="l" aria-label="B"><input type="checkbox" list="l" aria-label="C"><datalist id="l"><option>Oslo<option>Paris</datalist>',
    'combobox "A" [ref_1] of "Oslo", "Paris"\ncombobox "B" [ref_2] of "Oslo", "Paris"\ncheckbox "C" [ref_3]',
  );
  reads('an unknown type is text', '<input type="unheard" aria-label="A">', 'textbox "A" [ref_1]');
  reads(
    'a select is a combo box, a large or multiple one a list box',
    '<select aria-label="A"><option>1</select><select aria-label="B" multiple><option>1<option selected>2</select><select aria-label="C" size="3"><option>1</select>',
    'combobox "A" [ref_1] ="1" of "1"\nlistbox "B" [ref_2] ="2" of "1", "2"\nlistbox "C" [ref_3] of "1"',
  );
  reads(
    'a check box that says switch is one',
    '<input type="checkbox" role="switch" aria-label="Wifi" checked>',
    'switch "Wifi" [ref_1] checked',
  );
});

describe('other tags', () => {
  reads(
    'only the first summary of details is a button',
    '<summary>Loose</summary><details open><summary>One</summary><summary>Two</summary></details>',
    'Loose\nbutton "One" [ref_1] expanded\nTwo',
  );
  reads('an anchor without a target is words', '<a>Not a link</a>', 'Not a link');
  reads(
    'a link in a drawing',
    '<svg width="50" height="20"><a href="/s"><text y="15">Map</text></a></svg>',
    'link "Map" [ref_1]',
  );
  reads(
    'cells of a grid are gridcells: one that can be focused has a ref',
    '<table role="grid" aria-label="Days"><tr><td tabindex="0">1</td><td>2</td></tr></table>',
    'grid "Days"\n | 1 [ref_1] | 2 |',
  );
  reads(
    'headers of rows and columns',
    '<table><thead><tr><td></td><th>Price</th></tr></thead><tr><th scope="row">Tea</th><td>3</td></tr></table>',
    'table\n | | Price |\n | Tea | 3 |',
  );
  reads(
    'a list of terms, an address, code and quotes are words in their place',
    '<dl><dt>Tea</dt><dd>Green</dd></dl><address>Main St</address><blockquote>Said</blockquote>',
    'Tea\nGreen\nMain St\nblockquote Said',
  );
  reads('links of notes are links (DPUB-ARIA)', '<span role="doc-noteref" tabindex="0">1</span>', 'link "1" [ref_1]');
});
