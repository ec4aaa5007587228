import { expect, test } from 'vitest';
import { FETCH } from '../../../src/browser/watched-requests';
import { DEED_PARAMETERS, DEED_WORDS, deedOfGet } from '../../../src/policy/side-effect-get';

/** As Chromium's `base::MatchPattern` reads a pattern. */
const asExpression = (pattern: string) =>
  new RegExp(
    `^${pattern.replace(/\\(.)|([*?])|([.+^${}()|[\]\\/-])/g, (_, literal, wild, sign) =>
      wild === '*' ? '.*' : wild === '?' ? '.' : `\\${literal ?? sign}`,
    )}$`,
  );
// Pictures, scripts and styles are watched by their address alone.
const watched = (FETCH.patterns ?? []).flatMap(({ resourceType, urlPattern }) =>
  resourceType === undefined && urlPattern !== undefined ? [asExpression(urlPattern)] : [],
);
const isWatched = (url: string) => watched.some((pattern) => pattern.test(url));

const written = (word: string) => [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`];

test.each([...DEED_WORDS])('a picture whose address does something is judged: %s', (word) => {
  const addresses = written(word).flatMap((each) => [
    `https://a.test/${each}/12345`,
    `https://a.test/mail/${each}?u=81f2`,
    `https://a.test/list-${each}.php?u=81f2`,
    `https://a.test/list_${each}?u=81f2`,
    `https://a.test/${each}-order/12345`,
    `https://a.test/x?${each}=7`,
    `https://a.test/x?id=7&${each}=7`,
    ...DEED_PARAMETERS.map((name) => `https://a.test/x?${name}=${each}&id=7`),
  ]);
  const capital = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const deeds = [...addresses, `https://a.test/list${capital}/12345`].filter((url) => deedOfGet(url));
  expect(deeds.length).toBeGreaterThan(0);
  expect(deeds.filter((url) => !isWatched(url))).toEqual([]);
});

test.each([...DEED_PARAMETERS])('so is one that names its deed in a parameter: %s', (name) => {
  for (const each of written(name))
    for (const url of [`https://a.test/x?${each}=send&id=7`, `https://a.test/x?id=7&${each}=send`]) {
      expect(deedOfGet(url)?.kind).toBe('send');
      expect(isWatched(url)).toBe(true);
    }
});

test('pictures and scripts of a page are not stopped for a word within a word', () => {
  for (const path of [
    'models/utensils.png',
    'assets/design.css',
    'img/hero.webp',
    'static/app.4f3a.js?v=3',
    'pivoted.js',
  ])
    expect(isWatched(`https://a.test/${path}`)).toBe(false);
});
