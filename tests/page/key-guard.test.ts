import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const FIELDS = `<label>Note <input id="note"></label><label>Other <input id="other"></label>
  <label>Secret <input id="secret" type="password"></label><button id="ok">Delete all</button>
  <iframe srcdoc="<input id=framed aria-label=Framed>"></iframe>
  <script>globalThis.heard=[];
  for(const type of ['keydown','keypress','input','click'])addEventListener(type,({target,key})=>heard.push(type+' '+(target.id||target.localName)+' '+(key??'')));
  const after=(count,then)=>note.addEventListener('input',()=>{if(note.value.length===count)then()});</script>`;

/** Types into the first field while the page does something after the second letter, and tells what came where. */
async function typed(script: string, text: string, how: 'keys' | 'insert' = 'keys') {
  await under.show(`${FIELDS}<script>${script}</script>`);
  await under.page.focus('#note');
  expect(await under.call('describe', 'focus')).toMatchObject({ name: 'Note' });
  expect(await under.call('expectKeys', { text: true, here: true })).toBe(true);
  if (how === 'keys') for (const letter of text) await under.page.keyboard.press(letter as 'a');
  else for (const letter of text) await under.page.keyboard.sendCharacter(letter);
  const outcome = await under.call('keysEnded');
  const values = await under.page.$$eval('input', (inputs) => inputs.map(({ value }) => value));
  const heard = await under.page.evaluate(() => Reflect.get(globalThis, 'heard') as string[]);
  return { outcome, values, elsewhere: heard.filter((each) => !/ (note|other) /.test(each)) };
}

test.each([
  ['a button', `after(2,()=>ok.focus())`, 'button "Delete all"'],
  [
    'a button on the next key',
    `note.addEventListener('keydown',()=>{if(note.value.length===2)ok.focus()})`,
    'button "Delete all"',
  ],
  ['a password', `after(2,()=>secret.focus())`, 'textbox "Secret"'],
  ['nothing', `after(2,()=>note.blur())`, 'the page itself'],
  [
    'a dialog',
    `after(2,()=>{const d=document.createElement('dialog');d.innerHTML='<button>Yes</button>';document.body.append(d);d.showModal()})`,
    'button "Yes"',
  ],
])('a text that the page takes the focus from to %s goes nowhere else', async (_, script, to) => {
  for (const how of ['keys', 'insert'] as const) {
    // What is inserted goes on where the cursor is, as long as nothing else that takes a text has the focus.
    if (how === 'insert' && !/Secret/.test(to)) continue;
    const { outcome, values, elsewhere } = await typed(script, 'ab d', how);
    expect(outcome).toEqual({ arrived: true, keptFrom: to });
    expect([values, elsewhere]).toEqual([['ab', '', ''], []]);
  }
});

test.each([
  ['another field', `after(2,()=>other.focus())`, ['ab', ' d', '']],
  [
    'a field on the next key',
    `note.addEventListener('keydown',()=>{if(note.value.length===2)other.focus()})`,
    ['ab', ' d', ''],
  ],
  ['no other place', '', ['ab d', '', '']],
])('a text goes on in %s', async (_, script, values) => {
  expect(await typed(script, 'ab d')).toMatchObject({ outcome: { arrived: true }, values, elsewhere: [] });
});

test('a field in a frame takes the rest', async () => {
  const { outcome } = await typed(
    `after(2,()=>document.querySelector('iframe').contentDocument.querySelector('input').focus())`,
    'ab d',
  );
  expect(outcome).toEqual({ arrived: true });
  expect(await under.page.$eval('iframe', (frame) => frame.contentDocument?.querySelector('input')?.value)).toBe(' d');
});

test('a key that acts comes only to what was described, and to the person’s liking after that', async () => {
  await under.show(FIELDS);
  await under.page.focus('#note');
  await under.call('describe', 'focus');
  expect(await under.call('expectKeys', { text: false, here: true })).toBe(true);
  await under.page.focus('#ok');
  await under.page.keyboard.press('Enter');
  expect(await under.page.evaluate(() => Reflect.get(globalThis, 'heard'))).toEqual([]);
  expect(await under.call('keysEnded')).toEqual({ arrived: false, keptFrom: 'button "Delete all"' });
  expect(await under.call('expectKeys', { text: false, here: true })).toBe(false);
  await under.page.keyboard.press('Enter');
  expect(await under.page.evaluate(() => Reflect.get(globalThis, 'heard'))).toContain('click ok ');
});
