import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

const PAGE = `
  <header><a href="/">Logo</a><input type="search" placeholder="Search products"></header>
  <main><h1>Orders</h1>
    <table aria-label="Orders"><tr><th>Name</th><th>Action</th></tr>
      <tr><td>Anna</td><td><button>Edit</button><button>Delete</button></td></tr>
      <tr><td>Bert</td><td><button>Edit</button><button>Delete</button></td></tr></table>
    <label>First name <input id="first"></label><input data-testid="coupon-code">
    <button title="Add to favourites">♥</button><button>Sign in</button>
    <p>Your total is 42 EUR</p></main>
  <footer><a href="/contact">Contact</a><a href="/imprint">Imprint</a></footer>`;

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
  await under.show(PAGE);
  await under.call('read', { filter: 'all', firstRef: 1 });
});
afterAll(() => under?.close());

async function best(query: string): Promise<string> {
  const found = await under.call('find', { query, firstRef: 100 });
  if (!found.ok) throw new Error(found.message);
  return found.matches[0]?.line ?? '';
}

test.each([
  ['sign in', 'button "Sign in" [ref_10] (name is exactly that)'],
  ['search box', 'searchbox "Search products" [ref_2] (name has "search", is a searchbox)'],
  ['delete button for Bert', 'button "Delete" [ref_6] (name has "delete", beside or under "bert", is a button)'],
  ['second edit button', 'button "Edit" [ref_5] (number 2 of 2, name is exactly that, is a button)'],
  ['the last "Delete"', 'button "Delete" [ref_6] (the last of 2, name is exactly that)'],
  ['contact link in the footer', 'link "Contact" [ref_11] /contact (name is exactly that, is a link, in the footer)'],
  ['coupon field', 'textbox [ref_8] (data-testid has "coupon", is a textbox)'],
  ['favourites', 'button "♥" [ref_9] (title has "favourites")'],
  ['frist name', 'textbox "First name" [ref_7] (name has "first", which is like "frist", name has "name")'],
])('finds %s', async (query, line) => {
  expect(await best(query)).toBe(line);
});

/** The same three elements, asked for in other languages. */
test.each([
  ['de', 'Suchfeld Suche', 'Anmelden', 'der zweite Knopf Löschen'],
  ['fr', 'champ de recherche', 'se connecter', 'deuxième bouton supprimer'],
  ['es', 'campo de búsqueda', 'iniciar sesión', 'segundo botón eliminar'],
  ['pt', 'campo de pesquisa', 'entrar', 'segundo botão excluir'],
  ['it', 'campo di ricerca', 'accedi', 'secondo pulsante elimina'],
  ['nl', 'veld zoeken', 'inloggen', 'tweede knop verwijderen'],
  ['pl', 'pole wyszukiwanie', 'zaloguj się', 'drugi przycisk usuń'],
  ['tr', 'arama kutusu', 'oturum aç', 'ikinci düğme sil'],
  ['ja', '検索欄', 'ログイン', '2番目の削除ボタン'],
  ['zh', '搜索框', '登录', '第二个删除按钮'],
])('understands %s', async (_, search, login, second) => {
  expect(await best(search)).toMatch(/^searchbox "Search products" /);
  expect(await best(login)).toMatch(/^button "Sign in" /);
  expect(await best(second)).toMatch(/^button "Delete" \[ref_6\]/);
});

test('words that cannot be operated are found too, with a ref to scroll to', async () => {
  expect(await best('total EUR')).toMatch(
    /^text "Your total is 42 EUR" \[ref_\d+\] \(name has "total", name has "eur"\)$/,
  );
});

test('nothing that fits is no match', async () => {
  expect(await best('unicorn')).toBe('');
});

/** Of a page of its own: a description, and the lines of all matches without why they match. */
async function all(html: string, query: string): Promise<string[]> {
  await under.show(html);
  const found = await under.call('find', { query, firstRef: 1 });
  if (!found.ok) throw new Error(found.message);
  return found.matches.map(({ line }) => line.replace(/ \([^()]*\)$/, ''));
}

test.each([
  ['Zahlungsbedingungen', 'button "Zahlungsbedingungen" [ref_1]'],
  ['zerowidth', 'button "zerowidth" [ref_2]'],
])('marks that nobody sees are no part of a name: %s', async (query, line) => {
  const [first] = await all('<button>Zahlungs&shy;bedingungen</button><button>zero&#8203;width</button>', query);
  expect(first).toBe(line);
});

test('a heading is one match, with links in it or without', async () => {
  expect(await all('<h2>Shipping</h2><p>Words</p>', 'shipping')).toEqual(['heading "Shipping" [ref_1]']);
  expect(await all('<h2>Shipping to <a href="/i">islands</a></h2>', 'shipping')).toEqual([
    'heading "Shipping to islands" [ref_2]',
    'link "islands" [ref_1] /i',
  ]);
});

test('links in a row are no text, and text that begins with a link has a ref of its own', async () => {
  expect(await all('<nav><a href="/i">Imprint</a> | <a href="/d">Data</a></nav>', 'imprint')).toEqual([
    'link "Imprint" [ref_1] /i',
    'link "Data" [ref_2] /d',
  ]);
  expect(await all('<p><a href="/t">Terms</a> hold for orders</p>', 'orders hold')).toEqual([
    'text "Terms hold for orders" [ref_2]',
    'link "Terms" [ref_1] /t',
  ]);
});

const LABELLED = '<div>Email</div><div><input></div><div>City</div><div><select><option>Oslo</select></div>';

test.each([
  ['email field', 'textbox [ref_1]'],
  ['Email', 'textbox [ref_1]'],
  ['mail input', 'textbox [ref_1]'],
  ['city field', 'combobox [ref_2] ="Oslo" of "Oslo"'],
  ['city', 'combobox [ref_2] ="Oslo" of "Oslo"'],
])('a field is found by the words before it: %s', async (query, line) => {
  const [first] = await all(LABELLED, query);
  expect(first).toBe(line);
});

test.each([
  ['2. Löschen Button', 'second'],
  ['der 2. Löschen-Knopf', 'second'],
  ['2e bouton supprimer', 'second'],
  ['le 2ème bouton supprimer', 'second'],
  ['2º botón eliminar', 'second'],
  ['de 2de verwijderen knop', 'second'],
  ['1er bouton supprimer', 'first'],
  ['3. delete button', 'third'],
])('ordinals in digits: %s', async (query, title) => {
  const [first] = await all(
    '<button title="first">Delete</button><button title="second">Delete</button><button title="third">Delete</button>',
    query,
  );
  expect(first).toBe(`button "Delete" [ref_${['first', 'second', 'third'].indexOf(title) + 1}]`);
});
