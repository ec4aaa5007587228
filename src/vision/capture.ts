import { screenScale, type ViewportSize } from './screen-scale';

/** A picture, base64. */
export interface Picture {
  mediaType: 'image/jpeg' | 'image/png';
  data: string;
}

/** What a page looks like now: its viewport in CSS pixels, where it is scrolled to, and device pixels per CSS pixel. */
export interface View extends ViewportSize {
  /** Scroll offset: a clip is given in the document's coordinates. */
  left: number;
  top: number;
  devicePixelRatio: number;
}

export interface Clip {
  /** CSS pixels of the viewport. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Sends CDP's Page.captureScreenshot. */
export type SendCapture = (params: {
  format: 'jpeg' | 'png';
  quality?: number;
  clip: Clip & { scale: number };
  captureBeyondViewport: boolean;
}) => Promise<{ data: string }>;

const THUMBNAIL_WIDTH = 480;
/** Text stays legible, at a fifth of PNG's size. */
const QUALITY = 80;
const THUMBNAIL_QUALITY = 60;

/** The viewport, one picture pixel per CSS pixel, scaled down to 1366×768 at most. */
export function captureViewport(send: SendCapture, view: View): Promise<Picture> {
  return capture(send, view, whole(view), screenScale(view), QUALITY);
}

/** A part of the viewport at the screen's own resolution, enlarged up to the largest picture but never past 4 times. */
export function captureRegion(send: SendCapture, view: View, region: Clip): Promise<Picture> {
  return capture(send, view, region, Math.min(4, largestScale(region)), QUALITY);
}

/** A small picture for the panel, 480 pixels wide. */
export function captureThumbnail(send: SendCapture, view: View): Promise<Picture> {
  return capture(send, view, whole(view), THUMBNAIL_WIDTH / view.width, THUMBNAIL_QUALITY);
}

function whole({ width, height }: ViewportSize): Clip {
  return { x: 0, y: 0, width, height };
}

function largestScale(region: Clip): number {
  return Math.min(1366 / region.width, 768 / region.height);
}

async function capture(
  send: SendCapture,
  view: View,
  clip: Clip,
  picturePixels: number,
  quality: number,
): Promise<Picture> {
  const { data } = await send({
    format: 'jpeg',
    quality,
    // Chromium multiplies the clip's scale with the device pixel ratio.
    clip: { ...clip, x: clip.x + view.left, y: clip.y + view.top, scale: picturePixels / view.devicePixelRatio },
    captureBeyondViewport: false,
  });
  return { mediaType: 'image/jpeg', data };
}
