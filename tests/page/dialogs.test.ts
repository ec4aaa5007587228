import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const SAYS = 'role="dialog" aria-modal="true"';
const PAGE = '<main><h1>Shop</h1><button>Buy</button></main>';
const SHADE = '<div style="position:fixed;inset:0;background:rgba(0,0,0,.4)"></div>';
const BOX = 'position:fixed;left:200px;top:150px;width:300px;height:200px;background:#fff';
const LINE = '(behind the dialog, out of reach until it closes:)';

/** Dialogs that a page keeps, closed, for later. */
test.each([
  [
    'moved left',
    `<aside ${SAYS} style="position:fixed;inset:0 auto 0 0;width:280px;transform:translateX(-100%)">Menu</aside>`,
  ],
  [
    'moved right',
    `<div ${SAYS} style="position:fixed;inset:0 0 0 auto;width:280px;transform:translateX(100%)">Cart</div>`,
  ],
  ['of no height', `<div style="height:0;overflow:hidden"><div ${SAYS}>Cart</div></div>`],
  ['inert', `<div inert><div ${SAYS} style="${BOX}">Cart</div></div>`],
  [
    'taking no pointer, cut away',
    `<div ${SAYS} style="position:fixed;inset:0;pointer-events:none;clip-path:inset(100%)">Cart</div>`,
  ],
  ['faded', `<div ${SAYS} style="${BOX};opacity:0">Cart</div>`],
])('a closed dialog keeps nobody from the page: %s', async (_, html) => {
  const text = await under.read(`${html}${PAGE}`);
  expect(text).toContain('button "Buy"');
  expect(text).not.toContain('(behind');
});

describe('a dialog with a shade', () => {
  test.each([
    ['beside it', `${SHADE}<div ${SAYS} aria-label="D" style="${BOX}"><button>OK</button></div>`],
    [
      'around it',
      `<div style="position:fixed;inset:0"><div ${SAYS} aria-label="D" style="${BOX}"><button>OK</button></div></div>`,
    ],
    [
      'in it',
      `<div ${SAYS} aria-label="D" style="position:fixed;inset:0"><div style="${BOX}"><button>OK</button></div></div>`,
    ],
    [
      'in it, which has no size',
      `<div ${SAYS} aria-label="D">${SHADE}<div style="${BOX}"><button>OK</button></div></div>`,
    ],
    [
      'in it, which has no box',
      `<div ${SAYS} aria-label="D" style="display:contents">${SHADE}<div style="${BOX}"><button>OK</button></div></div>`,
    ],
    [
      'that is none: the page takes no pointer',
      `<style>body{pointer-events:none}</style><div ${SAYS} aria-label="D" style="${BOX};pointer-events:auto"><button>OK</button></div>`,
    ],
  ])('%s', async (_, html) => {
    expect(await under.read(`${PAGE}${html}`)).toBe(
      `dialog "D" [ref_1]\n button "OK" [ref_2]\n${LINE}\nmain\n h1 Shop\n button "Buy" [ref_3]`,
    );
  });

  test.each(['open', 'closed'])('in a shadow root that is %s', async (mode) => {
    const html = `<x-d><template shadowrootmode="${mode}">${SHADE}<div ${SAYS} aria-label="D" style="${BOX}"><slot></slot></div></template><button>OK</button></x-d>`;
    expect(await under.read(`${PAGE}${html}`)).toBe(
      `dialog "D" [ref_2]\n button "OK" [ref_3]\n${LINE}\nmain\n h1 Shop\n button "Buy" [ref_1]`,
    );
  });

  test('what is put on top of it is within reach', async () => {
    const list = `<div style="position:fixed;left:210px;top:200px;width:150px;background:#fff"><div role="listbox" aria-label="L" style="height:30px;overflow:auto"><div role="option">Open</div><div role="option">Done</div><div role="option">Gone</div></div></div>`;
    const toast = `<div role="status" style="position:fixed;right:10px;top:10px;z-index:9;background:#cfc">Saved <button>Undo</button></div>`;
    const text = await under.read(
      `<div id="root">Loose words ${PAGE}<div>${toast}</div><footer style="margin-top:900px">Far</footer></div>${SHADE}<div ${SAYS} aria-label="D" style="${BOX}">Words</div>${list}`,
    );
    expect(text).toBe(
      [
        'dialog "D" [ref_1]',
        ' Words',
        'status',
        ' Saved',
        ' button "Undo" [ref_3]',
        'listbox "L" [ref_4] (47% hidden below)',
        ' option "Open" [ref_5]',
        ' option "Done" [ref_6]',
        ' option "Gone" [ref_7]',
        LINE,
        'Loose words',
        'main',
        ' h1 Shop',
        ' button "Buy" [ref_2]',
        'contentinfo Far',
      ].join('\n'),
    );
    expect(await under.call('locate', 'ref_3')).toMatchObject({ ok: true });
    expect(await under.call('locate', 'ref_5')).toMatchObject({ ok: true });
    expect(await under.call('locate', 'ref_2')).toMatchObject({ ok: false, problem: 'covered' });
  });

  test('over another one: the upper one is in front', async () => {
    const lower = `${SHADE}<div ${SAYS} aria-label="Low" style="${BOX}"><button>One</button></div>`;
    const upper = `${SHADE}<div ${SAYS} aria-label="Up" style="${BOX};left:300px"><button>Two</button></div>`;
    const text = `dialog "Up" [ref_1]\n button "Two" [ref_2]\n${LINE}\ndialog "Low" [ref_3]\n button "One" [ref_4]`;
    expect(await under.read(lower + upper)).toBe(text);
    expect(await under.read(`<div style="position:relative;z-index:2">${upper}</div>${lower}`)).toBe(text);
  });
});

test('a bar that says it is modal, over a page that can be used, only comes first', async () => {
  const bar = `<div ${SAYS} aria-label="Cookies" style="position:fixed;inset:auto 0 0;padding:10px;background:#eee"><button>Accept</button></div>`;
  const back = '<div style="position:fixed;inset:0;z-index:-1;background:#eee"></div>';
  expect(await under.read(`<div style="min-height:100vh">${back}${PAGE}${bar}</div>`)).toBe(
    'dialog "Cookies" [ref_1]\n button "Accept" [ref_2]\nmain\n h1 Shop\n button "Buy" [ref_3]',
  );
  expect(await under.call('locate', 'ref_3')).toMatchObject({ ok: true });
});

test.each(['open', 'closed'] as const)(
  'a modal dialog in an %s shadow root keeps a person from the page',
  async (mode) => {
    await under.show(`${PAGE}<x-d>Delete it?</x-d><div popover>Tip</div>`);
    await under.page.evaluate((mode) => {
      const shadow = document.querySelector('x-d')?.attachShadow({ mode });
      if (!shadow) throw new Error('no host');
      shadow.innerHTML = '<dialog aria-label="Sure?"><slot></slot><button>Yes</button></dialog>';
      shadow.querySelector('dialog')?.showModal();
    }, mode);
    expect(await under.call('read', { filter: 'all', firstRef: 1 })).toMatchObject({
      text: `dialog "Sure?" [ref_2]\n Delete it?\n button "Yes" [ref_3] focused\n${LINE}\nmain\n h1 Shop\n button "Buy" [ref_1]`,
    });
  },
);
