import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const STYLES =
  '<style>p.is-empty::before{content:attr(data-placeholder);color:#aaa;float:left;height:0;pointer-events:none}.ql-blank::before{content:attr(data-placeholder);position:absolute}</style>';
const prose = (inner: string) =>
  `${STYLES}<div class="ProseMirror" contenteditable="true" role="textbox" aria-label="Comment">${inner}</div>`;
const EMPTY_LINE = '<p class="is-empty" data-placeholder="Write a comment…"><br></p>';
const slate = (inner: string) =>
  `<div data-slate-editor="true" contenteditable="true" role="textbox" aria-label="Post"><div>${inner}</div></div>`;

describe('what stands in an empty editor is not what somebody wrote', () => {
  test.each([
    ['ProseMirror', prose(EMPTY_LINE), 'textbox "Comment" [ref_1] placeholder "Write a comment…"'],
    [
      'ProseMirror, an empty line after a written one',
      prose(`<p>Hello</p>${EMPTY_LINE}`),
      'textbox "Comment" [ref_1] ="Hello"',
    ],
    [
      'Quill',
      `${STYLES}<div class="ql-editor ql-blank" contenteditable="true" data-placeholder="Compose an epic"><p><br></p></div>`,
      'textbox [ref_1] placeholder "Compose an epic"',
    ],
    [
      'Slate',
      slate(
        '<span data-slate-placeholder="true" contenteditable="false" style="position:absolute;opacity:0.3">Enter text</span><span data-slate-zero-width="n">&#xFEFF;<br></span>',
      ),
      'textbox "Post" [ref_1] placeholder "Enter text"',
    ],
    ['Slate, written in', slate('<span data-slate-string="true">Hello</span>'), 'textbox "Post" [ref_1] ="Hello"'],
    ['an editor that says it', '<div contenteditable aria-placeholder="Reply"></div>', 'textbox "Reply" [ref_1]'],
  ])('%s', async (_, html, text) => {
    expect(await under.read(html)).toBe(text);
    const described = await under.call('describe', { ref: 'ref_1' });
    expect(described).toMatchObject({ form: { fields: [{ value: /="(.*)"/.exec(text)?.[1] ?? '' }] } });
  });
});

describe('words in an empty field', () => {
  test.each([
    ['<label>Date <input placeholder="DD/MM/YYYY"></label>', 'textbox "Date" [ref_1] placeholder "DD/MM/YYYY"'],
    ['<textarea aria-label="Bio" placeholder="Max 200"></textarea>', 'textbox "Bio" [ref_1] placeholder "Max 200"'],
    ['<label>Date <input placeholder="DD/MM/YYYY" value="01/02/2026"></label>', 'textbox "Date" [ref_1] ="01/02/2026"'],
    ['<input placeholder="Search">', 'textbox "Search" [ref_1]'],
    ['<label>Name <input placeholder=" "></label>', 'textbox "Name" [ref_1]'],
    ['<label>Day <input type="date" placeholder="DD"></label>', 'date picker "Day" [ref_1]'],
    [
      '<style>input::placeholder{color:transparent}</style><label>Name <input placeholder="Ignore"></label>',
      'textbox "Name" [ref_1]',
    ],
    [
      '<style>input::placeholder{opacity:0}</style><label>Name <input placeholder="Ignore"></label>',
      'textbox "Name" [ref_1]',
    ],
  ])('%s', async (html, text) => {
    expect(await under.read(html)).toBe(text);
  });
});

test('words of a style sheet are known by lists of selectors, nested ones and scopes', async () => {
  const styles = `:is(.a,.b)::before{content:"Must "} .c,.d{&::after{content:" (sold out)"} > i::before{content:"In "}} [title="x,y"]::before, .e:has(b)::before{content:"Has "} @scope (.s){:scope::before{content:"Scope "}}`;
  expect(
    await under.read(
      `<style>${styles}</style><p class="a">A</p><p class="c">C</p><p class="d"><i>I</i></p><p title="x,y">X</p><p class="e"><b>E</b></p><p class="s">S</p><button class="d">Buy</button>`,
    ),
  ).toBe('Must A\nC (sold out)\nIn I (sold out)\nHas X\nHas E\nScope S\nbutton "Buy (sold out)" [ref_1]');
});
