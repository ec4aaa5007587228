import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const EVENTS =
  '["pointerdown","mousedown","pointerup","mouseup","click","dblclick","auxclick","contextmenu","focusin","change"]';
/** Two places, 100 px high each, and what is heard in them. */
const shown = (first: string, second: string, script = '') =>
  `<style>body{margin:0}.place{position:absolute;left:0;width:400px;height:100px}</style>
   <div class="place" id="one" style="top:0">${first}</div><div class="place" id="two" style="top:100px">${second}</div>
   <script>globalThis.heard=[];for(const type of ${EVENTS})document.addEventListener(type,(event)=>heard.push(type+' '+(event.target.id||event.target.localName)));${script}</script>`;
const FILLED = 'style="width:100%;height:100%;display:block"';
const SAVE = `<button id="save" ${FILLED}>Save</button>`;
const swap = () =>
  under.page.evaluate(() => {
    for (const place of document.querySelectorAll<HTMLElement>('.place'))
      place.style.top = place.style.top === '0px' ? '100px' : '0px';
  });
const heard = () => under.page.evaluate(() => Reflect.get(globalThis, 'heard') as string[]);
/** Presses what stood there when it was looked for. */
async function press(ref: string, between: () => Promise<unknown>, given?: { button: 'right' | 'middle' }) {
  const at = await under.call('locate', ref);
  if (!at.ok) throw new Error(at.message);
  expect(await under.call('readyToPress', ref, at.x, at.y)).toBe(true);
  await between();
  await under.page.mouse.click(at.x, at.y, given);
  return under.call('pressEnded');
}
const show = async (...given: Parameters<typeof shown>) => {
  await under.show(shown(...given));
  return under.call('read', { filter: 'all', firstRef: 1 });
};

test('a press arrives where it should, and the page hears all of it', async () => {
  await show(SAVE, '<p>Words</p>');
  expect(await press('ref_1', async () => undefined)).toBe('arrived');
  expect(await heard()).toEqual(
    ['pointerdown', 'mousedown', 'focusin', 'pointerup', 'mouseup', 'click'].map((type) => `${type} save`),
  );
});

test.each([
  ['a button', `<button ${FILLED}>Delete</button>`],
  ['a link', `<a href="#away" ${FILLED}>Away</a>`],
  ['a check box', `<label ${FILLED}><input type="checkbox" ${FILLED}>Agree</label>`],
  ['a field', `<input aria-label="Name" ${FILLED}>`],
])('what moved away before it was pressed lets nothing through to %s in its place', async (_, other) => {
  await show(SAVE, other);
  expect(await press('ref_1', swap)).toBe('kept off');
  expect(await heard()).toEqual([]);
  expect(await under.page.evaluate(() => [location.hash, document.activeElement?.localName])).toEqual(['', 'body']);
  expect(await under.page.$$eval('input', (inputs) => inputs.some(({ checked }) => checked))).toBe(false);
});

test.each(['right', 'middle'] as const)('nor the %s button', async (button) => {
  await show(SAVE, `<button ${FILLED}>Delete</button>`);
  expect(await press('ref_1', swap, { button })).toBe('kept off');
  expect(await heard()).toEqual([]);
});

test('after that the person presses what they like', async () => {
  await show(SAVE, `<button id="other" ${FILLED}>Other</button>`);
  expect(await press('ref_1', swap)).toBe('kept off');
  await under.page.mouse.click(50, 50);
  expect(await heard()).toContain('click other');
});

test('a press that was announced and never came keeps nothing off for long', async () => {
  await show(SAVE, `<button id="other" ${FILLED}>Other</button>`);
  expect(await under.call('readyToPress', 'ref_1', 50, 50)).toBe(true);
  const other = async () => {
    await under.page.mouse.click(50, 150);
    return heard();
  };
  expect(await other()).toEqual([]);
  await expect.poll(other, { timeout: 20_000 }).toContain('click other');
});

test('what moves away while it is pressed is told of', async () => {
  const script = `document.querySelector('#save').addEventListener('mousedown',()=>{one.style.top='300px'});`;
  await show(SAVE, '<p>Words</p>', script);
  expect(await press('ref_1', async () => undefined)).toBe('slipped');
});

test.each([
  [
    'opens a menu over itself',
    `const menu=document.createElement('div');menu.style='position:fixed;inset:0';document.body.append(menu)`,
  ],
  ['draws itself anew', `one.innerHTML=one.innerHTML`],
  ['leads away', `location.hash='next'`],
])('what %s while it is pressed was pressed', async (_, script) => {
  await show(SAVE, '<p>Words</p>', `document.querySelector('#save').addEventListener('mousedown',()=>{${script}});`);
  expect(await press('ref_1', async () => undefined)).toBe('arrived');
});

test.each([
  [
    'an icon in it',
    `<button aria-label="Save" ${FILLED}><svg ${FILLED}><rect width="400" height="100"/></svg></button>`,
  ],
  [
    'the label that draws it',
    `<label ${FILLED}><input type="checkbox" style="position:absolute;opacity:0">Agree</label>`,
  ],
  [
    'a closed shadow root',
    `<div ${FILLED}><template shadowrootmode="closed"><button ${FILLED}>Inside</button></template></div>`,
  ],
  [
    'a frame',
    `<iframe srcdoc="<body style='margin:0'><button ${FILLED.replaceAll('"', "'")}>Inside</button>" ${FILLED}></iframe>`,
  ],
])('a press arrives by %s', async (_, html) => {
  await show(html, '<p>Words</p>');
  const read = await under.call('read', { filter: 'interactive', firstRef: 1 });
  const ref = /(?<=(?:button|checkbox) "[^"]*" \[)ref_\d+/.exec(read.ok ? read.text : '')?.[0];
  expect(await press(ref ?? 'none', async () => undefined)).toBe('arrived');
});

test('what came over a frame is kept from a press into it', async () => {
  const frame = `<iframe srcdoc="<body style='margin:0'><button ${FILLED.replaceAll('"', "'")}>Inside</button>" ${FILLED}></iframe>`;
  await show(frame, `<button ${FILLED}>Delete</button>`);
  const read = await under.call('read', { filter: 'interactive', firstRef: 1 });
  const ref = /(?<=button "Inside" \[)ref_\d+/.exec(read.ok ? read.text : '')?.[0];
  expect(await press(ref ?? 'none', swap)).toBe('kept off');
  expect(await heard()).toEqual([]);
});
