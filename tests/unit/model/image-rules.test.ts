import { afterAll, beforeAll, expect, test } from 'vitest';
import { sizeOf } from '../../model/image-rules';
import { type StandIn, startStandIn } from '../../model/server';
import { claimedPng, pictureOf, TINY_PNG } from './pictures';
import { expectRefusal, post } from './refused';
import { resultsOf, validRequest } from './valid-request';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn?.close());

type Picture = ReturnType<typeof pictureOf>;
const refused = (pictures: Picture[], words: RegExp) =>
  expectRefusal(standIn, (request) => (resultsOf(request)[1].content = pictures), words);

test('wider than 8,000 pixels', () => refused([claimedPng(8001)], /8000 pixels/));
test('higher than 8,000 pixels', () => refused([claimedPng(1, 8001)], /8000 pixels/));
test('larger than 2,000 pixels among more than twenty', () =>
  refused([claimedPng(2001), ...Array<Picture>(20).fill(TINY_PNG)], /many-image requests: 2000/));
test('of more than 5 MB', () => {
  const bytes = Buffer.concat([Buffer.from(TINY_PNG.source.data, 'base64'), Buffer.alloc(5 * 1024 * 1024)]);
  return refused([pictureOf(bytes.toString('base64'))], /exceeds 5 MB/);
});
test('of another type than declared', () =>
  refused([pictureOf(TINY_PNG.source.data, 'image/jpeg')], /does not fit that type/));
test('of bytes that are no picture', () =>
  refused([pictureOf(Buffer.from('no picture at all').toString('base64'))], /does not fit that type/));
test.each(['***', 'abc', 'data:image/png;base64,AAAA'])('that is no base64: %s', (data) =>
  refused([pictureOf(data)], /invalid base64/),
);
test('of a media type that there is not', () =>
  expectRefusal(
    standIn,
    (request) => {
      resultsOf(request)[1].content = [TINY_PNG];
      Object.assign(resultsOf(request)[1], {
        content: [{ ...TINY_PNG, source: { ...TINY_PNG.source, media_type: 'image/bmp' } }],
      });
    },
    /media_type|^messages\.2/,
  ));

test('2,001 pixels alone, and twenty of them, are taken', async () => {
  const request = validRequest();
  resultsOf(request)[1].content = Array<Picture>(20).fill(claimedPng(2001));
  expect(await post(standIn, request)).toMatchObject({ status: 200 });
});

test.each([
  ['image/gif', 'R0lGODlhAwACAPAAAAAAAAAAACwAAAAAAwACAAACAoRRADs=', 3, 2],
  ['image/webp', 'UklGRh4AAABXRUJQVlA4TBEAAAAvAgAAAAfQ//73v/+BiOh/AAA=', 3, 1],
])('the size of %s is read from its header', (type, data, width, height) => {
  expect(sizeOf(Buffer.from(data, 'base64'))).toEqual({ type, width, height });
});
