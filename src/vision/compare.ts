import { decode, type Picture } from './picture';

/** Per channel; what an encoder without losses never reaches. */
const NOTICED = 24;
/** A text cursor, in pixels: a line of one colour. Nothing that is read looks so: an 8 differs from a 3 in less. */
const CURSOR = { mostWidth: 2, leastHeight: 10, mostHeight: 64 };

/**
 * True when two pictures without losses show the same to somebody who looks: pixel for pixel, but for a blinking text
 * cursor. Anything else counts as a change, down to the tick of a check box.
 */
export async function looksTheSame(a: Picture, b: Picture): Promise<boolean> {
  if (a.data === b.data) return true;
  if (a.width !== b.width || a.height !== b.height) return false;
  const [before, after] = await Promise.all([pixelsOf(a), pixelsOf(b)]);
  const changed: number[] = [];
  for (let at = 0; at < after.length; at += 4) {
    if (!differs(before, after, at, at)) continue;
    if (changed.push(at) > CURSOR.mostWidth * CURSOR.mostHeight) return false;
  }
  return changed.length === 0 || (isLine(changed, a.width) && (isPlain(before, changed) || isPlain(after, changed)));
}

/** True when the pixels fill an upright box of a cursor's size. */
function isLine(changed: readonly number[], pictureWidth: number): boolean {
  const columns = changed.map((at) => (at >> 2) % pictureWidth);
  const rows = changed.map((at) => Math.floor((at >> 2) / pictureWidth));
  const width = Math.max(...columns) - Math.min(...columns) + 1;
  const height = Math.max(...rows) - Math.min(...rows) + 1;
  return (
    changed.length === width * height &&
    width <= CURSOR.mostWidth &&
    height >= CURSOR.leastHeight &&
    height <= CURSOR.mostHeight
  );
}

/** True when all of the pixels have one colour. */
function isPlain(pixels: Uint8ClampedArray, places: readonly number[]): boolean {
  const [first = 0] = places;
  return places.every((at) => !differs(pixels, pixels, first, at));
}

function differs(before: Uint8ClampedArray, after: Uint8ClampedArray, from: number, to: number): boolean {
  for (let channel = 0; channel < 3; channel++)
    if (Math.abs((before[from + channel] ?? 0) - (after[to + channel] ?? 0)) > NOTICED) return true;
  return false;
}

async function pixelsOf(picture: Picture): Promise<Uint8ClampedArray> {
  const bitmap = await decode(picture);
  try {
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('this browser gives no 2d context to a worker');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
  } finally {
    bitmap.close();
  }
}
