import { decode, type Picture } from './picture';

/** Per channel; what an encoder without losses never reaches, and one with losses hardly ever. */
const NOTICED = 24;
/** A text cursor that blinks: a line, upright, or lying where it replaces a letter. */
const CURSOR = { width: 3, height: 64 };

/**
 * True when two pictures show the same to somebody who looks: pixel for pixel, but for a blinking text cursor. Anything
 * larger counts as a change, down to the tick of a check box.
 */
export async function looksTheSame(a: Picture, b: Picture): Promise<boolean> {
  if (a.data === b.data) return true;
  if (a.width !== b.width || a.height !== b.height) return false;
  const [before, after] = await Promise.all([pixelsOf(a), pixelsOf(b)]);
  const changed = { left: a.width, right: -1, top: a.height, bottom: -1 };
  for (let at = 0; at < after.length; at += 4) {
    if (!differs(before, after, at)) continue;
    const x = (at >> 2) % a.width;
    const y = Math.floor((at >> 2) / a.width);
    changed.left = Math.min(changed.left, x);
    changed.right = Math.max(changed.right, x);
    changed.top = Math.min(changed.top, y);
    changed.bottom = y;
    if (changed.right - changed.left >= CURSOR.width || changed.bottom - changed.top >= CURSOR.height) return false;
  }
  return true;
}

function differs(before: Uint8ClampedArray, after: Uint8ClampedArray, at: number): boolean {
  for (let channel = at; channel < at + 3; channel++)
    if (Math.abs((before[channel] ?? 0) - (after[channel] ?? 0)) > NOTICED) return true;
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
