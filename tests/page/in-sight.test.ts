import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageUnderTest, readsOn, startPageUnderTest } from './page-under-test';

/** What a person sees although the markup makes it look hidden: real sites do all of these. */
let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const reads = readsOn(() => under);

/** Scrolls an element of a page that is shown, and reads all of it. */
async function readScrolled(html: string, selector: string, top: number): Promise<string> {
  await under.show(html);
  await under.page.evaluate(
    (at, by) => document.querySelector(at)?.scrollTo({ top: by, behavior: 'instant' }),
    selector,
    top,
  );
  const read = await under.call('read', { filter: 'all', firstRef: 1 });
  return read.ok ? read.text : read.message;
}

const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==';

describe('words after a blank', () => {
  reads('in an inline box', '<span> </span><p>Words one</p>', 'Words one');
  reads('in a box without a size', '<div style="transform:scale(0)"> </div><p>Words</p>', 'Words');
  test('keep the place of their own element', async () => {
    await under.show('<div> <div style="height:1500px"></div><p>Shipping costs</p> </div>');
    const found = await under.call('find', { query: 'shipping costs', firstRef: 1 });
    const ref = found.ok ? /\[(ref_\d+)\]/.exec(found.matches[0]?.line ?? '')?.[1] : undefined;
    const scrolled = await under.call('scrollTo', ref ?? '');
    expect(scrolled).toMatchObject({ ok: true, rect: { height: expect.toSatisfy((height: number) => height < 100) } });
  });
});

describe('what scrolled out of a box', () => {
  const filler = '<div style="height:3000px"></div>';
  test('is still to be read', async () => {
    const html = `<style>body{margin:0}</style><main style="height:500px;overflow:auto"><h1>Intro</h1><p>Words</p>${filler}<p>End</p></main>`;
    expect(await readScrolled(html, 'main', 1500)).toBe(
      'main [ref_1] (47% hidden above, 37% hidden below)\n h1 Intro\n Words\n End',
    );
  });
  test('is still to be read where it is placed', async () => {
    const html = `<style>body{margin:0}</style><div id="list" style="height:500px;overflow:auto;position:relative">${filler}<div style="position:absolute;top:0"><a href="/1">Row 1</a></div></div>`;
    expect(await readScrolled(html, '#list', 1500)).toBe(
      'scroll area [ref_1] (50% hidden above, 33% hidden below)\n link "Row 1" [ref_2]',
    );
  });
});

describe('white words', () => {
  const layer = 'position:absolute;inset:0;width:100%;height:100%';
  const hero = (behind: string, style = '') =>
    `<style>${style}</style><div class="hero" style="position:relative;height:100px">${behind}<h1 style="position:relative;color:#fff">Summer sale</h1></div>`;
  reads('on a picture', hero(`<img alt="" src="${PICTURE}" style="${layer}">`), 'h1 Summer sale');
  reads('on a film', hero(`<video style="${layer}" aria-hidden="true"></video>`), 'h1 Summer sale');
  reads('on a dark box beside them', hero(`<div style="${layer};background:#123"></div>`), 'h1 Summer sale');
  reads(
    'on what a style sheet draws',
    hero('', `.hero::before{content:"";${layer};background:navy}`),
    'h1 Summer sale',
  );
  reads(
    'in a clear header over a dark part',
    '<header style="position:absolute;top:0;left:0;width:100%;color:#fff">Shop</header><section style="background:#000;height:200px"></section>',
    'banner Shop',
  );
  reads('on a dark canvas', '<style>:root{color-scheme:dark}</style><h1>Title</h1><p>Hello</p>', 'h1 Title\nHello');
  reads('on a canvas that is dark by a meta element', '<meta name="color-scheme" content="dark"><p>Hello</p>', 'Hello');
  reads(
    'in a clear frame on a dark page',
    `<body style="background:#000"><iframe title="W" style="border:0" srcdoc="<p style='color:#fff'>Inside</p>"></iframe>`,
    'iframe "W" [ref_1]\n Inside',
  );
  reads(
    'cut out of a gradient, in a box of their own',
    '<h1 style="color:transparent;background:linear-gradient(red,blue);background-clip:text"><span>Build faster</span></h1>',
    'h1 Build faster',
  );
});

describe('what can be operated', () => {
  reads('an item with a hand', '<ul><li style="cursor:pointer">Option A</li></ul>', 'clickable "Option A" [ref_1]');
  reads('an item with a handler', '<ul><li onclick="0">Alpha</li></ul>', 'clickable "Alpha" [ref_1]');
  reads('an item that takes the focus', '<ul><li tabindex="0">Alpha</li></ul>', 'clickable "Alpha" [ref_1]');
  reads('a heading with a hand', '<h3 style="cursor:pointer">Details</h3>', 'h3 "Details" [ref_1]');
  reads('a picture with a hand', '<img alt="Map" width="9" height="9" style="cursor:pointer">', 'img "Map" [ref_1]');
  reads(
    'a row with a handler',
    '<table><tr><th>Name</th></tr><tr onclick="0"><td>Ann</td></tr></table>',
    'table\n | Name |\n row [ref_1] | Ann |',
  );
  reads(
    'rows of a tree grid with their states',
    '<div role="treegrid"><div role="row" tabindex="0" aria-selected="true" aria-expanded="false"><div role="gridcell">Ann</div><div role="gridcell">Lunch?</div></div></div>',
    'treegrid row [ref_1] selected collapsed | Ann | Lunch? |',
  );
  reads(
    'boxes with a hand in a box that takes the focus',
    '<div tabindex="0"><div style="cursor:pointer">Alpha</div><div style="cursor:pointer">Beta</div></div>',
    'group [ref_1]\n clickable "Alpha" [ref_2]\n clickable "Beta" [ref_3]',
  );
  reads(
    'cards of a panel that takes the focus',
    '<div role="tabpanel" aria-label="All" tabindex="0"><div style="cursor:pointer">Card one</div></div>',
    'tabpanel "All" [ref_1]\n clickable "Card one" [ref_2]',
  );
  reads(
    'radio buttons in a box that takes the focus',
    '<div tabindex="0"><div role="radio" aria-checked="true">Yes</div><div role="radio" aria-checked="false">No</div></div>',
    'group [ref_1]\n radio "Yes" [ref_2] checked\n radio "No" [ref_3]',
  );
  reads(
    'items of a tree in an item',
    '<ul role="tree"><li role="treeitem" tabindex="0" aria-expanded="true">src<ul role="group"><li role="treeitem">a.ts</li></ul></li></ul>',
    'tree treeitem [ref_1] expanded\n  src\n  treeitem "a.ts" [ref_2]',
  );
  reads(
    'a check box once, in a label with a hand',
    '<label style="cursor:pointer"><input type="checkbox"><div>&nbsp;</div><span>Email alerts</span></label>',
    'checkbox "Email alerts" [ref_1]',
  );
  reads(
    'a hidden check box of a label without a box of its own',
    '<label style="display:contents"><input type="checkbox" hidden><span>News</span></label>',
    'checkbox "News" [ref_1]',
  );
  reads(
    'a file field that is not drawn, by its label',
    '<div style="display:none"><input type="file" id="f"></div><label for="f">Upload file</label>',
    'clickable "Upload file" [ref_1]',
  );
  reads(
    'a clear check box over its drawing',
    '<span style="position:relative;display:inline-block;width:20px;height:20px;background:navy"><input type="checkbox" aria-label="Select row" style="position:absolute;inset:0;width:20px;height:20px;margin:0;opacity:0"></span>',
    'checkbox "Select row" [ref_1]',
  );
  reads(
    'a clear select over its words',
    '<span style="position:relative;display:inline-block">Qty: 1<select aria-label="Quantity" style="position:absolute;inset:0;opacity:0"><option>1<option>2</select></span>',
    'Qty: 1\ncombobox "Quantity" [ref_1] ="1" of "1", "2"',
  );
  test('a clear check box can be clicked', async () => {
    await under.read(
      '<span style="position:relative;display:inline-block;width:20px;height:20px"><input type="checkbox" aria-label="A" style="position:absolute;inset:0;width:20px;height:20px;margin:0;opacity:0"></span>',
    );
    expect(await under.call('locate', 'ref_1')).toMatchObject({ ok: true, label: 'checkbox "A"' });
  });
  test('a radio button that its label draws is in the viewport with it', async () => {
    await under.show('<p>Colour</p><input type="radio" id="r" style="display:none"><label for="r">Red</label>');
    expect(await under.call('read', { firstRef: 1 })).toMatchObject({ text: 'Colour\nradio "Red" [ref_1]' });
  });
});

describe('labels', () => {
  reads(
    'of a control that a script replaced',
    '<style>.off{position:absolute;width:1px;height:1px;overflow:hidden}</style><label for="c">Country</label><select id="c" aria-hidden="true" class="off"><option>Spain</select><button>Spain</button>',
    'Country\nbutton "Spain" [ref_1]',
  );
  reads(
    'of a button that says something else',
    '<label for="d">Date of birth</label><button id="d">Pick a date</button>',
    'button "Date of birth" [ref_1] shows "Pick a date"',
  );
});

describe('boxes', () => {
  reads(
    'without a box of their own, in a frame',
    `<iframe title="F" srcdoc="<style>.in{display:contents}</style><button><span class='in'>Save</span></button>"></iframe>`,
    'iframe "F" [ref_1]\n button "Save" [ref_2]',
  );
  test('of which only what is in it takes a place are in the viewport with that', async () => {
    await under.show('<a href="/a" style="display:contents"><b>Terms</b></a><p>Words</p>');
    expect(await under.call('read', { firstRef: 1 })).toMatchObject({ text: 'link "Terms" [ref_1]\nWords' });
  });
  test('of a custom element with a hand are those in it', async () => {
    await under.show(
      '<x-check style="cursor:pointer"></x-check><div style="cursor:pointer">Order 1 <x-check></x-check></div>',
    );
    await under.page.evaluate(() => {
      for (const host of document.querySelectorAll('x-check'))
        host.attachShadow({ mode: 'closed' }).innerHTML = '<input type="checkbox" checked aria-label="Accept">';
    });
    expect(await under.call('read', { filter: 'all', firstRef: 1 })).toMatchObject({
      text: 'checkbox "Accept" [ref_1] checked\nOrder 1\ncheckbox "Accept" [ref_2] checked',
    });
  });
  reads(
    'placed in a box of no height at the edge',
    '<div style="position:absolute;top:0;left:0;width:100%"><div style="position:absolute;top:80px"><a href="/a">Menu</a></div></div>',
    'link "Menu" [ref_1]',
  );
  reads(
    'fixed in a box that is closed',
    '<div style="height:0;overflow:hidden"><div style="position:fixed;top:9px;left:9px">Saved</div><p>Closed</p></div>',
    'Saved',
  );
  reads(
    'that are left to draw until they are near',
    '<div style="height:2000px">Top</div><section style="content-visibility:auto;contain-intrinsic-size:auto 300px"><h2>Head</h2><p>Words</p><a href="/1"><b>Link</b></a></section>',
    'Top\nh2 Head\nWords\nlink "Link" [ref_1]',
  );
  reads(
    'under a panel that is cut off',
    '<nav style="position:relative;overflow:hidden;height:40px">Nav<div style="position:absolute;top:40px;width:100%;height:400px;z-index:10;background:#fff"></div></nav><p>Words one</p><h2>Head</h2>',
    'navigation Nav\nWords one\nh2 Head',
  );
  reads(
    'hidden to readers beside words that are only for them',
    '<style>.off{left:-10000px;position:absolute}</style><p><span><span class="off">$24.99</span><span aria-hidden="true">$24<sup>.99</sup></span></span></p>',
    '$24.99',
  );
});

describe('what a person does not see', () => {
  const drawer = (style: string) =>
    `<p>Page</p><div style="position:fixed;inset:0 0 0 auto;width:200px;${style}"><a href="/x">Order</a></div>`;
  reads('a drawer beside the window', drawer('transform:translateX(100%)'), 'Page');
  reads('a sheet below the window', drawer('transform:translateY(100%)'), 'Page');
  reads(
    'a closed part with a border',
    '<div style="max-height:0;overflow:hidden;border:1px solid">Answer <button>Order</button></div><p>Page</p>',
    'Page',
  );
  reads(
    'a closed filter',
    '<div style="visibility:hidden"><label><input type="checkbox"> In stock</label></div><p>Page</p>',
    'Page',
  );
  reads('letters that have no shape', '<p>Hi\u{e0073}\u{e0065}\u{e006e}\u{e0064} there</p>', 'Hi there');
  for (const colour of ['oklch(1 0 0)', '#fffffe', 'rgb(255 255 255 / 0)', 'color(srgb 1 1 1)', 'lab(100 0 0)'])
    reads(`words in ${colour}`, `<p>Page</p><p style="color:${colour}">Order</p>`, 'Page');
  reads('words without a fill', '<p>Page</p><p style="-webkit-text-fill-color:transparent">Order</p>', 'Page');
  reads('words that are flat', '<p>Page</p><p style="transform:scaleY(0)">Order</p>', 'Page');
});
