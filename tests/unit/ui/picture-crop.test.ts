import { expect, test } from 'vitest';
import { cropAround } from '../../../src/ui/wording/picture-crop';

const PICTURE = { width: 1280, height: 800 };
const WHOLE = { x: 0, y: 0, ...PICTURE };

test('shows the neighbourhood of a mark, with the mark in its middle', () => {
  expect(cropAround({ x: 600, y: 400, width: 80, height: 40 }, PICTURE)).toEqual({
    x: 360,
    y: 280,
    width: 560,
    height: 280,
  });
});

test('stays inside the picture at its corners', () => {
  expect(cropAround({ x: 0, y: 0, width: 10, height: 10 }, PICTURE)).toMatchObject({ x: 0, y: 0 });
  expect(cropAround({ x: 1270, y: 790, width: 10, height: 10 }, PICTURE)).toMatchObject({ x: 720, y: 520 });
});

test('shows the whole picture without a mark, with one outside of it, and when it is small', () => {
  expect(cropAround(undefined, PICTURE)).toEqual(WHOLE);
  expect(cropAround({ x: 2000, y: 10, width: 10, height: 10 }, PICTURE)).toEqual(WHOLE);
  expect(cropAround({ x: 10, y: 10, width: 10, height: 10 }, { width: 480, height: 300 })).toMatchObject({
    x: 0,
    width: 480,
  });
  expect(cropAround({ x: 0, y: 0, width: 1270, height: 20 }, PICTURE)).toEqual(WHOLE);
});
