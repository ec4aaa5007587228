import { decode, type Picture, type Region, resize } from './resize';
import { MOST_HEIGHT, MOST_WIDTH, screenScale, type ViewportSize } from './screen-scale';

/** What a page looks like now: its viewport in CSS pixels, and device pixels per CSS pixel. */
export interface View extends ViewportSize {
  devicePixelRatio: number;
}

/** Takes a picture of the viewport that is at most so large; `quality` is JPEG's, 0 to 100. */
export type TakePicture = (size: { maxWidth: number; maxHeight: number; quality: number }) => Promise<Picture>;

const THUMBNAIL_WIDTH = 480;
/** Text stays legible, at a fifth of PNG's size. */
const QUALITY = 80;
const THUMBNAIL_QUALITY = 60;
const MOST_ENLARGED = 4;

/** The viewport, one picture pixel per CSS pixel, scaled down to 1366×768 at most. */
export function captureViewport(take: TakePicture, view: View): Promise<Picture> {
  const scale = screenScale(view);
  return take({ maxWidth: view.width * scale, maxHeight: view.height * scale, quality: QUALITY });
}

/** A small picture for the panel, 480 pixels wide. */
export function captureThumbnail(take: TakePicture, view: View): Promise<Picture> {
  const maxHeight = (THUMBNAIL_WIDTH * view.height) / view.width;
  return take({ maxWidth: THUMBNAIL_WIDTH, maxHeight, quality: THUMBNAIL_QUALITY });
}

/**
 * A part of the viewport at the screen's own resolution, enlarged up to four times where the screen has no more.
 *
 * @param region CSS pixels of the viewport
 */
export async function captureRegion(take: TakePicture, view: View, region: Region): Promise<Picture> {
  const ratio = view.devicePixelRatio;
  const whole = await take({ maxWidth: view.width * ratio, maxHeight: view.height * ratio, quality: 95 });
  const bitmap = await decode(whole);
  try {
    const scale = bitmap.width / view.width;
    const cut = {
      x: region.x * scale,
      y: region.y * scale,
      width: region.width * scale,
      height: region.height * scale,
    };
    const enlarged = Math.min(MOST_WIDTH / cut.width, MOST_HEIGHT / cut.height, MOST_ENLARGED);
    return await resize(bitmap, cut, { width: cut.width * enlarged, height: cut.height * enlarged }, 0.9);
  } finally {
    bitmap.close();
  }
}
