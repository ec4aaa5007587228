import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageUnderTest, startPageUnderTest } from './page-under-test';

let under: PageUnderTest;
beforeAll(async () => {
  under = await startPageUnderTest();
});
afterAll(() => under?.close());

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const AREAS =
  '<area shape="rect" coords="0,0,100,100" href="#a" alt="Hall A"><area shape="circle" coords="150,50,40" href="#b" title="Hall B"><area shape="poly" coords="200,0,300,0,300,100,290,100,290,10,200,10" href="#c" alt="Way"><area shape="rect" coords="0,100,9,109" alt="Nowhere"><area shape="default" href="#d" alt="Plan">';
const picture = (given = '') =>
  `<img src="${PIXEL}" usemap="#m" width="400" height="150" style="border:5px solid;padding:10px" ${given}>`;
const map = (areas = AREAS) => `<map name="m">${areas}</map>`;

test('links of an image map stand after their picture, wherever the map stands', async () => {
  expect(await under.read(`${map()}<main><h1>Seats</h1>${picture('alt="Seats"')}<p>After</p></main><p>End</p>`)).toBe(
    'main\n h1 Seats\n img "Seats"\n links "Hall A" [ref_1] "Hall B" [ref_2] "Way" [ref_3] "Plan" [ref_4]\n After\nEnd',
  );
  expect(await under.read(`<p>Before</p>${picture('alt=""')}${map()}<p>After</p>`)).toBe(
    'Before\nlinks "Hall A" [ref_1] "Hall B" [ref_2] "Way" [ref_3] "Plan" [ref_4]\nAfter',
  );
});

test('areas of a picture that is not there, or out of sight, are not told', async () => {
  expect(await under.read(`${map()}<p>Words</p>`)).toBe('Words');
  expect(await under.read(`${picture('hidden')}${map()}<p>Words</p>`)).toBe('Words');
  await under.show(`<p style="height:3000px">Words</p>${picture()}${map()}`);
  expect(await under.call('read', { firstRef: 1 })).toMatchObject({ text: 'Words' });
});

test('an area is found, described and pressed in its own shape', async () => {
  await under.show(`<p style="height:3000px">Words</p>${picture()}${map()}`);
  expect(await under.call('read', { filter: 'interactive', firstRef: 1 })).toMatchObject({
    text: 'links "Hall A" [ref_1] "Hall B" [ref_2] "Way" [ref_3] "Plan" [ref_4]',
  });
  const answered = await under.call('find', { query: 'hall b', firstRef: 9 });
  expect(answered.ok && answered.matches[0]?.line).toContain('link "Hall B" [ref_2]');
  for (const [ref, hash] of [
    ['ref_1', '#a'],
    ['ref_2', '#b'],
    ['ref_3', '#c'],
    ['ref_4', '#d'],
  ] as const) {
    expect(await under.call('describe', { ref })).toMatchObject({
      role: 'link',
      href: expect.stringMatching(`${hash}$`),
    });
    const at = await under.call('locate', ref);
    if (!at.ok) throw new Error(at.message);
    expect(await under.call('readyToPress', ref, at.x, at.y)).toBe(true);
    await under.page.mouse.click(at.x, at.y);
    await expect.poll(() => under.page.evaluate(() => location.hash)).toBe(hash);
  }
  expect(await under.call('describe', { ref: 'ref_1' })).toMatchObject({ rect: { width: 100, height: 100 } });
  await under.page.evaluate(() => document.querySelector('img')?.remove());
  expect(await under.call('locate', 'ref_1')).toMatchObject({ ok: false, problem: 'hidden' });
});

test('a part of a picture that is larger than the window', async () => {
  await under.read(
    `<img src="${PIXEL}" usemap="#m" width="400" height="4000">${map('<area coords="0,3900,100,4000" href="#low" alt="Low">')}`,
  );
  const at = await under.call('locate', 'ref_1');
  if (!at.ok) throw new Error(at.message);
  await under.page.mouse.click(at.x, at.y);
  await expect.poll(() => under.page.evaluate(() => location.hash)).toBe('#low');
});
