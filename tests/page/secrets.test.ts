import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const SECRET = '839201-secret';

/** Fields whose value is drawn as dots: no password fields to the browser, but to a person. */
test.each([
  ['a text input', `<input aria-label="A" style="-webkit-text-security:disc" value="${SECRET}">`],
  [
    'of a style sheet',
    `<style>.p{-webkit-text-security:circle}</style><input aria-label="A" class="p" value="${SECRET}">`,
  ],
  [
    'passed on by its form',
    `<form style="-webkit-text-security:square"><input aria-label="A" value="${SECRET}"></form>`,
  ],
  ['of several lines', `<textarea aria-label="A" style="-webkit-text-security:disc">${SECRET}</textarea>`],
  ['an editor', `<div contenteditable aria-label="A" style="-webkit-text-security:disc">${SECRET}</div>`],
  [
    'an editor with more in it',
    `<div contenteditable role="combobox" aria-label="A" style="-webkit-text-security:disc">${SECRET} <a href="/x">x</a></div>`,
  ],
])('what is drawn as dots is told nowhere: %s', async (_, html) => {
  const text = await under.read(`<dialog open aria-label="D">${html}<button>Go</button></dialog>`);
  expect(text).toMatch(/^dialog "D" \[ref_1\]\n (form )?(textbox|combobox) "A" \[ref_2\] ="\(filled, hidden\)"\n/);
  expect(text).not.toContain(SECRET);
  const described = await under.call('describe', { ref: 'ref_2' });
  expect(described).toMatchObject({ password: true, form: { fields: [{ label: 'A', secret: true }] } });
  expect(JSON.stringify(described)).not.toContain(SECRET);
  expect(JSON.stringify(await under.call('find', { query: 'A', firstRef: 50 }))).not.toContain(SECRET);
  expect(JSON.stringify(await under.call('pageText', { cap: 9000 }))).not.toContain(SECRET);
  expect(await under.call('masked', `code ${SECRET}`)).toBe('code •••');
  expect(await under.call('setValue', 'ref_2', 'x')).toMatchObject({ ok: false, problem: 'unsupported' });
  // The eye beside such a field takes the dots away.
  await under.page.evaluate(() =>
    document.querySelector('[aria-label=A]')?.setAttribute('style', '-webkit-text-security:none !important'),
  );
  expect(JSON.stringify(await under.call('read', { filter: 'all', firstRef: 50 }))).not.toContain(SECRET);
});

test('card numbers and one-time codes that are drawn as dots stay what they are, and empty fields are empty', async () => {
  const dots = 'style="-webkit-text-security:disc"';
  expect(
    await under.read(
      `<input aria-label="C" autocomplete="cc-csc" value="123" ${dots}><input aria-label="O" name="otp" value="123" ${dots}><input aria-label="E" ${dots}><div contenteditable aria-label="F" ${dots}></div>`,
    ),
  ).toBe('textbox "C" [ref_1] ="••••"\ntextbox "O" [ref_2] ="••••"\ntextbox "E" [ref_3]\ntextbox "F" [ref_4]');
});
