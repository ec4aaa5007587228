import { decode, type Encoding, encode, type Picture, type Size } from './picture';

/** A rectangle in pixels of a picture. */
export interface Region extends Size {
  x: number;
  y: number;
}

/** A field that no picture shows, in pixels of the picture. */
export interface Secret extends Region {
  filled: boolean;
}

/** A numbered box around something, in pixels of the picture. */
export interface Mark extends Region {
  number: number;
}

/** What is done to a picture before anybody sees it. */
export interface Retouch {
  /** Painted over. */
  secrets: readonly Secret[];
  /** Drawn over everything. */
  marks?: readonly Mark[];
  /** Cut out; the whole picture when left out. */
  cut?: Region;
  /** Scaled to this size; as it is when left out. */
  size?: Size;
}

/** No page's own grey: it is seen that something was put there. */
const COVER = '#5f6368';
const WORDS = '#ffffff';
const LEAST_WORDS_PX = 10;
const MARK = '#d5006d';
const MARK_PX = 11;

/**
 * Paints over secret fields, cuts and scales, and encodes anew. Runs in a worker: there is no DOM, but there are
 * OffscreenCanvas and ImageBitmap.
 */
export async function retouch(
  picture: Picture,
  { secrets, marks = [], cut, size }: Retouch,
  as: Encoding,
): Promise<Picture> {
  const bitmap = await decode(picture);
  try {
    const whole = canvasOf(bitmap);
    for (const secret of secrets) cover(whole.context, secret);
    for (const mark of marks) drawMark(whole.context, mark);
    if (!cut && !size) return await encode(whole.canvas, as);
    const from = cut ?? { x: 0, y: 0, width: picture.width, height: picture.height };
    const cutOut = canvasOf(whole.canvas, from, size ?? from);
    return await encode(cutOut.canvas, as);
  } finally {
    bitmap.close();
  }
}

function canvasOf(
  source: ImageBitmap | OffscreenCanvas,
  from: Region = { x: 0, y: 0, width: source.width, height: source.height },
  to: Size = source,
): { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D } {
  const width = Math.max(1, Math.round(to.width));
  const height = Math.max(1, Math.round(to.height));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2d context to a worker');
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, from.x, from.y, from.width, from.height, 0, 0, width, height);
  return { canvas, context };
}

/** A grey box with what the tree says of such a field, where there is room for words. */
function cover(context: OffscreenCanvasRenderingContext2D, { x, y, width, height, filled }: Secret): void {
  context.fillStyle = COVER;
  context.fillRect(Math.floor(x) - 1, Math.floor(y) - 1, Math.ceil(width) + 3, Math.ceil(height) + 3);
  if (height < LEAST_WORDS_PX) return;
  context.fillStyle = WORDS;
  context.font = `${Math.min(13, height * 0.8)}px sans-serif`;
  context.textBaseline = 'middle';
  context.fillText(filled ? 'filled, hidden' : 'empty', x + 4, y + height / 2, Math.max(1, width - 8));
}

/** A thin frame, and its number at the upper left corner, outside of the frame where there is room. */
function drawMark(context: OffscreenCanvasRenderingContext2D, { x, y, width, height, number }: Mark): void {
  context.strokeStyle = MARK;
  context.lineWidth = 1.5;
  context.strokeRect(x, y, width, height);
  context.font = `bold ${MARK_PX}px sans-serif`;
  context.textBaseline = 'top';
  const words = String(number);
  const wide = context.measureText(words).width + 4;
  const left = Math.min(Math.max(0, x - 1), context.canvas.width - wide);
  const top = y >= MARK_PX + 2 ? y - MARK_PX - 1 : y;
  context.fillStyle = MARK;
  context.fillRect(left, top, wide, MARK_PX + 1);
  context.fillStyle = WORDS;
  context.fillText(words, left + 2, top + 1);
}
